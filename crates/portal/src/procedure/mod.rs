//! One procedure with every constituent part.

mod closed;
mod papers;
mod parts;
mod structured;
#[cfg(test)]
mod tests;
mod text;

use crate::naming::{self, HEADING_LETTERS, ROW_LETTERS};
use app::master_data::MasterData;
use askama::Template;
use axum::extract::Path;
use domain::procedure::{Channel, LegalBasis, Procedure, ProcedureCode};
use domain::rules::pack_on;
use domain::time::{long_date, short_date};
use domain::{Language, Text};
use jiff::civil::Date;
use papers::Checklist;
use parts::{BasisView, OfferingView, PagedPart, PagedParts};
use serde::Deserialize;
use ui::Chrome;
use ui::part::{
    Crumbs, FactTile, FactTiles, Heading, Icon, Link, LinkList, Notice, Pager, Pair, Phrase, Print,
    SummaryList, SummaryNote, Tone,
};
use web::{Answer, Failure, Query, RequestContext, page, query};

#[derive(Template)]
#[template(path = "procedure/page.html")]
struct Page {
    chrome: Chrome,
    /// What search engines read.
    structured: String,
    code: String,
    crumbs: Crumbs,
    heading: Heading,
    summary: Phrase,
    /// Who, time, cost and papers, at a glance.
    facts: FactTiles,
    /// How long it really takes; empty where too few dossiers tell.
    usual: String,
    /// The parts of the page, to go to.
    table_of_contents: Vec<Link>,
    /// Whether it can be applied for on the portal.
    online: bool,
    /// Whether it is taken by post.
    by_post: bool,
    /// Its last day and why, where that is to come.
    closing: Option<Notice>,
    /// An officer looks at it, whose account applies for nothing.
    as_officer: bool,
    /// What is said beside the way there.
    start_note: &'static str,
    /// It is meant for others than whoever is signed in.
    for_others: Option<Notice>,
    parts: PagedParts,
    /// What of it is read on pages of its own.
    elsewhere: Vec<PagedPart>,
    /// The steps inside the agency, each with its hours.
    internal_steps: Vec<InternalStep>,
    results: Vec<Phrase>,
    about: SummaryList,
    /// Procedures whose names begin like this one's, by what differs.
    similar_procedures: LinkList,
    /// Part of it is in Vietnamese on an English page, as laws and names of papers mostly are.
    only_vietnamese: bool,
    t: text::Words,
}

/// The official collection of laws, asked for a number as its own pages ask.
const LAWS: &str = "https://vbpl.vn/TW/Pages/vbpq-timkiem.aspx?type=0&s=1&SearchIn=Title,Title1";

/// A portion of one part of a procedure.
#[derive(Template)]
#[template(path = "procedure/part.html")]
struct PartPage {
    chrome: Chrome,
    crumbs: Crumbs,
    heading: Heading,
    parts: PagedParts,
    /// To the portions before and after it.
    pager: Pager,
    /// To the procedure.
    back: Link,
    t: text::Words,
}

/// Which part is asked for, and which portion of it, counted from one.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PartQuery {
    part: String,
    page: String,
}

impl Page {
    /// The links to a part that is read on pages of its own.
    fn portion_links(&self, part: &PagedPart) -> Option<LinkList> {
        let address = format!("/procedures/{}", self.code);
        self.elsewhere.contains(part).then(|| self.parts.portion_links(*part, &address, &self.t))
    }

    fn not_online(&self) -> Notice {
        let more = match (self.parts.offerings.is_empty(), self.by_post) {
            (true, _) => self.t.nowhere(),
            (false, true) => self.t.at_counter_or_by_post(),
            (false, false) => self.t.at_counter(),
        };
        Notice::titled(Tone::Info, self.t.not_online()).sentence(more)
    }
}

