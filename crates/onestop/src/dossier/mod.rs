//! One dossier as an officer works on it: papers beside the check, key dates, people, history, acts.

mod acts;
mod apart;
mod facts;
mod history;
mod linked;
mod long;
mod papers;
#[cfg(test)]
mod tests;
mod text;

use crate::inbox::InboxQuery;
use crate::officer_reader::OfficerReader;
use acts::FailedForm;
use app::dossiers::{ActRequest, NotDone};
use app::inbox::{ListRow, Neighbours};
use app::opening::{Surroundings, Viewed};
use app::random;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::dossier::{ActKind, Dossier, Reference, WhoseClock, step_at_hand};
use domain::officer::{AccountId, Officer};
use domain::procedure::Procedure;
use long::{CutShort, LongPart};
use serde::Deserialize;
use std::pin::Pin;
use ui::deadline_days::days;
use ui::part::{
    ActCard, BackLink, Chart, ClockCard, DeadlineDays, History, Link, LinkList, Notice, Pager, Phrase,
    SummaryList, Tag, TagKind, TaskList, Tone,
};
use ui::posted::KEY;
use ui::{Chrome, Flash, FormParam, Posted, Switch};
use web::{Answer, Failure, Query, RequestContext, Sent, page, query, see_with_flash};

#[derive(Template)]
#[template(path = "dossier/page.html")]
struct Page {
    chrome: Chrome,
    reference: String,
    /// Its address at this step and place in a list; more may be added to it.
    url: String,
    code: String,
    heading: Phrase,
    owner: String,
    stage: Tag,
    /// What happened while a form was being filled in.
    changed_meanwhile: Option<Notice>,
    clock: ClockCard,
    dates: SummaryList,
    people: SummaryList,
    requests: Vec<String>,
    apologies: Vec<String>,
    slips: Vec<Link>,
    /// That it was sent back; what another agency has done and may be done here too; what the applicant was asked for.
    notices: Vec<Notice>,
    /// What its process waits for.
    waits: TaskList,
    steps: TaskList,
    /// What runs at once, if several steps do.
    branches: Vec<facts::BranchView>,
    /// The id of the step the acts are for, and when it began: a form typed for it is not kept for another.
    step_here: String,
    /// What comes before and after it in its list.
    neighbours: Pager,
    /// The way to the list it was opened from, or to the officer's own; where the list stands beside, that leads there.
    to_list: BackLink,
    /// Its list, to be read beside it.
    sidebar: Option<ListSidebar>,
    answers: SummaryList,
    papers: Vec<papers::PaperView>,
    linked: TaskList,
    days: DeadlineDays,
    limit: String,
    offered: acts::OfferedActs,
    /// The process as a picture.
    picture: Chart,
    history: History,
    readings: Vec<String>,
    /// The ways to what is read on pages of its own.
    apart: LinkList,
    /// What is not shown here of papers and of answers.
    more_papers: Option<CutShort>,
    more_answers: Option<CutShort>,
    receipt: bool,
    seen: String,
    t: text::Words,
}

/// The list a dossier was opened from, at its place in it.
struct ListSidebar {
    /// The whole list.
    list: Link,
    before: LinkList,
    after: LinkList,
}

/// The slips it was given, each on a page of its own.
fn slips(reference: &Reference, viewed: &Viewed, language: domain::Language) -> Vec<Link> {
    let slips = ui::slip::slips(viewed, language).into_iter();
    slips
        .map(|(sequence, name)| Link::new(format!("/office/dossiers/{reference}/slips/{sequence}"), name))
        .collect()
}

/// Facts in a narrow column.
fn narrow(facts: Vec<(&'static str, String)>) -> SummaryList {
    SummaryList { narrow: true, ..facts.into_iter().collect() }
}

/// What the form of an act says unseen: in whose place it is sent, how many events the page had shown, for which step.
const ACTING_FOR: FormParam = FormParam("desk");
const SEEN: FormParam = FormParam("seen");
const STEP: FormParam = FormParam("step");

/// Which of several running steps the page is about: by its token, or by its place among them.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct StepChoice {
    step: String,
    place: String,
}

