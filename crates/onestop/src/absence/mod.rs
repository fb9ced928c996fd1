//! Absences of an agency: who acts in whose place, and taking such a place.

mod text;

use askama::Template;
use domain::officer::{AccountId, Officer, Role};
use domain::time::short_date;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

#[derive(Template)]
#[template(path = "absence/page.html")]
struct Page {
    chrome: Chrome,
    summary: ui::field::Summary,
    places: Vec<PlaceView>,
    rows: Vec<RowView>,
    form: Fields,
    t: text::Words,
}

/// A place this officer may take today.
struct PlaceView {
    absent: i64,
    name: String,
    until: String,
    document: String,
    here: bool,
}

struct RowView {
    id: i64,
    absent: String,
    substitute: String,
    days: String,
    document: String,
    mine: bool,
}

const HOME: &str = "/office/absences";
/// So many letters of the number of a document.
const DOCUMENT_MAX: usize = 200;

/// The officer as signed in, whatever place they have taken.
async fn own(ask: &Ask) -> Result<Officer, Failure> {
    let id = ask.signed_in()?.id();
    Ok(ask.app().find_officer(id).await?.ok_or(Failure::NotFound)?.0)
}

fn form(ask: &Ask, own: &Officer, colleagues: &[Officer]) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    let choices = |own_too: bool| {
        let named = colleagues.iter().filter(|colleague| own_too || colleague.account != own.account);
        named
            .map(|colleague| {
                let title = colleague.title.get(language);
                option(colleague.account.0.to_string(), format!("{} · {title}", colleague.name))
            })
            .collect()
    };
    let mut fields = Vec::new();
    if own.has(Role::AgencyHead) {
        let absent = Field::select(language, "absent", t.absent(), choices(true));
        fields.push(absent.value(&own.account.0.to_string()));
    }
    fields.push(Field::select(language, "substitute", t.substitute(), choices(own.has(Role::AgencyHead))));
    fields.push(Field::date(language, "from", t.from()));
    fields.push(Field::date(language, "to", t.to()));
    fields.push(Field::text(language, "document", t.document()).complete("off"));
    Fields::new(language, fields)
}

async fn view(ask: &Ask, own: &Officer, form: Fields) -> Result<Page, Failure> {
    let t = text::Words(ask.language);
    let absences = ask.app().list_absences(own).await?;
    let people = absences.iter().flat_map(|absence| [absence.absent, absence.substitute]).collect();
    let names = ask.app().names_of(people).await?;
    let name = |id: AccountId| {
        names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let standing = ask.officer()?.stands_for;
    let places = ask.app().places_of(own).await?;
    let place = |(absence, _): &(app::substitutions::Substitution, Officer)| PlaceView {
        absent: absence.absent.0,
        name: name(absence.absent),
        until: short_date(absence.to),
        document: absence.document.clone(),
        here: standing == Some(absence.absent),
    };
    let row = |absence: &app::substitutions::Substitution| RowView {
        id: absence.id,
        absent: name(absence.absent),
        substitute: name(absence.substitute),
        days: t.days(&short_date(absence.from), &short_date(absence.to)),
        document: absence.document.clone(),
        mine: absence.absent == own.account || absence.made_by == own.account || own.has(Role::AgencyHead),
    };
    Ok(Page {
        chrome: Chrome::new(ask, t.title()).with_problems(form.any_wrong()),
        summary: form.summary(),
        places: places.iter().map(place).collect(),
        rows: absences.iter().map(row).collect(),
        form,
        t,
    })
}

pub async fn show(ask: Ask) -> Answer {
    let own = own(&ask).await?;
    let colleagues = ask.app().list_officers(own.agency).await?;
    let form = form(&ask, &own, &colleagues);
    page(&view(&ask, &own, form).await?)
}

/// Where one wanted to go, if anywhere.
fn going_on<'a>(posted: &'a Posted, otherwise: &'a str) -> &'a str {
    match ui::own_path(posted.raw("to")) {
        "/" => otherwise,
        wanted => wanted,
    }
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let own = own(&ask).await?;
    match posted.raw("act") {
        "take" => {
            let absent = posted.raw("absent").parse().map(AccountId).map_err(|_| Failure::BadRequest)?;
            let place = ask.app().stand_in(&own, absent).await?.ok_or(Failure::NotFound)?;
            return ui::take_place(&ask, place.stands_for, going_on(&posted, "/office"));
        }
        "leave" => return ui::take_place(&ask, None, going_on(&posted, HOME)),
        "end" => {
            let id = posted.raw("absence").parse().map_err(|_| Failure::BadRequest)?;
            if !ask.app().end_absence(&own, id).await? {
                return Err(Failure::NotFound);
            }
            return see_saying(&ask, HOME, Said::Saved);
        }
        "add" => {}
        _ => return Err(Failure::BadRequest),
    }
    let colleagues = ask.app().list_officers(own.agency).await?;
    let mut form = form(&ask, &own, &colleagues).typed(&posted);
    let colleague = |name: &str| {
        let id = posted.raw(name).parse().ok().map(AccountId);
        colleagues.iter().find(|colleague| Some(colleague.account) == id)
    };
    let absent = if own.has(Role::AgencyHead) { colleague("absent") } else { Some(&own) };
    let substitute = colleague("substitute");
    if absent.is_none() {
        form.missing("absent");
    }
    match (absent, substitute) {
        (_, None) => form.missing("substitute"),
        (Some(absent), Some(substitute)) if absent.account == substitute.account => {
            form.wrong("substitute", t.same());
        }
        _ => {}
    }
    let (from, to) = (ui::field::read_day(&posted, "from"), ui::field::read_day(&posted, "to"));
    for (name, day) in [("from", from), ("to", to)] {
        if day.is_none() {
            form.wrong(name, t.day_wrong());
        }
    }
    if let (Some(from), Some(to)) = (from, to)
        && (to < from || to < ask.today())
    {
        form.wrong("to", t.to_wrong());
    }
    let overlaps = |known: &app::substitutions::Substitution| {
        let days = from.zip(to).is_some_and(|(from, to)| known.from <= to && from <= known.to);
        days && absent.is_some_and(|absent| absent.account == known.absent)
    };
    if ask.app().list_absences(&own).await?.iter().any(overlaps) {
        form.wrong("from", t.overlaps());
    }
    let document = posted.text("document");
    if document.chars().count() > DOCUMENT_MAX {
        form.wrong("document", t.document_long());
    }
    if document.is_empty() {
        form.missing("document");
    }
    let (Some(absent), Some(substitute), Some(from), Some(to), false) =
        (absent, substitute, from, to, form.any_wrong())
    else {
        return page_again(&view(&ask, &own, form).await?);
    };
    ask.app().add_absence(&own, absent.account, substitute.account, (from, to), document).await?;
    see_saying(&ask, HOME, Said::Saved)
}
