//! What a procedure is: names, whom it is for, field, life events, conditions. Saved as a new version.

use super::agencies::{FormPage, date, overtaken};
use super::text::Words;
use app::fold::fold;
use axum::extract::Path;
use domain::Text;
use domain::agency::AgencyCode;
use domain::procedure::{Audience, Decision, FieldCode, Origin, Procedure};
use forms::Kind;
use ui::field::{DRAWN, Overwritten, option};
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

const HOME: &str = "/office/administration/procedures";

/// The fields a new procedure is first written with; an existing one has more.
pub fn fields(ask: &Ask) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let known = data.fields.iter().map(|field| option(&field.key, field.name.get(language))).collect();
    let audiences =
        Audience::ALL.iter().map(|audience| option(audience.key(), audience.name(language))).collect();
    vec![
        Field::area(language, "name-vi", t.official_name()).rows(2),
        Field::text(language, "short-vi", t.short_vi()).complete("off"),
        Field::text(language, "short-en", t.short_en()).optional().complete("off"),
        Field::area(language, "summary-vi", t.summary_vi()).rows(3),
        Field::area(language, "summary-en", t.summary_en()).rows(3).optional(),
        Field::select(language, "field", t.field(), known).optional(),
        Field::text(language, "new-field", t.new_field()).hint(t.new_field_hint()).optional().complete("off"),
        Field::checks(language, "audiences", t.audiences(), audiences),
    ]
}

fn more_fields(ask: &Ask) -> Vec<Field> {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let events = data.life_events.iter().map(|event| option(&event.key, event.name.get(language))).collect();
    vec![
        Field::checks(language, "life-events", t.life_events(), events).optional(),
        Field::area(language, "public-steps", t.public_steps())
            .hint(t.public_steps_hint())
            .rows(6)
            .optional(),
        Field::area(language, "conditions-vi", t.conditions_vi()).optional(),
        Field::area(language, "conditions-en", t.conditions_en()).rows(2).optional(),
        Field::text(language, "keywords", t.keywords()).hint(t.keywords_hint()).optional().complete("off"),
        Field::number(language, "sets", t.sets()).hint(t.sets_hint()).optional().complete("off"),
        Field::text(language, "announcer", t.announcer()).optional().complete("off"),
        Field::text(language, "announcer-code", t.announcer_code())
            .hint(t.announcer_code_hint())
            .wide("input--20")
            .optional()
            .complete("off"),
        Field::text(language, "decision", t.decision_number()).wide("input--20").optional().complete("off"),
        Field::date(language, "decided", t.decision_day()).optional(),
        Field::area(language, "coordinating", t.coordinating()).hint(t.line_each()).rows(3).optional(),
        Field::text(language, "field-code", t.field_code())
            .hint(t.field_code_hint())
            .wide("input--20")
            .optional()
            .complete("off"),
        Field::date(language, "from", t.valid_from()).hint(t.valid_from_hint()).optional(),
    ]
}

fn filled(ask: &Ask, procedure: &Procedure) -> Fields {
    let joined = |lines: Vec<&str>, between: &str| lines.join(between);
    let origin = procedure.origin.clone().unwrap_or_default();
    let decision = origin.decision.as_ref();
    let value = |name: &str| match name {
        "sets" => procedure.sets.map(|sets| sets.to_string()).unwrap_or_default(),
        "announcer" => origin.announcer.clone(),
        "announcer-code" => origin.announcer_code.as_ref().map(|code| code.to_string()).unwrap_or_default(),
        "decision" => decision.map(|decision| decision.number.clone()).unwrap_or_default(),
        "decided" => {
            decision.and_then(|decision| decision.day).map(|day| day.to_string()).unwrap_or_default()
        }
        "coordinating" => origin.coordinating.join("\n"),
        "field-code" => origin.field_code.as_ref().map(|code| code.as_str().to_string()).unwrap_or_default(),
        "name-vi" => procedure.name.vi.clone(),
        "short-vi" => procedure.short_name.vi.clone(),
        "short-en" => procedure.short_name.en.clone(),
        "summary-vi" => procedure.summary.vi.clone(),
        "summary-en" => procedure.summary.en.clone(),
        "field" => procedure.field.clone(),
        "audiences" => joined(procedure.audiences.iter().map(|audience| audience.key()).collect(), ","),
        "life-events" => procedure.life_events.join(","),
        "public-steps" => joined(procedure.steps.iter().map(|step| step.vi.as_str()).collect(), "\n"),
        "conditions-vi" => procedure.conditions.vi.clone(),
        "conditions-en" => procedure.conditions.en.clone(),
        "keywords" => procedure.keywords.join(", "),
        _ => String::new(),
    };
    let fields = fields(ask).into_iter().chain(more_fields(ask));
    Fields::new(
        ask.language,
        fields
            .map(|field| {
                let value = value(&field.name);
                field.value(&value)
            })
            .collect(),
    )
    .marked()
}

fn view(ask: &Ask, procedure: &Procedure, fields: Fields) -> FormPage {
    let t = Words(ask.language);
    let heading = t.about().to_string();
    FormPage {
        chrome: Chrome::new(ask, &heading).with_problems(fields.any_wrong()),
        heading,
        back: format!("{HOME}/{}", procedure.code),
        notes: vec![procedure.short_name.get(ask.language).to_string(), t.about_note().into()],
        hidden: vec![("version", ask.as_seen("version", procedure.version))],
        links: Vec::new(),
        overwritten: Overwritten::none(ask.language),
        fields,
        t,
    }
}

