//! Absences of an agency: who acts in whose place, and taking such a place.

#[cfg(test)]
mod tests;
mod text;

use app::substitutions::Substitution;
use askama::Template;
use domain::absence;
use domain::officer::{AccountId, Officer};
use domain::time::short_date;
use jiff::civil::Date;
use ui::field::option;
use ui::form::ErrorTarget;
use ui::part::{Button, ButtonLook, Cell, Heading, RowAct, Table, TableRow};
use ui::stand_in::{ABSENT, StandIn};
use ui::{Chrome, Fields, Flash, Form, FormParam, Markup, Posted};
use web::{Answer, Failure, RequestContext, Sent, page, page_with_errors, see_with_flash};

#[derive(Template)]
#[template(path = "absence/page.html")]
struct Page {
    chrome: Chrome,
    places: Vec<StandInOffer>,
    rows: Table,
    fields: Fields,
    t: text::Words,
}

/// A place this officer may take today.
struct StandInOffer {
    absent: i64,
    name: String,
    until: String,
    document: String,
    act: Button,
}

const HOME: &str = "/office/absences";
const FORM: &str = "absence";
/// Which absence is meant.
const ABSENCE: FormParam = FormParam("absence");

ui::submits! {
    enum Submit {
        End = "end",
        Add = "add",
    }
}
/// Maximum letters of the number of a document.
const DOCUMENT_MAX: usize = 200;

/// The officer as signed in, whatever place they have taken.
async fn signed_in_officer(context: &RequestContext) -> Result<Officer, Failure> {
    let id = context.signed_in()?.id();
    Ok(app::administration::find_officer(context.app(), id).await?.ok_or(Failure::NotFound)?.0)
}

/// An absence to be noted.
struct Noted {
    absent: AccountId,
    substitute: AccountId,
    from: Date,
    to: Date,
    document: String,
}

const FROM: ErrorTarget = ErrorTarget::Named("from");

fn form(form: &mut Form, today: Date, own: &Officer, colleagues: &[Officer]) -> Option<Noted> {
    let (t, language) = (text::Words(form.language()), form.language());
    let absentees: Vec<&Officer> =
        colleagues.iter().filter(|colleague| absence::may_note(own, colleague.account)).collect();
    let chosen = absentees.len() > 1;
    let named = |colleague: &Officer| {
        let label = format!("{} · {}", colleague.name, colleague.title.get(language));
        (colleague.account, option(colleague.account.0.to_string(), label))
    };
    let absent = match chosen {
        true => {
            let all = absentees.into_iter().map(named).collect();
            form.one_of_many("absent", t.absent(), all).value(&own.account.0.to_string()).read()
        }
        false => Some(own.account),
    };
    let others = colleagues.iter().filter(|colleague| chosen || colleague.account != own.account);
    let substitute = form.one_of_many("substitute", t.substitute(), others.map(named).collect());
    let substitute = substitute.unless(move |other| Some(*other) == absent, t.same()).read();
    let from = form.day("from", t.from()).on(FROM).read();
    let to = form.day("to", t.to());
    let to = to.unless(move |to| *to < today || from.is_some_and(|from| *to < from), t.to_wrong()).read();
    let document = form.line("document", t.document()).complete("off").at_most(DOCUMENT_MAX);
    let document = document.read();
    Some(Noted { absent: absent?, substitute: substitute?, from: from?, to: to?, document: document? })
}