pub async fn show(
    context: RequestContext,
    Path(code): Path<String>,
    Query(wanted): Query<PartQuery>,
) -> Answer {
    let part = query::known(&wanted.part, PagedPart::parse)?;
    let portion: Option<usize> = query::number(&wanted.page)?;
    let t = text::Words(context.language);
    let language = context.language;
    let data = context.app().master_data();
    let Some(procedure) = data.public_procedure(&code, context.today()) else {
        // What a province numbers on its own is found by the national code where we have no other.
        let national = ProcedureCode::parse(&code).filter(|_| data.history(&code).is_empty());
        let national =
            national.filter(|known| known.national() != code && !data.history(known.national()).is_empty());
        if let Some(known) = national {
            return web::see(&format!("/procedures/{}", known.national()));
        }
        return closed::show(&context, &data, &code);
    };
    let short = procedure.short_name.get(language);
    let field = data.field(&procedure.field);
    let field = field.map(|field| field.name.get(language).to_string()).unwrap_or_default();
    let parts = parts_of(procedure, &data, context.today(), language);
    if part.is_some() || portion.is_some() {
        let part = part.ok_or(Failure::NotFound)?;
        return page(
            &part_page(&context, procedure, parts, part, portion.unwrap_or(1)).ok_or(Failure::NotFound)?,
        );
    }
    let usual = app::public_figures::usual_time(context.app(), &procedure.code, None).await?;
    let title = naming::of(procedure, language, HEADING_LETTERS);
    page(&Page {
        chrome: context
            .public_chrome(short, &format!("/procedures/{code}"))
            .described(if procedure.summary.is_empty() { "" } else { procedure.summary.get(language) }),
        structured: structured::data(&context, procedure, &data),
        crumbs: Crumbs {
            label: t.here(),
            ancestors: vec![
                Link::new("/", t.home()),
                Link::new(format!("/procedures?field={}", procedure.field), field.as_str()),
            ],
            here: title.clone(),
        },
        heading: Heading::new(title),
        summary: Phrase::of(&procedure.summary, language),
        facts: facts(procedure, &t, language),
        usual: usual.map(|usual| ui::usual_time::said(&usual, &data, language)).unwrap_or_default(),
        table_of_contents: table_of_contents(procedure, &t),
        online: data.applies_online(procedure, context.today()),
        by_post: procedure.method(Channel::Postal).is_some(),
        closing: data.closing(&code).map(|(last, dated)| closing(last, &dated.closed_because, &t, language)),
        as_officer: context.who.as_ref().is_some_and(|who| who.officer.is_some()),
        start_note: if context.who.is_some() { t.start_note_signed_in() } else { t.start_note() },
        for_others: crate::audience::for_others(&context, procedure),
        elsewhere: parts.apart(),
        parts,
        internal_steps: internal_steps(procedure, &t, language),
        results: procedure.results.iter().map(|result| Phrase::of(&result.name, language)).collect(),
        about: SummaryList::narrow(about(procedure, &data, &t, language)),
        similar_procedures: similar_procedures(procedure, &data, context.today(), language),
        only_vietnamese: language == Language::English,
        code,
        t,
    })
}

/// What is asked first: for whom, how long, what it costs, how many papers.
fn facts(procedure: &Procedure, t: &text::Words, language: Language) -> FactTiles {
    let best = procedure.method(Channel::Online).or(procedure.methods.first());
    let limits = procedure.limits(best.map_or(Channel::Direct, |method| method.channel));
    let limits: Vec<String> = limits.into_iter().map(|limit| limit.text(language)).collect();
    let time = match limits.join(t.or()) {
        _ if limits.len() > 3 => t.by_case().to_string(),
        said if said.chars().count() > ui::fees::FACT_MAX => t.as_below().to_string(),
        said => said,
    };
    let required = procedure.papers.iter().filter(|paper| procedure.asks(paper, None)).count();
    let by_case = !procedure.cases().is_empty() && procedure.tells_required();
    let (papers_named, papers_counted) = match (required, papers::count(procedure)) {
        (_, _) if by_case => (t.papers_needed(), t.by_case().to_string()),
        // National records rarely say which papers must be there.
        (0, listed) if listed > 0 => (t.papers_listed(), listed.to_string()),
        (required, _) => (t.papers_needed(), required.to_string()),
    };
    let audiences: Vec<&str> = procedure.audiences.iter().map(|of| of.name(language)).collect();
    FactTiles(vec![
        FactTile::new(Icon::PERSON, t.for_whom(), audiences.join(", ")),
        FactTile::new(Icon::CLOCK, t.time(), time),
        FactTile::new(Icon::MONEY, t.cost(), ui::fees::total(best, language)),
        FactTile::new(Icon::PAPER, papers_named, papers_counted),
    ])
}

