//! Which procedure somebody came for: looked for by name or code, one of those taken in most often, or found in the list.

use super::text;
use app::master_data::Offering;
use askama::Template;
use domain::procedure::{Procedure, ProcedureCode};
use serde::Deserialize;
use ui::part::{Empty, Heading, Icon, Link, LinkList, Pager, Phrase};
use ui::{Chrome, FormParam, Switch};
use web::{Answer, Failure, Query, RequestContext, page, query};

/// Those taken in most often, as many as a hand finds at once.
const USED: u32 = 10;
/// Maximum answers, and maximum procedures of a page of the list; a list that fits a page is shown at once.
const FOUND: usize = 20;
const PAGE: usize = 50;
const LETTERS: usize = 300;

const ASKED: FormParam = FormParam("q");
/// The form that asks.
const FORM: &str = "counter-search";

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct ChoiceQuery {
    q: String,
    /// Which page of the list, counted from one.
    page: String,
}

#[derive(Template)]
#[template(path = "counter/choose.html")]
pub(super) struct ChoosePage {
    pub chrome: Chrome,
    pub asked: String,
    /// Nothing where nothing was looked for.
    pub found: Option<LinkList>,
    /// What is said where nothing was found.
    pub none: Empty,
    pub used: Vec<Link>,
    pub groups: Vec<AgencyProcedures>,
    /// How many there are in all, and whether the list stands open.
    pub count: usize,
    pub open: bool,
    pub pager: Pager,
    /// The way to the list, where it is long.
    pub all: Option<Link>,
    pub t: text::Words,
}

/// What one agency decides.
pub(super) struct AgencyProcedures {
    pub agency: String,
    pub procedures: LinkList,
}

impl ChoosePage {
    fn letters(&self) -> usize {
        LETTERS
    }
}

type Received<'a> = (&'a Procedure, &'a Offering);

pub async fn choose(context: RequestContext, Query(wanted): Query<ChoiceQuery>) -> Answer {
    let t = text::Words(context.language);
    let (officer, data, today) = (context.officer()?, context.app().master_data(), context.today());
    let asked: String = wanted.q.trim().chars().take(LETTERS).collect();
    let at = query::number::<usize>(&wanted.page)?;
    let counter = officer.agency;
    let used = match asked.is_empty() && at.is_none() {
        true => app::inbox::most_received(context.app(), counter, USED).await?,
        false => Vec::new(),
    };
    let all = data.received_at(counter, today);
    let code = ProcedureCode::parse(&asked);
    let found = (!asked.is_empty()).then(|| match (&code, digits(&asked)) {
        (Some(code), _) => of_code(&all, code),
        (None, Some(part)) => {
            let has = |(procedure, _): &&Received| only_digits(procedure.code.as_str()).contains(&part);
            all.iter().filter(has).copied().take(FOUND).collect()
        }
        (None, None) => data.received_like(counter, &asked, today, FOUND),
    });
    if let (Some(_), Some([one])) = (&code, found.as_deref())
        && let Some(intake) = intake_link(&context, *one)
    {
        return web::see(&intake.href);
    }
    let none = match &code {
        Some(code) => elsewhere(&context, code),
        None => Empty { title: t.found_none().into(), text: t.found_none_more().into(), link: None },
    };
    let used = used.iter().filter_map(|(code, competent)| {
        let of = |(procedure, offering): &&Received| {
            procedure.code.as_str() == code && offering.agency == *competent
        };
        intake_link(&context, *all.iter().find(of)?)
    });
    let used: Vec<Link> = used.collect();
    let pages = all.len().div_ceil(PAGE).max(1);
    if at.is_some_and(|at| at == 0 || at > pages) {
        return Err(Failure::NotFound);
    }
    let listed = match (at, pages) {
        _ if found.is_some() => &[],
        (None, 1) => all.as_slice(),
        (None, _) => &[],
        (Some(at), _) => &all[(at - 1) * PAGE..all.len().min(at * PAGE)],
    };
    let to = |page: usize| format!("/office/counter?page={page}");
    let pager = Pager::new(t.pages());
    let pager = match at {
        Some(at) if found.is_none() => pager
            .previous((at > 1).then(|| to(at - 1)), t.before())
            .next((at < pages).then(|| to(at + 1)), t.after()),
        _ => pager,
    };
    page(&ChoosePage {
        chrome: context.chrome(t.title()).switching_among([Switch::asking(FORM, t.look())]),
        count: all.len(),
        open: at.is_some() || used.is_empty(),
        used,
        groups: groups(&context, listed),
        found: found
            .map(|found| LinkList(found.into_iter().filter_map(|one| intake_link(&context, one)).collect())),
        none,
        pager,
        all: (listed.is_empty() && !all.is_empty()).then(|| Link::new(to(1), t.all(all.len()))),
        asked,
        t,
    })
}