fn newest(ask: &Ask, code: &str) -> Result<Procedure, Failure> {
    Ok(ask.app().reference().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let procedure = newest(&ask, &code)?;
    page(&view(&ask, &procedure, filled(&ask, &procedure)))
}

pub async fn submit(ask: Ask, Path(code): Path<String>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let procedure = newest(&ask, &code)?;
    let stored = filled(&ask, &procedure);
    let mut fields = stored.clone().typed(&posted);
    let lost = stored.overwritten_by(&fields, &posted);
    if !posted.is_held() && !lost.lines.is_empty() {
        return overtaken(view(&ask, &procedure, fields), lost);
    }
    // Its own fields are looked at one by one above; the rest of the procedure stays as it is by now.
    if !posted.has(DRAWN) && posted.raw("version") != procedure.version.to_string() {
        fields.wrong("", t.overtaken());
        return page_again(&view(&ask, &procedure, fields));
    }
    let mut changed = procedure.clone();
    let new_field = read(&ask, &posted, &mut fields, &mut changed);
    let data = ask.app().reference();
    changed.life_events = posted
        .all("life-events")
        .into_iter()
        .filter(|key| data.life_events.iter().any(|event| event.key == *key))
        .map(str::to_string)
        .collect();
    let conditions = Kind::LongText { length_max: 8_000 };
    changed.conditions = Text::new(
        fields.read(&posted, "conditions-vi", &conditions, false),
        fields.read(&posted, "conditions-en", &conditions, false),
    );
    changed.keywords = posted
        .text("keywords")
        .split(',')
        .map(|word| word.trim().to_string())
        .filter(|word| !word.is_empty())
        .collect();
    changed.steps = lines(&posted, "public-steps")
        .into_iter()
        .map(|line| {
            let known = procedure.steps.iter().find(|step| step.vi == line);
            known.cloned().unwrap_or_else(|| Text::new(line, ""))
        })
        .collect();
    if posted.has("sets") {
        announced(&posted, &mut fields, &mut changed, &t);
    }
    let earliest = super::procedures::valid_from(&ask, &code);
    let from = date(&posted, "from", &mut fields, &t).unwrap_or(earliest);
    if from < earliest {
        fields.wrong("from", t.valid_from_hint());
    }
    if fields.any_wrong() {
        return page_again(&view(&ask, &procedure, fields));
    }
    changed.version += 1;
    let by = ask.signed_in()?.id();
    if let Some(field) = new_field {
        ask.app().save_field(by, field).await?;
    }
    ask.app().save_procedure(by, changed, from).await?;
    see_saying(&ask, &format!("{HOME}/{code}"), Said::Saved)
}

/// Reads who announced it by what, who takes part, the code of its field, the sets of papers. A form opened before they were
/// asked leaves them as they are.
fn announced(posted: &Posted, fields: &mut Fields, procedure: &mut Procedure, t: &Words) {
    let line = Kind::Text { length_max: 200 };
    let sets = fields.read(posted, "sets", &Kind::number(1, 20), false);
    procedure.sets = sets.parse().ok();
    let mut origin = procedure.origin.take().unwrap_or_default();
    origin.announcer = fields.read(posted, "announcer", &line, false);
    let code = posted.text("announcer-code").to_uppercase();
    origin.announcer_code = AgencyCode::parse(&code);
    if !code.is_empty() && origin.announcer_code.is_none() {
        fields.wrong("announcer-code", t.announcer_code_hint());
    }
    let number = fields.read(posted, "decision", &Kind::Text { length_max: 100 }, false);
    let day = date(posted, "decided", fields, t);
    origin.decision = (!number.is_empty()).then_some(Decision { number, day });
    if day.is_some() && origin.decision.is_none() {
        fields.missing("decision");
    }
    origin.coordinating = lines(posted, "coordinating");
    let code = posted.text("field-code").to_uppercase();
    origin.field_code = FieldCode::parse(&code);
    if !code.is_empty() && origin.field_code.is_none() {
        fields.wrong("field-code", t.field_code_hint());
    }
    procedure.origin = Some(origin).filter(|origin| *origin != Origin::default());
}

fn lines(posted: &Posted, name: &str) -> Vec<String> {
    posted.raw(name).lines().map(forms::tidy).filter(|line| !line.is_empty()).collect()
}

pub type NewField = app::reference::Field;

/// Reads the fields of [`fields`] into a procedure; a field written anew comes back to be saved with it.
pub fn read(ask: &Ask, posted: &Posted, fields: &mut Fields, procedure: &mut Procedure) -> Option<NewField> {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let (line, text) = (Kind::Text { length_max: 200 }, Kind::LongText { length_max: 4_000 });
    procedure.name.vi = fields.read(posted, "name-vi", &Kind::Text { length_max: 2_000 }, true);
    procedure.short_name = Text::new(
        fields.read(posted, "short-vi", &line, true),
        fields.read(posted, "short-en", &line, false),
    );
    procedure.summary = Text::new(
        fields.read(posted, "summary-vi", &text, true),
        fields.read(posted, "summary-en", &text, false),
    );
    procedure.audiences = posted.all("audiences").into_iter().filter_map(Audience::parse).collect();
    if procedure.audiences.is_empty() {
        fields.wrong("audiences", t.audiences_missing());
    }
    let written = fields.read(posted, "new-field", &line, false);
    if written.is_empty() {
        match data.field(posted.raw("field")) {
            Some(field) => procedure.field = field.key.clone(),
            None => fields.wrong("field", t.field_missing()),
        }
        return None;
    }
    // A field that is here already under that name is the one meant.
    if let Some(known) = data.fields.iter().find(|field| fold(&field.name.vi) == fold(&written)) {
        procedure.field = known.key.clone();
        return None;
    }
    let taken: Vec<String> = data.fields.iter().map(|field| field.key.clone()).collect();
    procedure.field = super::rows::fresh_key(&written, &taken);
    Some(NewField { key: procedure.field.clone(), name: Text::new(written, "") })
}