/// The parts of it that may be long.
fn parts_of(procedure: &Procedure, data: &MasterData, today: Date, language: Language) -> PagedParts {
    let said = |text: &Text| Phrase::of(text, language);
    let offerings = data.offerings(&procedure.code.to_string(), today);
    let offerings = offerings.iter().filter_map(|offering| {
        let agency = data.agency(offering.agency)?;
        let receiving = data.agency(offering.receiving)?;
        Some(OfferingView {
            agency: agency.name.get(language).to_string(),
            identifier: agency.code_on(today).map(|code| code.to_string()).unwrap_or_default(),
            address: receiving.address.clone(),
            phone: receiving.phone.clone(),
            phone_link: ui::formats::phone_link(&receiving.phone),
            level: pack_on(today).level_name(offering.level, language),
            receiving: receiving.name.get(language).to_string(),
        })
    });
    let conditions = said(&procedure.conditions);
    let lines = conditions.text.lines().map(|line| Phrase { text: line.into(), lang: conditions.lang });
    PagedParts {
        papers: Checklist::of(procedure, language),
        methods: methods(procedure, language),
        steps: procedure.steps.iter().map(said).collect(),
        first_step: 1,
        conditions: lines.collect(),
        basis: basis(procedure),
        offerings: offerings.collect(),
    }
}

/// A step inside the agency.
struct InternalStep {
    name: String,
    /// Empty where it has none of its own.
    time: String,
}

fn internal_steps(procedure: &Procedure, t: &text::Words, language: Language) -> Vec<InternalStep> {
    let steps = procedure.process.in_line(language).into_iter();
    let step = |(name, time): (Text, String)| {
        let name = if name.is_empty() { t.waits() } else { name.get(language) };
        InternalStep { name: name.to_string(), time }
    };
    steps.map(step).collect()
}

/// Nothing where there is no such portion.
fn part_page(
    context: &RequestContext,
    procedure: &Procedure,
    parts: PagedParts,
    part: PagedPart,
    portion: usize,
) -> Option<PartPage> {
    let (t, language) = (text::Words(context.language), context.language);
    let all = parts.portions(part);
    let these = all.get(portion.checked_sub(1)?)?.clone();
    let address = format!("/procedures/{}", procedure.code);
    let here = parts::address_of(&address, part, portion);
    let title = naming::of(procedure, language, HEADING_LETTERS);
    let near =
        |place: usize| (1..=all.len()).contains(&place).then(|| parts::address_of(&address, part, place));
    let pager =
        Pager::new(part.title(&t)).previous(near(portion - 1), t.before()).next(near(portion + 1), t.after());
    let heading = match part {
        PagedPart::Papers if all.len() > 1 => parts.papers.name_of(&these, &t),
        _ if all.len() > 1 => t.portion(part.title(&t), portion, all.len()).into(),
        _ => part.title(&t).into(),
    };
    Some(PartPage {
        chrome: context.public_chrome(&format!("{} · {}", heading.text, title.text), &here),
        crumbs: Crumbs {
            label: t.here(),
            ancestors: vec![Link::new("/", t.home()), Link::new(address.as_str(), title.clone())],
            here: part.title(&t).into(),
        },
        heading: Heading::with_eyebrow(part.title(&t), heading),
        parts: parts.only(part, these),
        pager,
        back: Link::new(address, t.whole_procedure()),
        t,
    })
}

fn closing(last: Date, because: &Text, t: &text::Words, language: Language) -> Notice {
    let notice = Notice::titled(Tone::Warning, t.closes(&long_date(last, language)));
    if because.is_empty() { notice } else { notice.sentence(Phrase::of(because, language)) }
}