/// Digits of a part of a code, from so many on; letters make it words.
const PART: usize = 3;

/// What was typed as a part of a code, with its dots or without.
fn digits(asked: &str) -> Option<String> {
    let of_code = asked.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ' '));
    Some(only_digits(asked)).filter(|digits| of_code && digits.len() >= PART)
}

fn only_digits(code: &str) -> String {
    code.chars().filter(char::is_ascii_digit).collect()
}

/// What is taken in of a whole code: as it is, or the national one where the local one was not said.
fn of_code<'a>(all: &[Received<'a>], code: &ProcedureCode) -> Vec<Received<'a>> {
    let exact = all.iter().filter(|(procedure, _)| procedure.code == *code);
    let exact: Vec<Received> = exact.copied().collect();
    match exact.is_empty() {
        true => {
            all.iter().filter(|(procedure, _)| procedure.code.national() == code.as_str()).copied().collect()
        }
        false => exact,
    }
}

/// Who takes in what this counter does not, or that there is no such code.
fn elsewhere(context: &RequestContext, code: &ProcedureCode) -> Empty {
    let t = text::Words(context.language);
    let (data, today) = (context.app().master_data(), context.today());
    let Some(procedure) = data.public_procedure(code.as_str(), today) else {
        return Empty { title: t.no_code(code.as_str()), text: t.no_code_more().into(), link: None };
    };
    let mut places: Vec<String> = Vec::new();
    for offering in data.offerings(code.as_str(), today) {
        let place =
            data.agency(offering.receiving).map(|agency| agency.name.get(context.language).to_string());
        places.extend(place.filter(|place| !places.contains(place)));
    }
    let more = places.len().saturating_sub(PLACES);
    places.truncate(PLACES);
    let places = places.join(", ");
    let text = match (places.is_empty(), more) {
        (true, _) => t.nowhere().to_string(),
        (false, 0) => t.elsewhere(&places),
        (false, more) => t.elsewhere_too(&places, more),
    };
    let title = t.not_here(code.as_str(), procedure.short_name.get(context.language));
    Empty { title, text, link: None }
}

/// Maximum places named that take in what this counter does not.
const PLACES: usize = 5;

/// The way to where a procedure is taken in, with its code and who decides.
fn intake_link(context: &RequestContext, (procedure, offering): Received) -> Option<Link> {
    let data = context.app().master_data();
    let agency = data.agency(offering.agency)?;
    let to = format!("/office/counter/{}/{}", agency.key, procedure.code);
    let name = Phrase::of(&procedure.short_name, context.language);
    let text = format!("{} · {}", procedure.code.as_str(), agency.name.get(context.language));
    Some(Link::new(to, name).text(text))
}

fn groups(context: &RequestContext, listed: &[Received]) -> Vec<AgencyProcedures> {
    let data = context.app().master_data();
    let mut groups: Vec<AgencyProcedures> = Vec::new();
    for (procedure, offering) in listed {
        let Some(agency) = data.agency(offering.agency) else { continue };
        let name = agency.name.get(context.language).to_string();
        let Some(link) = intake_link(context, (procedure, offering)) else { continue };
        let link = link.text(procedure.code.as_str());
        match groups.iter_mut().find(|group| group.agency == name) {
            Some(group) => group.procedures.0.push(link),
            None => groups.push(AgencyProcedures { agency: name, procedures: LinkList(vec![link]) }),
        }
    }
    groups
}