async fn view(context: &RequestContext, own: &Officer, form: Form<'_>) -> Result<Page, Failure> {
    let t = text::Words(context.language);
    let fields = form.into_fields();
    let absences = app::substitutions::list_absences(context.app(), own).await?;
    let people = absences.iter().flat_map(|absence| [absence.absent, absence.substitute]).collect();
    let names = app::accounts::names_of(context.app(), people).await?;
    let name = |id: AccountId| {
        names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let standing = context.officer()?.stands_for;
    let places = app::substitutions::places_of(context.app(), own).await?;
    let place = |(absence, _): &(Substitution, Officer)| {
        place(absence, name(absence.absent), standing == Some(absence.absent), &t)
    };
    Ok(Page {
        chrome: context
            .chrome(t.title())
            .with_problems(fields.any_wrong())
            .switching_for(FORM, Submit::Add.key()),
        places: places.iter().map(place).collect(),
        rows: table(own, &absences, name, &t),
        fields,
        t,
    })
}

/// A place that may be taken, or left where it is taken.
fn place(absence: &Substitution, name: String, taken: bool, t: &text::Words) -> StandInOffer {
    StandInOffer {
        absent: absence.absent.0,
        name,
        until: short_date(absence.to, t.0),
        document: absence.document.clone(),
        act: match taken {
            true => Button::new(ButtonLook::Second, t.leave(), Markup::of(StandIn::Leave)),
            false => Button::new(ButtonLook::Main, t.take(), Markup::of(StandIn::Take)),
        },
    }
}

/// The absences of an agency; an officer ends their own and those they noted.
fn table(
    own: &Officer,
    absences: &[Substitution],
    name: impl Fn(AccountId) -> String,
    t: &text::Words,
) -> Table {
    let end = |absence: &Substitution| RowAct {
        hidden_input: ABSENCE.hidden_input(absence.id),
        button: Button::new(ButtonLook::Quiet, t.end(), Markup::of(Submit::End))
            .context(name(absence.absent)),
    };
    let row = |absence: &Substitution| {
        let mine = absence::may_end(own, absence.absent, absence.made_by);
        let cells = vec![
            Cell::new(name(absence.substitute)),
            Cell::new(t.days(&short_date(absence.from, t.0), &short_date(absence.to, t.0))),
            Cell::new(&absence.document),
            Cell::act(mine.then(|| end(absence))),
        ];
        TableRow::new(Cell::new(name(absence.absent)), cells)
    };
    let columns = [t.absent(), t.substitute(), t.dates(), t.document(), t.end()];
    Table::new(&columns, absences.iter().map(row).collect())
}

pub async fn show(context: RequestContext) -> Answer {
    let own = signed_in_officer(&context).await?;
    let colleagues = app::accounts::list_officers(context.app(), own.agency).await?;
    let mut form = Form::blank(context.language);
    self::form(&mut form, context.today(), &own, &colleagues);
    page(&view(&context, &own, form).await?)
}

/// Where one wanted to go, if anywhere.
fn going_on<'a>(posted: &'a Posted, otherwise: &'a str) -> &'a str {
    match web::own_path(web::common::TO.of(posted)) {
        "/" => otherwise,
        wanted => wanted,
    }
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let t = text::Words(context.language);
    let own = signed_in_officer(&context).await?;
    match StandIn::of(&posted) {
        Some(StandIn::Take) => {
            let absent = ABSENT.of(&posted).parse().map(AccountId).map_err(|_| Failure::BadRequest)?;
            let place =
                app::substitutions::stand_in(context.app(), &own, absent).await?.ok_or(Failure::NotFound)?;
            return web::take_place(&context, place.stands_for, going_on(&posted, "/office"));
        }
        Some(StandIn::Leave) => return web::take_place(&context, None, going_on(&posted, HOME)),
        None => {}
    }
    match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::End => {
            let id = ABSENCE.of(&posted).parse().map_err(|_| Failure::BadRequest)?;
            if !app::substitutions::end_absence(context.app(), &own, id).await? {
                return Err(Failure::NotFound);
            }
            return see_with_flash(&context, HOME, Flash::Saved);
        }
        Submit::Add => {}
    }
    let colleagues = app::accounts::list_officers(context.app(), own.agency).await?;
    let mut form = Form::sent(context.language, &posted);
    let noted = self::form(&mut form, context.today(), &own, &colleagues);
    if let Some(Noted { absent, from, to, .. }) = &noted {
        let overlaps =
            |known: &Substitution| known.absent == *absent && known.from <= *to && *from <= known.to;
        if app::substitutions::list_absences(context.app(), &own).await?.iter().any(overlaps) {
            form.wrong_about(Some(FROM), t.overlaps().into());
        }
    }
    let Some(Noted { absent, substitute, from, to, document }) = noted.filter(|_| !form.any_wrong()) else {
        return page_with_errors(&view(&context, &own, form).await?);
    };
    app::substitutions::add_absence(context.app(), &own, absent, substitute, (from, to), document).await?;
    see_with_flash(&context, HOME, Flash::Saved)
}