/// The ways to apply; those that take as long, cost as much and say the same stand together.
fn methods(procedure: &Procedure, language: Language) -> Vec<Pair> {
    let mut ways: Vec<(Vec<&str>, Pair)> = Vec::new();
    for method in &procedure.methods {
        let fees = ui::fees::lines(Some(method), language).into_iter().map(SummaryNote::new);
        let note = SummaryNote::quiet(Phrase::of(&method.note, language));
        let said = Pair::new("", method.limit.text(language)).more(fees.chain([note]));
        let channel = method.channel.name(language);
        match ways.iter_mut().find(|(_, known)| *known == said) {
            Some((channels, _)) if channels.contains(&channel) => {}
            Some((channels, _)) => channels.push(channel),
            None => ways.push((vec![channel], said)),
        }
    }
    // The first begins the line.
    let joined = |channels: Vec<&str>| {
        let later = |(place, name): (usize, &str)| if place == 0 { name.into() } else { name.to_lowercase() };
        channels.into_iter().enumerate().map(later).collect::<Vec<String>>().join(", ")
    };
    ways.into_iter().map(|(channels, said)| Pair { name: joined(channels).into(), ..said }).collect()
}

fn basis(procedure: &Procedure) -> Vec<BasisView> {
    let view = |basis: &LegalBasis| BasisView {
        number: basis.number.clone(),
        name: basis.name.vi.clone(),
        href: format!("{LAWS}&{}", ui::query::written(&[("Keyword", &basis.number)])),
    };
    procedure.legal_basis.iter().map(view).collect()
}

/// The parts of the page that are there, by their anchors.
fn table_of_contents(procedure: &Procedure, t: &text::Words) -> Vec<Link> {
    let parts = [
        ("papers", t.papers(), !procedure.papers.is_empty()),
        ("methods", t.methods(), true),
        ("steps", t.steps(), !procedure.steps.is_empty()),
        ("conditions", t.conditions(), !procedure.conditions.is_empty()),
        ("inside", t.internal_steps(), !procedure.process.steps.is_empty()),
        ("basis", t.basis(), !procedure.legal_basis.is_empty()),
        ("where", t.where_to_apply(), true),
    ];
    parts.into_iter().filter(|part| part.2).map(|(id, name, _)| Link::new(format!("#{id}"), name)).collect()
}

/// Maximum procedures with a similar name that are shown.
const ALIKE_MAX: usize = 5;

/// Procedures of its field whose names begin like its own, each by what its name says otherwise.
fn similar_procedures(procedure: &Procedure, data: &MasterData, day: Date, language: Language) -> LinkList {
    let name = procedure.short_name.get(language);
    let like = |other: &&Procedure| {
        other.code != procedure.code
            && other.field == procedure.field
            && naming::alike(name, other.short_name.get(language))
    };
    let others = data.public_procedures(day).into_iter().filter(like).take(ALIKE_MAX).map(|other| {
        let its = other.short_name.get(language);
        let shown = naming::differing(its, &[name], ROW_LETTERS);
        let named = naming::of(other, language, ROW_LETTERS);
        let named = Phrase { text: shown.unwrap_or(named.text), lang: named.lang };
        Link::new(format!("/procedures/{}", other.code), named)
    });
    LinkList(others.collect())
}

/// What else there is to know of it, by name.
fn about(procedure: &Procedure, data: &MasterData, t: &text::Words, language: Language) -> Vec<Pair> {
    let audiences = procedure.audiences.iter().map(|audience| audience.name(language));
    let audiences = audiences.collect::<Vec<_>>().join(", ");
    let since = since(data, procedure).map(|day| t.since(&short_date(day, language))).unwrap_or_default();
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
        Some(day) => format!("{}, {}", decision.number, short_date(day, t.0)),
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
fn since(data: &MasterData, procedure: &Procedure) -> Option<Date> {
    let versions = data.history(procedure.code.as_str());
    versions.iter().find(|dated| dated.procedure.version == procedure.version).map(|dated| dated.from)
}