pub async fn show(
    context: RequestContext,
    Path(reference): Path<String>,
    Query(at): Query<StepChoice>,
    Query(list): Query<InboxQuery>,
    Query(said): Query<Vec<(String, String)>>,
) -> Answer {
    let reference = Reference::parse(&reference).ok_or(Failure::NotFound)?;
    let officer = context.officer()?.clone();
    let list = list.known(&context).await?.ok_or(Failure::NotFound)?;
    let listed = list.place_in_list(&context).await?;
    let (viewed, around) =
        app::opening::with_surroundings(context.app(), reference, officer, listed, context.renews).await?;
    // A step may be over since the address was made; what is no step at all is no address.
    let place = query::number(&at.place)?.and_then(|place: usize| viewed.dossier.steps.get(place)?.token);
    let at_hand = query::number(&at.step)?.or(place);
    let part = ui::query::given(&context.path, "part");
    let view = view(&context, &viewed, &around, at_hand, &list, ShownForm::Begun(Posted::of(said))).await?;
    match part {
        None => lightened(view, StatusCode::OK),
        Some(part) => {
            let part = LongPart::parse(&part).ok_or(Failure::NotFound)?;
            let place = ui::query::given(&context.path, "page").unwrap_or_default();
            page(&view.only(part, query::number(&place)?.unwrap_or(1))?)
        }
    }
}

/// With which form the page is shown.
enum ShownForm {
    /// With what the address says a form is to be about.
    Begun(Posted),
    /// With what did not go through.
    Trouble(FailedForm),
}

/// `again` where it is the page of before that asks.
async fn open(context: &RequestContext, reference: &str, again: bool) -> Result<Viewed, Failure> {
    let reference = Reference::parse(reference).ok_or(Failure::NotFound)?;
    Ok(app::opening::for_officer(context.app(), reference, context.officer()?.clone(), again).await?)
}

