//! One procedure with every constituent part.

mod closed;
mod structured;
mod text;

use app::reference::Reference;
use askama::Template;
use axum::extract::Path;
use domain::procedure::{self, Channel, Procedure, ProcedureCode};
use domain::rules::pack_on;
use domain::time::short_date;
use domain::{Language, Text};
use jiff::civil::Date;
use ui::Chrome;
use ui::part::{
    Crumbs, Fact, Facts, Heading, Icon, Link, Notice, Pair, Phrase, Print, Remark, Summary, Tone,
};
use web::{Answer, Ask, page};

#[derive(Template)]
#[template(path = "procedure/page.html")]
struct Page {
    chrome: Chrome,
    head: Head,
    code: String,
    crumbs: Crumbs,
    heading: Heading,
    summary: Phrase,
    /// Time, cost and papers, at a glance.
    facts: Facts,
    /// Whether it can be applied for on the portal.
    online: bool,
    /// Headings of the papers that go together, where there are several cases.
    cases: Vec<Link>,
    papers: Vec<PaperGroup>,
    methods: Summary,
    steps: Vec<Phrase>,
    conditions: Phrase,
    /// The steps inside the agency, each with its hours.
    inside: Vec<Pair>,
    basis: Vec<BasisView>,
    results: Vec<Phrase>,
    supplies: Vec<SupplyView>,
    about: Summary,
    untranslated: bool,
    t: text::Words,
}

/// What search engines read.
struct Head {
    canonical: String,
    alternate: String,
    structured: String,
}

/// The papers of one case, or all of them.
struct PaperGroup {
    /// Empty where the papers are not divided.
    case: Phrase,
    anchor: String,
    papers: Summary,
}

struct BasisView {
    number: String,
    /// Empty where the record gives the number only.
    name: String,
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

impl Page {
    fn not_online(&self) -> Notice {
        let more = if self.supplies.is_empty() { self.t.nowhere() } else { self.t.not_online_more() };
        Notice::titled(Tone::Info, self.t.not_online()).sentence(more)
    }
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
            return web::see(&format!("/procedures/{}", known.national()));
        }
        return closed::show(&ask, &reference, &code);
    };
    let said = |text: &Text| Phrase::of(text, language);
    let methods = procedure.methods.iter().map(|method| {
        let fees = ui::fees::lines(Some(method), language).into_iter().map(Remark::new);
        let note = Remark::quiet(Phrase::of(&method.note, language));
        Pair::new(method.channel.name(language), method.limit.text(language)).more(fees.chain([note]))
    });
    let methods = methods.collect();
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
    let time = match limits.join(t.or()) {
        _ if limits.len() > 3 => t.by_case().to_string(),
        said if said.chars().count() > ui::fees::FACT_MAX => t.as_below().to_string(),
        said => said,
    };
    let (papers_named, papers_counted) = match (required, procedure.papers.len()) {
        (_, _) if by_case => (t.papers_needed(), t.by_case().to_string()),
        // National records rarely say which papers must be there.
        (0, listed) if listed > 0 => (t.papers_listed(), listed.to_string()),
        (required, _) => (t.papers_needed(), required.to_string()),
    };
    let facts = vec![
        Fact::new(Icon::CLOCK, t.time(), time),
        Fact::new(Icon::MONEY, t.cost(), ui::fees::total(best, language)),
        Fact::new(Icon::PAPER, papers_named, papers_counted),
    ];
    let untranslated = procedure.name.untranslated(language)
        || procedure.papers.iter().any(|paper| paper.name.untranslated(language))
        || language == domain::Language::English;
    let short = procedure.short_name.get(language);
    let field = reference.field(&procedure.field);
    let field = field.map(|field| field.name.get(language).to_string()).unwrap_or_default();
    let papers = paper_groups(procedure, &t, language);
    let cases = procedure.cases().into_iter().filter_map(|case| {
        let first = papers.iter().find(|group| group.case.text == case)?;
        Some(Link::new(format!("#{}", first.anchor), first.case.clone()))
    });
    let cases = cases.collect();
    page(&Page {
        chrome: ask.chrome(short),
        head: Head {
            canonical: ask.absolute(language, &format!("/procedures/{code}")),
            alternate: ask.absolute(language.other(), &format!("/procedures/{code}")),
            structured: structured::data(&ask, procedure, &reference),
        },
        crumbs: Crumbs {
            label: t.here(),
            ways: vec![
                Link::new("/", t.home()),
                Link::new(format!("/procedures?field={}", procedure.field), field.as_str()),
            ],
            here: said(&procedure.short_name),
        },
        heading: Heading::under(field, said(&procedure.short_name)),
        summary: said(&procedure.summary),
        facts: Facts(facts),
        online,
        cases,
        papers,
        methods: Summary::new(methods),
        steps: procedure.steps.iter().map(said).collect(),
        conditions: said(&procedure.conditions),
        inside: procedure
            .process
            .steps
            .iter()
            .map(|step| Pair::new(step.name.get(language), t.hours(step.hours)))
            .collect(),
        basis: procedure
            .legal_basis
            .iter()
            .map(|basis| BasisView { number: basis.number.clone(), name: basis.name.vi.clone() })
            .collect(),
        results: procedure.results.iter().map(|result| said(&result.name)).collect(),
        supplies: supply_views,
        about: Summary::narrow(about(procedure, &reference, &t, language)),
        untranslated,
        code,
        t,
    })
}

