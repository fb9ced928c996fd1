//! What a procedure is: names, whom it is for, field, life events, conditions. Saved as a new version.

use super::agencies::{FORM, FormPage, overtaken};
use super::text::Words;
use app::fold::fold;
use axum::extract::Path;
use domain::Text;
use domain::agency::AgencyCode;
use domain::procedure::{Audience, Decision, FieldCode, Origin, Procedure};
use forms::{Dates, QuestionKind};
use jiff::civil::Date;
use ui::field::{DRAWN, Overwritten, option};
use ui::form::ErrorTarget;
use ui::part::LinkList;
use ui::{Fields, Flash, Form, FormParam};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, see_with_flash};

const HOME: &str = "/office/administration/procedures";

/// The version a form was opened on goes along unseen.
const VERSION: FormParam = FormParam("version");

const FIELD: ErrorTarget = ErrorTarget::Named("field");
const DECISION: ErrorTarget = ErrorTarget::Named("decision");

const NAME_MAX: usize = 2_000;
const CONDITIONS_MAX: usize = 8_000;
const KEYWORDS_MAX: usize = 4_000;
const DECISION_MAX: usize = 100;
/// Maximum sets of papers.
const SETS_MAX: i64 = 20;

pub type NewField = app::master_data::ProcedureField;

/// What a new procedure is first written with; an existing one has more. A field written anew comes along, to be saved
/// too.
pub fn first(form: &mut Form, context: &RequestContext, procedure: &mut Procedure) -> Option<NewField> {
    let (t, language) = (Words(context.language), context.language);
    let data = context.app().master_data();
    let name =
        form.area("name-vi", t.official_name()).accepts(QuestionKind::Text { length_max: NAME_MAX }).rows(2);
    procedure.name.vi = name.value(&procedure.name.vi).read().unwrap_or_default();
    let short = form.line("short-vi", t.short_vi()).complete("off").value(&procedure.short_name.vi);
    let short = short.read().unwrap_or_default();
    let english = form.line("short-en", t.short_en()).complete("off").value(&procedure.short_name.en);
    procedure.short_name = Text::new(short, english.optional().written());
    let summary = form.area("summary-vi", t.summary_vi()).value(&procedure.summary.vi).read();
    let english = form.area("summary-en", t.summary_en()).value(&procedure.summary.en).optional().written();
    procedure.summary = Text::new(summary.unwrap_or_default(), english);

    let known =
        data.fields.iter().map(|field| (field.key.clone(), option(&field.key, field.name.get(language))));
    let field = form.one_of_many("field", t.field(), known.collect()).value(&procedure.field);
    let field = field.on(FIELD).not_offered(t.field_missing()).given();
    let written = form.line("new-field", t.new_field()).hint(t.new_field_hint()).complete("off");
    let written = written.needed_when(t.if_no_field()).read();
    let own: Vec<&str> = procedure.audiences.iter().map(|audience| audience.key()).collect();
    let audiences = Audience::ALL.iter().map(|of| (*of, option(of.key(), of.name(language)))).collect();
    let audiences = form.any_of("audiences", t.audiences(), audiences).value(&own.join(","));
    procedure.audiences = audiences.missing(t.audiences_missing()).read().unwrap_or_default();

    let Some(written) = written else {
        match field {
            Some(field) => procedure.field = field,
            None => form.clash(FIELD, t.field_missing()),
        }
        return None;
    };
    // A field that is here already under that name is the one meant.
    if let Some(known) = data.fields.iter().find(|field| fold(&field.name.vi) == fold(&written)) {
        procedure.field = known.key.clone();
        return None;
    }
    let taken: Vec<String> = data.fields.iter().map(|field| field.key.clone()).collect();
    procedure.field = super::rows::fresh_key(&written, &taken);
    Some(NewField { key: procedure.field.clone(), name: Text::new(written, "") })
}

