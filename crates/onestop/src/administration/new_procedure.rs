//! A new procedure, written by hand: its parts. Supply and steps follow on its own page.

use super::agencies::FormPage;
use super::is_slug;
use super::text::Words;
use domain::Text;
use domain::deadline::Limit;
use domain::procedure::{
    Audience, Channel, LegalBasis, Method, Paper, Procedure, ProcedureCode, Process, ResultPaper,
};
use forms::Form;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, Said, page, page_again, see_saying};

const HOME: &str = "/office/administration/procedures";
const UNITS: [&str; 5] = ["working-days", "calendar-days", "working-hours", "months", "years"];

fn fields(ask: &Ask) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let known = data.fields.iter().map(|field| option(&field.key, field.name.get(language))).collect();
    let audiences =
        Audience::ALL.iter().map(|audience| option(audience.key(), audience.name(language))).collect();
    let units = UNITS.iter().map(|unit| option(*unit, t.limit_unit_name(unit))).collect();
    Fields::new(
        language,
        vec![
            Field::text(language, "code", t.procedure_code()).hint(t.procedure_code_hint()).complete("off"),
            Field::text(language, "name-vi", t.official_name()).complete("off"),
            Field::text(language, "short-vi", t.short_vi()).complete("off"),
            Field::text(language, "short-en", t.short_en()).optional().complete("off"),
            Field::area(language, "summary-vi", t.summary_vi()),
            Field::area(language, "summary-en", t.summary_en()).optional(),
            Field::select(language, "field", t.field(), known).optional(),
            Field::text(language, "new-field", t.new_field())
                .hint(t.new_field_hint())
                .optional()
                .complete("off"),
            Field::checks(language, "audiences", t.audiences(), audiences),
            Field::number(language, "limit", t.limit()).complete("off"),
            Field::select(language, "limit-unit", t.limit_unit(), units),
            Field::area(language, "papers", t.papers()).hint(t.papers_hint()).rows(6),
            Field::area(language, "results", t.results()).hint(t.results_hint()),
            Field::area(language, "basis", t.basis()).hint(t.basis_hint()),
        ],
    )
}

fn view(ask: &Ask, fields: Fields) -> FormPage {
    let t = Words(ask.language);
    FormPage {
        chrome: Chrome::new(ask, t.new_procedure()).with_problems(fields.any_wrong()),
        heading: t.new_procedure().into(),
        back: HOME,
        notes: vec![t.new_procedure_note().into()],
        fields,
        t,
    }
}

pub async fn show(ask: Ask) -> Answer {
    page(&view(&ask, fields(&ask)))
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let mut fields = fields(&ask).typed(&posted);
    let read = read(&ask, &posted, &mut fields);
    let Some((procedure, new_field)) = read.filter(|_| !fields.any_wrong()) else {
        return page_again(&view(&ask, fields));
    };
    let by = ask.signed_in()?.id();
    if let Some(field) = new_field {
        ask.app().save_field(by, field).await?;
    }
    let to = format!("{HOME}/{}", procedure.code);
    ask.app().save_procedure(by, procedure, ask.today()).await?;
    see_saying(&ask, &to, Said::Saved)
}

type NewField = app::reference::Field;

fn read(ask: &Ask, posted: &Posted, fields: &mut Fields) -> Option<(Procedure, Option<NewField>)> {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let text = |name: &str| posted.text(name);
    let code = ProcedureCode::parse(&text("code"));
    match &code {
        None => fields.wrong("code", t.procedure_code_hint()),
        Some(code) if data.procedure_any(code.as_str()).is_some() => {
            fields.wrong("code", t.procedure_taken())
        }
        Some(_) => {}
    }
    for name in ["name-vi", "short-vi", "summary-vi"] {
        if text(name).is_empty() {
            fields.wrong(name, t.name_missing());
        }
    }
    let audiences: Vec<Audience> = posted.all("audiences").into_iter().filter_map(Audience::parse).collect();
    if audiences.is_empty() {
        fields.wrong("audiences", t.choose());
    }
    let limit =
        text("limit").parse().ok().filter(|n| (1..=3_650).contains(n)).and_then(|n: u32| {
            match posted.raw("limit-unit") {
                "working-days" => Some(Limit::WorkingDays(n)),
                "calendar-days" => Some(Limit::CalendarDays(n)),
                "working-hours" => Some(Limit::WorkingHours(n)),
                "months" => Some(Limit::Months(n)),
                "years" => Some(Limit::Years(n)).filter(|_| n <= 40),
                _ => None,
            }
        });
    if limit.is_none() {
        fields.wrong("limit", t.limit_wrong());
    }
    let (field, new_field) = read_field(ask, posted, fields);
    let papers = read_papers(posted.raw("papers"));
    if papers.is_none() {
        fields.wrong("papers", t.papers_wrong());
    }
    let basis: Vec<LegalBasis> = lines(posted.raw("basis"))
        .map(|line| {
            let (number, name) = line.split_once('|').unwrap_or((&line, ""));
            LegalBasis { number: number.trim().into(), name: Text::new(name.trim(), "") }
        })
        .collect();
    if basis.is_empty() {
        fields.wrong("basis", t.basis_missing());
    }
    let method = |channel| {
        Some(Method { channel, limit: limit.clone()?, note: Text::default(), fees: Vec::new(), free: false })
    };
    Some((
        Procedure {
            code: code?,
            version: 1,
            name: Text::new(text("name-vi"), ""),
            short_name: Text::new(text("short-vi"), text("short-en")),
            summary: Text::new(text("summary-vi"), text("summary-en")),
            field: field?,
            audiences,
            life_events: Vec::new(),
            steps: Vec::new(),
            conditions: Text::default(),
            methods: Channel::ALL.into_iter().filter_map(method).collect(),
            papers: papers?,
            results: lines(posted.raw("results"))
                .map(|name| ResultPaper { code: String::new(), name: Text::new(name, "") })
                .collect(),
            legal_basis: basis,
            keywords: Vec::new(),
            form: Form::default(),
            process: Process::default(),
        },
        new_field,
    ))
}

/// The chosen field, or a new one written `key | name`.
fn read_field(ask: &Ask, posted: &Posted, fields: &mut Fields) -> (Option<String>, Option<NewField>) {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let written = posted.text("new-field");
    if written.is_empty() {
        let known = data.field(posted.raw("field")).map(|field| field.key.clone());
        if known.is_none() {
            fields.wrong("field", t.choose());
        }
        return (known, None);
    }
    let (key, name) = written.split_once('|').map_or(("", ""), |(key, name)| (key.trim(), name.trim()));
    if !is_slug(key) || name.is_empty() || data.field(key).is_some() {
        fields.wrong("new-field", t.new_field_hint());
        return (None, None);
    }
    (Some(key.to_string()), Some(NewField { key: key.to_string(), name: Text::new(name, "") }))
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(forms::tidy).filter(|line| !line.is_empty())
}

/// A line a paper: `key | name`, a star before the key when it must be there.
fn read_papers(text: &str) -> Option<Vec<Paper>> {
    let mut papers: Vec<Paper> = Vec::new();
    for line in lines(text) {
        let (key, name) = line.split_once('|')?;
        let required = key.trim().starts_with('*');
        let id = key.trim().trim_start_matches('*').trim();
        if !is_slug(id)
            || name.trim().is_empty()
            || id == "other"
            || papers.iter().any(|paper| paper.id == id)
        {
            return None;
        }
        papers.push(Paper {
            id: id.into(),
            name: Text::new(name.trim(), ""),
            originals: 1,
            copies: 0,
            required,
            hint: Text::default(),
        });
    }
    Some(papers)
}
