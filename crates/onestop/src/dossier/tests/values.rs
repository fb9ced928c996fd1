//! What the page says of a dossier that was led by the rules.

use crate::dossier::{facts, history, papers, text};
use crate::officer_reader::OfficerReader;
use domain::Language;
use domain::dossier::{Command, Delivery, FinishStep, Outcome, PaperSource, Stop};
use domain::officer::Role;
use testkit::samples::{self, SampleDossier};
use ui::part::{PaperLook, TaskItem};

const BOTH: [Language; 2] = [Language::Vietnamese, Language::English];

fn steps(sample: &SampleDossier, language: Language) -> Vec<TaskItem> {
    let reader = OfficerReader::sample(language, Role::Officer, sample.now);
    facts::steps(&reader, &sample.clone().viewed(), &samples::procedure())
}

fn running() -> SampleDossier {
    SampleDossier::running(Delivery::Online)
}

#[test]
fn each_step_says_whether_it_is_done_runs_is_to_come_or_will_never_be_done() {
    let stop =
        Stop { document: "7/TB".into(), reason: "Chủ hồ sơ đã chết.".into(), reason_code: None };
    let next = running().by(Role::Officer, Command::FinishStep(FinishStep::default()));
    let stopped = running().by(Role::AgencyHead, Command::Stop(stop));
    for language in BOTH {
        let t = text::Words(language);
        let is = |state: &str, words: &str| state.starts_with(words.trim_end());
        let [due, done] = [t.step_due(""), t.step_done("")];
        let told = |sample: &SampleDossier| -> Vec<String> {
            steps(sample, language).into_iter().map(|step| step.state).collect()
        };
        let [check, sign] = &told(&running())[..] else { panic!("two steps") };
        assert!(is(check, &due) && sign == t.step_to_come(), "{check} {sign}");
        let [check, sign] = &told(&next)[..] else { panic!("two steps") };
        assert!(is(check, &done) && is(sign, &due), "{check} {sign}");
        assert_eq!(told(&stopped)[1], t.step_not_needed());
        let current: Vec<bool> = steps(&next, language).iter().map(|step| step.current).collect();
        assert_eq!(current, [false, true]);
    }
}

#[test]
fn what_happened_last_is_told_first() {
    let finished = running().days_later(1).by(Role::Officer, Command::FinishStep(FinishStep::default()));
    for language in BOTH {
        let reader = OfficerReader::sample(language, Role::Officer, finished.now);
        let rows = history::rows(&reader, &finished.clone().viewed(), &samples::procedure());
        let filed = domain::time::short_moment(samples::now(), language);
        let last = domain::time::short_moment(finished.now, language);
        assert!(rows[0].at.starts_with(&last) && rows[rows.len() - 1].at.starts_with(&filed), "{rows:?}");
    }
}

#[test]
fn files_of_one_paper_are_told_apart_by_their_places() {
    let mut viewed = SampleDossier::filed(Delivery::Online).viewed();
    let given = viewed.dossier.papers[0].clone();
    viewed.dossier.papers.extend([given.clone(), given]);
    for (language, name) in BOTH.into_iter().zip(["Tờ khai", "Application form"]) {
        let reader = OfficerReader::sample(language, Role::Officer, samples::now());
        let [paper] = &papers::papers(&reader, &viewed, &samples::procedure())[..] else {
            panic!("one paper")
        };
        let called = paper.files.papers.iter().map(|file| match &file.look {
            Some(PaperLook::Document(called) | PaperLook::Picture(called)) => called.text.clone(),
            None => String::new(),
        });
        let expected = [name.to_string(), format!("{name} (2)"), format!("{name} (3)")];
        assert_eq!(called.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_file_says_how_it_came() {
    let viewed = SampleDossier::filed(Delivery::Online).viewed();
    for language in BOTH {
        let reader = OfficerReader::sample(language, Role::Officer, samples::now());
        let [paper] = &papers::papers(&reader, &viewed, &samples::procedure())[..] else {
            panic!("one paper")
        };
        let meta = &paper.files.papers[0].meta;
        assert!(meta.ends_with(PaperSource::Uploaded.name(language)), "{meta}");
    }
}

#[test]
fn the_result_stands_among_the_papers_by_its_own_name() {
    let viewed = SampleDossier::decided(Delivery::Online, Outcome::Granted).viewed();
    for language in BOTH {
        let reader = OfficerReader::sample(language, Role::Officer, samples::now());
        let papers = papers::papers(&reader, &viewed, &samples::procedure());
        assert_eq!(papers.last().map(|paper| paper.name.text.as_str()), Some(text::Words(language).result()));
    }
}