async fn view(
    context: &RequestContext,
    viewed: &Viewed,
    around: &Surroundings,
    wanted: Option<u32>,
    list: &InboxQuery,
    shown: ShownForm,
) -> Result<Page, Failure> {
    let (t, language) = (text::Words(context.language), context.language);
    let dossier = &viewed.dossier;
    let reader = OfficerReader::of(context);
    let data = &reader.data;
    let procedure = data.pinned(&dossier.pinned).ok_or(Failure::NotFound)?;
    let officer = context.officer()?;
    let wanted = wanted.filter(|token| dossier.step(Some(*token)).is_some());
    let own = || step_at_hand(dossier, &context.officer_actor().ok()?, &procedure.process)?.token;
    let at_hand = wanted.or_else(own);
    let (begun, trouble) = match shown {
        ShownForm::Begun(begun) => (begun, None),
        ShownForm::Trouble(trouble) => (Posted::default(), Some(trouble)),
    };
    let named = match &trouble {
        Some(trouble) => named(context, trouble.kind, &trouble.posted).await?,
        None => None,
    };
    let rules = data.context(dossier, &procedure, context.now());
    let Surroundings { officers: colleagues, loads, neighbours } = around;
    let form_context =
        acts::FormContext { context, viewed, rules, at_hand, begun: &begun, colleagues, loads, named, t };
    let page_url = address(dossier, at_hand, list);
    let seen = context.as_seen(SEEN, dossier.sequence);
    let sending = sending(&form_context, list, page_url.clone(), &seen)?;
    let offered = acts::offered(&form_context, trouble.as_ref(), &sending)?;
    let since = match trouble.as_ref().and_then(|trouble| trouble.overtaken) {
        None => Vec::new(),
        Some(seen) => history::since(&reader, viewed, &procedure, seen),
    };
    let placed = list.written();
    let to = |row: &ListRow| crate::inbox::row_address(row, &placed);
    let heading = Phrase::of(&procedure.short_name, language);
    let typed = offered.acts.iter().filter(|act| !act.only_asks && !act.fields.fields.is_empty());
    let switches = typed.map(|act| Switch::of(ActCard::form_id(act.key), act.name).to(&act.action));
    Ok(Page {
        chrome: context.chrome(&heading.text).with_problems(trouble.is_some()).switching_among(switches),
        reference: dossier.reference.to_string(),
        code: dossier.code.as_ref().map_or_else(|| dossier.reference.grouped(), ToString::to_string),
        heading,
        owner: dossier.parties.as_ref().map(|parties| parties.owner.name.clone()).unwrap_or_default(),
        stage: Tag::new(
            match dossier.stage.kind().whose_clock() {
                WhoseClock::Nobody => TagKind::Neutral,
                WhoseClock::Agency | WhoseClock::Applicant => TagKind::Info,
            },
            dossier.stage.kind().told(dossier.outcome, language),
        ),
        changed_meanwhile: (!since.is_empty())
            .then(|| Notice::titled(Tone::Warning, t.since()).points(since)),
        clock: facts::clock(&reader, dossier, rules.calendar),
        dates: narrow(facts::dates(dossier, &t)),
        people: narrow(facts::people(&reader, viewed, &procedure)),
        requests: facts::requests(dossier, &t, language),
        apologies: facts::apologies(dossier, &t),
        slips: slips(&dossier.reference, viewed, language),
        waits: TaskList(facts::waits(&reader, dossier, &procedure)),
        steps: TaskList(facts::steps(&reader, viewed, &procedure)),
        notices: notices(&reader, &form_context, &procedure, &page_url),
        url: page_url,
        neighbours: Pager::new(t.neighbours())
            .previous(neighbours.before.last().map(to), t.before())
            .next(neighbours.after.first().map(to), t.after()),
        to_list: BackLink::new(list_address(list), t.list()),
        sidebar: sidebar(&reader, list, neighbours, &t),
        branches: facts::branches(&reader, viewed, &procedure, at_hand),
        step_here: dossier
            .step(at_hand)
            .map_or_else(String::new, |step| format!("{} {}", step.id, step.started.millis())),
        answers: ui::formats::answers(&procedure.form, &dossier.answers, language),
        papers: papers::papers(&reader, viewed, &procedure),
        linked: TaskList(linked::linked(&reader, viewed, &procedure)),
        days: days(viewed, data, language),
        limit: ui::deadline_days::limit(dossier, language),
        offered,
        picture: facts::picture(&reader, viewed, &procedure, t.process()),
        history: History(history::rows(&reader, viewed, &procedure)),
        readings: history::readings(viewed, context.language),
        apart: LinkList::default(),
        more_papers: None,
        more_answers: None,
        receipt: prints_receipt(dossier, officer),
        seen,
        t,
    })
}

/// What must be seen before all else: that it was sent back, what others found, what was asked.
fn notices(
    reader: &OfficerReader,
    form_context: &acts::FormContext,
    procedure: &Procedure,
    page_url: &str,
) -> Vec<Notice> {
    let acts::FormContext { viewed, t, .. } = form_context;
    let heard = acts::Heard::all(form_context).into_iter().map(|heard| {
        let form = format!("{page_url}{}", heard.form());
        Notice::info(heard.sentence).link(Link::new(form, t.do_here()))
    });
    let asked = facts::asked(reader, &viewed.dossier, procedure);
    let asked = (!asked.is_empty())
        .then(|| asked.into_iter().fold(Notice::titled(Tone::Info, t.asked()), Notice::sentence));
    facts::sent_back(reader, viewed, procedure).into_iter().chain(heard).chain(asked).collect()
}

/// What the forms of acts say unseen, and where they lead.
fn sending<'a>(
    form_context: &acts::FormContext<'a>,
    list: &InboxQuery,
    page_url: String,
    seen: &str,
) -> Result<acts::Sending<'a>, Failure> {
    let context = form_context.context;
    let step = form_context.at_hand.map(|token| STEP.hidden_input(token));
    // In whose place: the same browser may take another in another page.
    let acting_for = context.as_seen(ACTING_FOR, place(context)?);
    Ok(acts::Sending {
        reference: &form_context.viewed.dossier.reference,
        key: context.as_seen(KEY, random::key(context.app().now())),
        act_inputs: [ACTING_FOR.hidden_input(acting_for), SEEN.hidden_input(seen)].into(),
        page_inputs: step.into_iter().chain(list.hidden_inputs()).collect(),
        page_url,
    })
}

