//! Which procedure somebody came for: looked for by name or code, one of those taken in most often, or found in the list.

use super::text;
use app::master_data::Offering;
use askama::Template;
use domain::procedure::Procedure;
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
    pub used: Vec<Link>,
    pub groups: Vec<Group>,
    /// How many there are in all, and whether the list stands open.
    pub count: usize,
    pub open: bool,
    pub pager: Pager,
    /// The way to the list, where it is long.
    pub all: Option<Link>,
    pub t: text::Words,
}

/// What one agency decides.
pub(super) struct Group {
    pub agency: String,
    pub procedures: LinkList,
}

impl ChoosePage {
    fn letters(&self) -> usize {
        LETTERS
    }

    fn empty(&self) -> Empty {
        let text = self.t.found_none_more().into();
        Empty { title: self.t.found_none().into(), text, link: None }
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
    let found = (!asked.is_empty()).then(|| data.received_like(counter, &asked, today, FOUND));
    if let Some([(procedure, offering)]) = found.as_deref()
        && procedure.code.as_str() == asked
        && let Some(intake) = intake_link(&context, (procedure, offering))
    {
        return web::see(&intake.href);
    }
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
        pager,
        all: (listed.is_empty() && !all.is_empty()).then(|| Link::new(to(1), t.all(all.len()))),
        asked,
        t,
    })
}

/// The way to where a procedure is taken in, with its code and who decides.
fn intake_link(context: &RequestContext, (procedure, offering): Received) -> Option<Link> {
    let data = context.app().master_data();
    let agency = data.agency(offering.agency)?;
    let to = format!("/office/counter/{}/{}", agency.key, procedure.code);
    let name = Phrase::of(&procedure.short_name, context.language);
    let text = format!("{} · {}", procedure.code.as_str(), agency.name.get(context.language));
    Some(Link::new(to, name).text(text))
}

fn groups(context: &RequestContext, listed: &[Received]) -> Vec<Group> {
    let data = context.app().master_data();
    let mut groups: Vec<Group> = Vec::new();
    for (procedure, offering) in listed {
        let Some(agency) = data.agency(offering.agency) else { continue };
        let name = agency.name.get(context.language).to_string();
        let Some(link) = intake_link(context, (procedure, offering)) else { continue };
        let link = link.text(procedure.code.as_str());
        match groups.iter_mut().find(|group| group.agency == name) {
            Some(group) => group.procedures.0.push(link),
            None => groups.push(Group { agency: name, procedures: LinkList(vec![link]) }),
        }
    }
    groups
}
