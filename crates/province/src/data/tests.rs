use super::*;
use forms::QuestionKind;

#[test]
fn every_file_reads_and_every_sample_answer_fits_its_question() {
    assert!(agencies().agency.len() >= 10);
    assert!(people().citizen.len() >= 30);
    let catalogue = catalogue();
    assert!(catalogue.procedure.len() >= 30);
    for procedure in &catalogue.procedure {
        let read = procedure.read();
        assert!(!read.legal_basis.is_empty(), "{}", procedure.code);
        for (asked, question) in procedure.question.iter().zip(&read.form.questions) {
            // A number that cannot be less than a year of our time is one.
            if let QuestionKind::Number { min, year, .. } = &question.kind {
                assert_eq!(*min >= forms::YEAR_MIN, year.is_some(), "{} {}", procedure.code, asked.id);
            }
            let answer = question.kind.read(&asked.sample);
            assert!(answer.is_ok(), "{} {}: {answer:?}", procedure.code, asked.id);
        }
    }
    let fields: std::collections::BTreeSet<_> = catalogue.procedure.iter().map(|p| &p.field).collect();
    assert!(fields.len() >= 10);
}

#[test]
fn a_file_with_an_unknown_kind_of_question_is_not_read() {
    let question = |kind: &str| {
        let written =
            format!("id = 'q'\nkind = '{kind}'\nlabel_vi = 'Họ'\nlabel_en = 'Name'\nrequired = true");
        toml::from_str::<QuestionRecord>(&written)
    };
    assert!(matches!(question("long-text").unwrap().read().kind, QuestionKind::LongText { .. }));
    let refused = question("colour").err().expect("there is no such kind").to_string();
    assert!(refused.contains("colour") && refused.contains("identity-number"), "{refused}");
}

/// The keys of the agencies that decide a procedure.
fn deciding<'a>(procedure: &'a Procedure, agencies: &'a Agencies) -> Vec<&'a str> {
    let commune =
        |agency: &&Agency| agency.kind == domain::agency::AgencyKind::Commune && agency.valid_to.is_none();
    match procedure.competent.as_str() {
        "commune" => agencies.agency.iter().filter(commune).map(|agency| agency.key.as_str()).collect(),
        key => vec![key],
    }
}

#[test]
fn every_step_has_somebody_to_do_it_and_the_steps_fit_the_limit() {
    let (agencies, people) = (agencies(), people());
    for procedure in catalogue().procedure {
        let process = procedure.process();
        for agency in deciding(&procedure, &agencies) {
            for step in &process.steps {
                let somebody = people.officer.iter().any(|officer| {
                    let own = UnitKey(officer.unit.clone());
                    officer.agency == agency
                        && domain::officer::does(&officer.roles, &own, &step.unit, step.role)
                });
                assert!(somebody, "{} step {} at {agency}", procedure.code, step.id);
            }
        }
        let hours: u32 = process.steps.iter().map(|step| step.hours).sum();
        for method in procedure.read().methods {
            if let Limit::WorkingDays(days) = method.limit {
                assert!(hours <= days * 8, "{}: {hours} hours in {days} days", procedure.code);
            }
        }
    }
}

#[test]
fn what_is_drawn_is_sound_and_knows_its_names() {
    for procedure in catalogue().procedure {
        let read = procedure.read();
        let drawing = &read.process.drawing;
        let names = domain::dossier::known_names(&read, drawing.model());
        let strict = Drawing::read(drawing.source(), &names).unwrap();
        let report = process::check(strict.model());
        assert_eq!(
            (report.findings, report.proof),
            (Vec::new(), process::Proof::Blocks),
            "{}",
            procedure.code
        );
    }
}