/// The list it was opened from; the officer's own where it was opened otherwise.
fn list_address(list: &InboxQuery) -> String {
    match list.written() {
        placed if placed.is_empty() => "/office".into(),
        placed => format!("/office?{placed}"),
    }
}

/// The list it was opened from, beside the page: what stands before it there, and after.
fn sidebar(
    reader: &OfficerReader,
    list: &InboxQuery,
    neighbours: &Neighbours,
    t: &text::Words,
) -> Option<ListSidebar> {
    let placed = list.written();
    let rows = |of: &[ListRow]| of.iter().map(|row| crate::rows::beside(reader, row, &placed)).collect();
    (!placed.is_empty() && list.is_placed()).then(|| ListSidebar {
        list: Link::new(list_address(list), t.list()),
        before: LinkList(rows(&neighbours.before)),
        after: LinkList(rows(&neighbours.after)),
    })
}

/// The receipt is given by the counter that received it.
fn prints_receipt(dossier: &Dossier, officer: &Officer) -> bool {
    dossier.code.is_some() && dossier.received_by(officer)
}

/// The address of the page, at a step and a place in a list; more may be added to it.
fn address(dossier: &Dossier, at_hand: Option<u32>, list: &InboxQuery) -> String {
    let step = at_hand.map(|token| token.to_string()).unwrap_or_default();
    let said = [ui::query::written(&[("step", &step)]), list.placed()];
    let said = said.into_iter().filter(|part| !part.is_empty()).map(|part| part + "&").collect::<String>();
    format!("/office/dossiers/{}?{said}", dossier.reference)
}

/// The key of whom the officer stands in for; nothing at the own desk.
fn place(context: &RequestContext) -> Result<String, Failure> {
    Ok(context.officer()?.stands_for.map(|absent| absent.0.to_string()).unwrap_or_default())
}

/// Whether files may come, before any byte of them is kept: to a dossier the officer may open.
pub fn may_bring(context: RequestContext) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>> {
    Box::pin(async move {
        let reference = Reference::parse(context.segment(2)).ok_or(Failure::NotFound)?;
        match app::opening::may_see(context.app(), context.officer()?, reference).await? {
            true => Ok(u64::MAX),
            false => Err(Failure::NotFound),
        }
    })
}