/// The papers, divided where the record divides them by case.
fn paper_groups(procedure: &Procedure, t: &text::Words, language: Language) -> Vec<PaperGroup> {
    let view = |paper: &procedure::Paper| {
        let form = paper.template.as_ref().map(|form| Remark {
            of: t.form(),
            href: Some(form.url.clone()).filter(|url| !url.is_empty()),
            ..match form.name.is_empty() {
                true => Remark::new(form.url.as_str()),
                false => Remark::new(Phrase::vietnamese(form.name.as_str(), language)),
            }
        });
        let if_any = if procedure.tells_required() && !paper.required { t.if_any() } else { "" };
        let said = [
            Remark::new(ui::formats::counts(paper.originals, paper.copies, language)),
            // How many, as written, where that is no number.
            Remark::new(Phrase::of(&paper.count_words, language)),
            Remark::new(if_any),
        ];
        let hint = Remark::quiet(Phrase::of(&paper.hint, language));
        let pair = Pair::new(Phrase::of(&paper.name, language), "");
        let pair = pair.more(said.into_iter().chain(form).chain([hint]));
        if pair.more.is_empty() { pair.more([Remark::quiet(t.no_count())]) } else { pair }
    };
    let mut groups: Vec<PaperGroup> = Vec::new();
    for (place, papers) in procedure.papers.chunk_by(|one, next| one.case == next.case).enumerate() {
        let case = papers.first().map(|paper| paper.case.as_str()).unwrap_or_default();
        groups.push(PaperGroup {
            case: match (case.is_empty(), place) {
                (true, 0) => Phrase::default(),
                // What follows a case and belongs to none is everybody's.
                (true, _) => t.all_cases().into(),
                (false, _) => Phrase::vietnamese(case, language),
            },
            anchor: format!("case-{place}"),
            papers: Summary::new(papers.iter().map(view).collect()),
        });
    }
    groups
}

/// What else there is to know of it, by name.
fn about(procedure: &Procedure, reference: &Reference, t: &text::Words, language: Language) -> Vec<Pair> {
    let audiences = procedure.audiences.iter().map(|audience| audience.name(language));
    let audiences = audiences.collect::<Vec<_>>().join(", ");
    let since = since(reference, procedure).map(|day| t.since(&short_date(day))).unwrap_or_default();
    let mut pairs = vec![
        Pair::new(t.official(), Phrase::vietnamese(procedure.name.vi.clone(), language)),
        Pair::new(t.code(), procedure.code.as_str()).code(),
        Pair::new(t.for_whom(), audiences),
    ];
    pairs.extend(announced(procedure, t).into_iter().map(|(name, value)| Pair::new(name, value)));
    pairs.push(Pair::new(t.version(), since));
    pairs.retain(|pair| !pair.value.is_empty());
    pairs
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

/// From when the version in force holds.
fn since(data: &Reference, procedure: &Procedure) -> Option<Date> {
    let versions = data.history(procedure.code.as_str());
    versions.iter().find(|dated| dated.procedure.version == procedure.version).map(|dated| dated.from)
}
