//! One procedure with every constituent part.

mod closed;
mod structured;
mod text;

use app::reference::Reference;
use askama::Template;
use axum::extract::Path;
use domain::Text;
use domain::procedure::{self, Channel, Procedure, ProcedureCode};
use domain::rules::pack_on;
use domain::time::short_date;
use jiff::civil::Date;
use ui::{Answer, Ask, Chrome, page};

#[derive(Template)]
#[template(path = "procedure/page.html")]
struct Page {
    chrome: Chrome,
    code: String,
    short: String,
    short_lang: Option<&'static str>,
    name: String,
    summary: Said,
    field_key: String,
    field: String,
    audiences: String,
    methods: Vec<MethodView>,
    papers: Vec<PaperView>,
    steps: Vec<Said>,
    conditions: Said,
    results: Vec<Said>,
    basis: Vec<(String, String)>,
    supplies: Vec<SupplyView>,
    online: bool,
    untranslated: bool,
    inside: Vec<(String, String)>,
    /// The cases with the anchor of each, where there are several.
    cases: Vec<(String, String)>,
    /// Who announced it by what, and what else there is to know, by name.
    announced: Vec<(&'static str, String)>,
    /// From when this version holds.
    since: String,
    /// For search engines.
    structured: String,
    canonical: String,
    alternate: String,
    facts: Vec<(&'static str, String)>,
    t: text::Words,
}

/// Words with the language they are really in.
struct Said {
    text: String,
    lang: Option<&'static str>,
}

struct MethodView {
    channel: &'static str,
    limit: String,
    note: String,
    fees: Vec<String>,
}

struct PaperView {
    /// Said where a new case begins, with its anchor.
    case: String,
    case_lang: Option<&'static str>,
    anchor: String,
    name: Said,
    form: Option<procedure::Template>,
    counts: String,
    /// How many, as written, where that is no number.
    count_words: Said,
    hint: String,
    /// It is not everybody who must bring it.
    if_any: bool,
}

impl PaperView {
    /// Whether the record says nothing of it but its name.
    fn says_nothing(&self) -> bool {
        let silent = self.counts.is_empty() && self.count_words.text.is_empty() && self.hint.is_empty();
        silent && self.form.is_none() && !self.if_any
    }
}

struct SupplyView {
    agency: String,
    /// The agency's identifier.
    identifier: String,
    address: String,
    phone: String,
    level: &'static str,
    receiving: String,
}

pub async fn show(ask: Ask, Path(code): Path<String>) -> Answer {
    let t = text::Words(ask.language);
    let language = ask.language;
    let reference = ask.app().reference();
    let Some(procedure) = reference.public_procedure(&code, ask.today()) else {
        // What a province numbers on its own is found by the national code where we have no other.
        let national = ProcedureCode::parse(&code).filter(|_| reference.history(&code).is_empty());
        let national = national
            .filter(|known| known.national() != code && !reference.history(known.national()).is_empty());
        if let Some(known) = national {
            return ui::see(&format!("/procedures/{}", known.national()));
        }
        return closed::show(&ask, &reference, &code);
    };
    let said = |text: &Text| Said {
        text: text.get(language).to_string(),
        lang: text.untranslated(language).then_some("vi"),
    };
    let methods: Vec<MethodView> = procedure
        .methods
        .iter()
        .map(|method| MethodView {
            channel: method.channel.name(language),
            limit: method.limit.text(language),
            note: method.note.get(language).to_string(),
            fees: ui::fees::lines(Some(method), language),
        })
        .collect();
    let supplies = reference.supplies(&code, ask.today());
    let supply_views = supplies
        .iter()
        .filter_map(|supply| {
            let agency = reference.agency(supply.agency)?;
            let receiving = reference.agency(supply.receiving)?;
            Some(SupplyView {
                agency: agency.name.get(language).to_string(),
                identifier: agency.code_on(ask.today()).map(|code| code.to_string()).unwrap_or_default(),
                address: receiving.address.clone(),
                phone: receiving.phone.clone(),
                level: pack_on(ask.today()).level_name(supply.level, language),
                receiving: receiving.name.get(language).to_string(),
            })
        })
        .collect();
    let online = reference.applies_online(procedure, ask.today());
    let best = procedure.method(Channel::Online).or(procedure.methods.first());
    let limits = procedure.limits(best.map_or(Channel::Direct, |method| method.channel));
    let limits: Vec<String> = limits.into_iter().map(|limit| limit.text(language)).collect();
    let required = procedure.papers.iter().filter(|paper| procedure.asks(paper, None)).count();
    let by_case = !procedure.cases().is_empty() && procedure.tells_required();
    let facts = vec![
        (
            t.time(),
            match limits.join(t.or()) {
                _ if limits.len() > 3 => t.by_case().to_string(),
                said if said.chars().count() > ui::fees::FACT_MAX => t.as_below().to_string(),
                said => said,
            },
        ),
        (t.cost(), ui::fees::total(best, language)),
        // National records rarely say which papers must be there.
        match (required, procedure.papers.len()) {
            (_, _) if by_case => (t.papers_needed(), t.by_case().to_string()),
            (0, listed) if listed > 0 => (t.papers_listed(), listed.to_string()),
            (required, _) => (t.papers_needed(), required.to_string()),
        },
    ];
    let untranslated = procedure.name.untranslated(language)
        || procedure.papers.iter().any(|paper| paper.name.untranslated(language))
        || language == domain::Language::English;
    let view = Page {
        chrome: Chrome::new(&ask, procedure.short_name.get(language)),
        code: code.clone(),
        short: procedure.short_name.get(language).to_string(),
        short_lang: procedure.short_name.untranslated(language).then_some("vi"),
        name: procedure.name.vi.clone(),
        summary: said(&procedure.summary),
        field_key: procedure.field.clone(),
        field: reference
            .field(&procedure.field)
            .map(|field| field.name.get(language).to_string())
            .unwrap_or_default(),
        audiences: procedure.audiences.iter().map(|a| a.name(language)).collect::<Vec<_>>().join(", "),
        methods,
        cases: procedure
            .cases()
            .into_iter()
            .filter_map(|case| {
                let place = procedure.papers.iter().position(|paper| paper.case == case)?;
                Some((anchor(place), case.to_string()))
            })
            .collect(),
        announced: announced(procedure, &t),
        since: since(&reference, procedure).map(|day| t.since(&short_date(day))).unwrap_or_default(),
        structured: structured::data(&ask, procedure, &reference),
        canonical: ask.absolute(language, &format!("/procedures/{code}")),
        alternate: ask.absolute(language.other(), &format!("/procedures/{code}")),
        papers: procedure
            .papers
            .iter()
            .enumerate()
            .map(|(place, paper)| PaperView {
                case: match place.checked_sub(1).and_then(|before| procedure.papers.get(before)) {
                    Some(before) if before.case == paper.case => String::new(),
                    // What follows a case and belongs to none is everybody's.
                    Some(_) if paper.case.is_empty() => t.all_cases().to_string(),
                    _ => paper.case.clone(),
                },
                case_lang: (!paper.case.is_empty()).then_some("vi"),
                anchor: anchor(place),
                name: said(&paper.name),
                form: paper.template.clone(),
                counts: ui::when::counts(paper.originals, paper.copies, language),
                count_words: said(&paper.count_words),
                hint: paper.hint.get(language).to_string(),
                if_any: procedure.tells_required() && !paper.required,
            })
            .collect(),
        steps: procedure.steps.iter().map(said).collect(),
        conditions: said(&procedure.conditions),
        results: procedure.results.iter().map(|result| said(&result.name)).collect(),
        basis: procedure
            .legal_basis
            .iter()
            .map(|basis| (basis.number.clone(), basis.name.vi.clone()))
            .collect(),
        supplies: supply_views,
        online,
        untranslated,
        inside: procedure
            .process
            .steps
            .iter()
            .map(|step| (step.name.get(language).to_string(), t.hours(step.hours)))
            .collect(),
        facts,
        t,
    };
    page(&view)
}

fn announced(procedure: &Procedure, t: &text::Words) -> Vec<(&'static str, String)> {
    let origin = procedure.origin.clone().unwrap_or_default();
    let code = origin.announcer_code.map(|code| code.to_string()).unwrap_or_default();
    let announcer = match (origin.announcer, code) {
        (name, code) if name.is_empty() || code.is_empty() => format!("{name}{code}"),
        (name, code) => format!("{name} ({code})"),
    };
    let decision = origin.decision.map(|decision| match decision.day {
        Some(day) => format!("{}, {}", decision.number, short_date(day)),
        None => decision.number,
    });
    let field_code = origin.field_code.map(|code| code.as_str().to_string());
    [
        (t.sets(), procedure.sets.map_or(procedure.sets_words.vi.clone(), |sets| t.sets_count(sets))),
        (t.announcer(), announcer),
        (t.decision(), decision.unwrap_or_default()),
        (t.coordinating(), origin.coordinating.join("; ")),
        (t.field_code(), field_code.unwrap_or_default()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

fn anchor(place: usize) -> String {
    format!("case-{place}")
}

/// From when the version in force holds.
fn since(data: &Reference, procedure: &Procedure) -> Option<Date> {
    let versions = data.history(procedure.code.as_str());
    versions.iter().find(|dated| dated.procedure.version == procedure.version).map(|dated| dated.from)
}