/// Does an act; what does not go through comes back with everything typed.
pub async fn act(
    context: RequestContext,
    Path((reference, kind)): Path<(String, String)>,
    Sent(posted): Sent,
) -> Answer {
    let kind = ActKind::parse(&kind).ok_or(Failure::NotFound)?;
    let officer = context.officer()?.clone();
    let number = Reference::parse(&reference).ok_or(Failure::NotFound)?;
    let viewed = match posted.is_held() {
        // A form that was held is shown on a page of its own, which somebody opens.
        true => open(&context, &reference, false).await?,
        false => app::opening::to_act(context.app(), number, officer).await?,
    };
    let seen: u32 = SEEN.of(&posted).parse().map_err(|_| Failure::BadRequest)?;
    let key = posted.key().ok_or(Failure::BadRequest)?;
    let token = Some(STEP.of(&posted)).filter(|token| !token.is_empty()).map(str::parse);
    let token = token.transpose().map_err(|_| Failure::BadRequest)?;
    let list = InboxQuery::of(&posted).known(&context).await?.ok_or(Failure::BadRequest)?;
    if posted.is_held() {
        return shown_again(&context, &viewed, token, &list, FailedForm::with(kind, posted)).await;
    }
    if ACTING_FOR.of(&posted) != place(&context)? {
        let said = Some(text::Words(context.language).other_desk().to_string());
        let viewed = open(&context, &reference, true).await?;
        let trouble = FailedForm { said, ..FailedForm::with(kind, posted) };
        return shown_again(&context, &viewed, token, &list, trouble).await;
    }
    let Some((command, rows)) = read(&context, &viewed, kind, &posted, token).await? else {
        let viewed = open(&context, &reference, true).await?;
        return shown_again(&context, &viewed, token, &list, FailedForm::with(kind, posted)).await;
    };
    let request = ActRequest {
        reference: viewed.dossier.reference.clone(),
        actor: context.officer_actor()?,
        command,
        key,
        seen: Some(seen),
    };
    match app::dossiers::perform_with_files(context.app(), request, rows).await {
        Ok(_) if kind == ActKind::Accept => web::see(&format!("/office/dossiers/{reference}/receipt")),
        Ok(done) if done.dossier.visible_to(context.officer()?) => {
            let list = Some(list.placed()).filter(|list| !list.is_empty());
            let list = list.map(|list| format!("?{list}")).unwrap_or_default();
            see_with_flash(&context, &format!("/office/dossiers/{reference}{list}"), Flash::Recorded)
        }
        // It is out of sight now: back to the list it was opened from.
        Ok(_) => {
            let list = Some(list.written()).filter(|list| !list.is_empty());
            let list = list.map(|list| format!("?{list}")).unwrap_or_default();
            see_with_flash(&context, &format!("/office{list}"), Flash::Recorded)
        }
        Err(NotDone::Refused(refusal)) => {
            let viewed = open(&context, &reference, true).await?;
            let trouble = FailedForm { refusal: Some(refusal), ..FailedForm::with(kind, posted) };
            shown_again(&context, &viewed, token, &list, trouble).await
        }
        Err(NotDone::Overtaken { .. }) => {
            let said = Some(text::Words(context.language).overtaken().to_string());
            let viewed = open(&context, &reference, true).await?;
            let trouble = FailedForm { said, overtaken: Some(seen), ..FailedForm::with(kind, posted) };
            shown_again(&context, &viewed, token, &list, trouble).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What the form of an act asks for.
async fn read(
    context: &RequestContext,
    viewed: &Viewed,
    kind: ActKind,
    posted: &Posted,
    token: Option<u32>,
) -> Result<acts::FormRead, Failure> {
    let colleagues = match acts::among_colleagues(kind) {
        true => app::accounts::list_officers(context.app(), viewed.dossier.competent).await?,
        false => Vec::new(),
    };
    let data = context.app().master_data();
    let procedure = data.pinned(&viewed.dossier.pinned).ok_or(Failure::NotFound)?;
    let form_context = acts::FormContext {
        context,
        viewed,
        rules: data.context(&viewed.dossier, &procedure, context.now()),
        at_hand: token,
        begun: &Posted::default(),
        colleagues: &colleagues,
        loads: &[],
        named: named(context, kind, posted).await?,
        t: text::Words(context.language),
    };
    Ok(acts::read(kind, &form_context, posted))
}

/// The account a form names by its login.
async fn named(
    context: &RequestContext,
    kind: ActKind,
    posted: &Posted,
) -> Result<Option<AccountId>, Failure> {
    let Some(login) = acts::login(kind, posted) else { return Ok(None) };
    Ok(app::accounts::find(context.app(), &login).await?.map(|account| account.id))
}

async fn shown_again(
    context: &RequestContext,
    viewed: &Viewed,
    token: Option<u32>,
    list: &InboxQuery,
    trouble: FailedForm,
) -> Answer {
    let listed = list.place_in_list(context).await?;
    let around = app::opening::surroundings(context.app(), viewed.dossier.competent, listed).await?;
    let status =
        if trouble.overtaken.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = view(context, viewed, &around, token, list, ShownForm::Trouble(trouble)).await?;
    lightened(view, status)
}

fn lightened(view: Page, status: StatusCode) -> Answer {
    let (_, html) = view.lightened().map_err(|error| Failure::Fault(app::Fault::other(error)))?;
    Ok(web::rendered(status, html))
}

/// A file of a dossier the officer may open.
pub async fn file(context: RequestContext, Path(token): Path<String>) -> Answer {
    let file = app::files::find(context.app(), token).await?.ok_or(Failure::NotFound)?;
    if !app::files::officer_may_read(context.app(), &file, context.officer()?).await? {
        return Err(Failure::NotFound);
    }
    web::stream::send(&context, &file).await
}