/// What a form makes of a procedure.
struct GivenProcedure {
    procedure: Procedure,
    new_field: Option<NewField>,
    from: Date,
}

fn form(form: &mut Form, context: &RequestContext, before: &Procedure) -> GivenProcedure {
    let (t, language) = (Words(context.language), context.language);
    let data = context.app().master_data();
    let mut procedure = before.clone();
    let new_field = first(form, context, &mut procedure);
    let events = data
        .life_events
        .iter()
        .map(|event| (event.key.clone(), option(&event.key, event.name.get(language))));
    let events = form.any_of("life-events", t.life_events(), events.collect()).optional();
    procedure.life_events = events.value(&procedure.life_events.join(",")).read().unwrap_or_default();
    let steps: Vec<&str> = before.steps.iter().map(|step| step.vi.as_str()).collect();
    let steps = form
        .lines("public-steps", t.public_steps())
        .hint(t.public_steps_hint())
        .rows(6)
        .value(&steps.join("\n"));
    let steps = steps.optional().read().unwrap_or_default().into_iter();
    let kept = |line: String| {
        before.steps.iter().find(|step| step.vi == line).cloned().unwrap_or(Text::new(line, ""))
    };
    procedure.steps = steps.map(kept).collect();
    let vietnamese = form.area("conditions-vi", t.conditions_vi()).at_most(CONDITIONS_MAX).rows(4);
    let vietnamese = vietnamese.value(&before.conditions.vi).optional().written();
    let english = form.area("conditions-en", t.conditions_en()).at_most(CONDITIONS_MAX).rows(2);
    procedure.conditions = Text::new(vietnamese, english.value(&before.conditions.en).optional().written());
    let words =
        form.line("keywords", t.keywords()).hint(t.keywords_hint()).complete("off").at_most(KEYWORDS_MAX);
    let words = words.value(&before.keywords.join(", ")).optional().written();
    let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
    procedure.keywords = words.map(str::to_string).collect();
    announced(form, context.today(), &t, &mut procedure);
    let earliest = super::procedures::valid_from(context, before.code.as_str());
    let from = form.day("from", t.valid_from()).hint(t.valid_from_hint()).optional();
    let from = from.unless(move |from| *from < earliest, t.valid_from_hint()).read().unwrap_or(earliest);
    GivenProcedure { procedure, new_field, from }
}

/// Who announced it by what, who takes part, the code of its field, the sets of papers. A form opened before they were
/// asked leaves them as they are.
fn announced(form: &mut Form, today: Date, t: &Words, procedure: &mut Procedure) {
    let t = *t;
    let mut origin = procedure.origin.take().unwrap_or_default();
    let sets = procedure.sets.map(|sets| sets.to_string()).unwrap_or_default();
    let sets = form.count("sets", t.sets(), 1, SETS_MAX).hint(t.sets_hint()).complete("off").value(&sets);
    if let Some(sets) = sets.optional().if_asked() {
        // A number says what the words of the record could not.
        if sets.is_some() {
            procedure.sets_words = Text::default();
        }
        procedure.sets = sets;
    }
    let announcer = form.line("announcer", t.announcer()).complete("off").value(&origin.announcer);
    if let Some(announcer) = announcer.optional().if_asked() {
        origin.announcer = announcer.unwrap_or_default();
    }
    let code = origin.announcer_code.as_ref().map(|code| code.to_string()).unwrap_or_default();
    let field = form.line_of("announcer-code", t.announcer_code(), move |typed| {
        let code = AgencyCode::parse(&forms::tidy(typed).to_uppercase());
        code.ok_or_else(|| t.announcer_code_hint().to_string())
    });
    let field = field.hint(t.announcer_code_hint()).wide("input--20").complete("off").value(&code);
    if let Some(code) = field.optional().if_asked() {
        origin.announcer_code = code;
    }
    let decision = origin.decision.clone();
    let number = decision.as_ref().map_or("", |decision| &decision.number);
    let field =
        form.line("decision", t.decision_number()).at_most(DECISION_MAX).wide("input--20").complete("off");
    let number = field.on(DECISION).value(number).optional().if_asked();
    let day =
        decision.as_ref().and_then(|decision| decision.day).map(|day| day.to_string()).unwrap_or_default();
    let made = Dates::PAST.on(today);
    let day = form.day_within("decided", t.decision_day(), made).value(&day).optional().read();
    if let Some(number) = number {
        if day.is_some() && number.is_none() {
            form.needs(DECISION);
        }
        origin.decision = number.map(|number| Decision { number, day });
    }
    let others = form
        .lines("coordinating", t.coordinating())
        .hint(t.line_each())
        .value(&origin.coordinating.join("\n"));
    if let Some(others) = others.optional().if_asked() {
        origin.coordinating = others.unwrap_or_default();
    }
    let code = origin.field_code.as_ref().map(|code| code.as_str().to_string()).unwrap_or_default();
    let field = form.line_of("field-code", t.field_code(), move |typed| {
        let code = FieldCode::parse(&forms::tidy(typed).to_uppercase());
        code.ok_or_else(|| t.field_code_hint().to_string())
    });
    let field = field.hint(t.field_code_hint()).wide("input--20").complete("off").value(&code);
    if let Some(code) = field.optional().if_asked() {
        origin.field_code = code;
    }
    procedure.origin = Some(origin).filter(|origin| *origin != Origin::default());
}

fn stored(context: &RequestContext, procedure: &Procedure) -> Fields {
    let mut blank = Form::blank(context.language);
    form(&mut blank, context, procedure);
    blank.into_fields().with_baseline()
}

fn view(context: &RequestContext, procedure: &Procedure, fields: Fields) -> FormPage {
    let t = Words(context.language);
    let heading = t.about().to_string();
    FormPage {
        chrome: context.chrome(&heading).with_problems(fields.any_wrong()).switching(FORM),
        heading,
        back: format!("{HOME}/{}", procedure.code),
        notes: vec![procedure.short_name.get(context.language).to_string(), t.about_note().into()],
        hidden_inputs: vec![VERSION.hidden_input(context.as_seen(VERSION, procedure.version))],
        links: LinkList::default(),
        overwritten: Overwritten::none(context.language),
        fields,
        t,
    }
}

fn newest(context: &RequestContext, code: &str) -> Result<Procedure, Failure> {
    Ok(context.app().master_data().procedure_any(code).ok_or(Failure::NotFound)?.clone())
}

pub async fn show(context: RequestContext, Path(code): Path<String>) -> Answer {
    let procedure = newest(&context, &code)?;
    page(&view(&context, &procedure, stored(&context, &procedure)))
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let t = Words(context.language);
    let procedure = newest(&context, &code)?;
    let stored = stored(&context, &procedure);
    let mut sent = Form::sent(context.language, &posted);
    let changed = form(&mut sent, &context, &procedure);
    if let Some(lost) = sent.overwrites(&stored) {
        return overtaken(view(&context, &procedure, sent.into_fields_with_baseline(&stored)), lost);
    }
    // Its own fields are looked at one by one above; the rest of the procedure stays as it is by now.
    if !posted.has(DRAWN) && VERSION.of(&posted) != procedure.version.to_string() {
        sent.add_error(t.overtaken());
    }
    if sent.any_wrong() {
        return page_with_errors(&view(&context, &procedure, sent.into_fields_with_baseline(&stored)));
    }
    let by = context.signed_in()?.id();
    if let Some(field) = changed.new_field {
        app::administration::save_field(context.app(), by, field).await?;
    }
    let next = Procedure { version: procedure.version + 1, ..changed.procedure };
    app::administration::save_procedure(context.app(), by, next, changed.from).await?;
    see_with_flash(&context, &format!("{HOME}/{code}"), Flash::Saved)
}
