//! Calendars: hours of the week and days of a year, of the whole province or of one agency. A change moves
//! the dates of open dossiers by a durable job, and their applicants are told.

use super::agencies::{ListPage, ListRow, date};
use super::text::Words;
use app::reference::WHOLE_PROVINCE;
use askama::Template;
use axum::extract::Path;
use domain::Text;
use domain::agency::AgencyId;
use domain::calendar::{Certainty, DayKind, Hours, SpecialDay, Week};
use domain::time::{long_date, weekday};
use jiff::civil::Date;
use serde::Deserialize;
use ui::Query;
use ui::field::option;
use ui::{Answer, Ask, Chrome, Failure, Field, Fields, Posted, Said, page, page_again, see_saying};

const HOME: &str = "/office/administration/calendars";

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    year: String,
}

#[derive(Template)]
#[template(path = "administration/calendar.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    summary: ui::field::Summary,
    week: Fields,
    day: Fields,
    rows: Vec<DayRow>,
    year: i16,
    t: Words,
}

struct DayRow {
    date: String,
    iso: String,
    reason: String,
    source: String,
    own: bool,
}

pub async fn list(ask: Ask) -> Answer {
    let t = Words(ask.language);
    let data = ask.app().reference();
    let mut rows = vec![ListRow {
        to: format!("{HOME}/all"),
        name: t.whole_province().into(),
        more: t.whole_province_more().into(),
    }];
    rows.extend(data.agencies.iter().filter(|agency| agency.exists_on(ask.today())).map(|agency| {
        let own = data.own_week(agency.id).is_some() || !data.own_days(agency.id).is_empty();
        ListRow {
            to: format!("{HOME}/{}", agency.key),
            name: agency.name.get(ask.language).to_string(),
            more: if own { t.own_calendar() } else { t.inherited() }.into(),
        }
    }));
    let heading = t.calendars().to_string();
    page(&ListPage { chrome: Chrome::new(&ask, &heading), heading, add: None, rows, next: None, t })
}

fn wanted(ask: &Ask, key: &str) -> Result<(AgencyId, String), Failure> {
    let t = Words(ask.language);
    if key == "all" {
        return Ok((WHOLE_PROVINCE, t.whole_province().to_string()));
    }
    let data = ask.app().reference();
    let agency = data.agency_by_key(key).ok_or(Failure::NotFound)?;
    Ok((agency.id, agency.name.get(ask.language).to_string()))
}

fn week_fields(ask: &Ask, agency: AgencyId) -> Fields {
    let (t, data) = (Words(ask.language), ask.app().reference());
    let week = data.calendar(agency).week().clone();
    // 2 March 2026 was a Monday.
    let fields = week.0.iter().enumerate().map(|(place, hours)| {
        let name = weekday(Date::constant(2026, 3, 2 + place as i8), ask.language);
        Field::text(ask.language, &format!("hours-{place}"), name)
            .value(&hours.to_string())
            .hint(if place < 5 { "" } else { t.rest_day_hint() })
            .optional()
            .complete("off")
    });
    Fields::new(ask.language, fields.collect())
}

fn day_fields(ask: &Ask) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let kinds = vec![
        option("off", t.day_off()),
        option("swapped", t.day_swapped()),
        option("made-up", t.day_made_up()),
        option("hours", t.day_hours()),
    ];
    let certain = vec![
        option("announced", t.announced()),
        option("unconfirmed", t.unconfirmed()),
        option("computed", t.computed()),
    ];
    Fields::new(
        language,
        vec![
            Field::date(language, "date", t.day()),
            Field::choices(language, "day-kind", t.day_kind(), kinds).value("off"),
            Field::date(language, "other", t.day_other()).optional(),
            Field::text(language, "day-hours", t.day_hours()).hint(t.hours_hint()).optional().complete("off"),
            Field::text(language, "day-name-vi", t.name_vi()).complete("off"),
            Field::text(language, "day-name-en", t.name_en()).optional().complete("off"),
            Field::choices(language, "certainty", t.certainty(), certain).value("announced"),
            Field::text(language, "source", t.source()).complete("off"),
        ],
    )
}

fn view(ask: &Ask, agency: AgencyId, heading: String, year: i16, week: Fields, day: Fields) -> Page {
    let (t, language) = (Words(ask.language), ask.language);
    let data = ask.app().reference();
    let calendar = data.calendar(agency);
    let own = data.own_days(agency);
    let mut rows = Vec::new();
    let mut date = Date::constant(year, 1, 1);
    while date.year() == year {
        let special = calendar.day(date);
        if let Some(known) = &special.special {
            rows.push(DayRow {
                date: long_date(date, language),
                iso: date.to_string(),
                reason: special.reason(language),
                source: known.source.clone(),
                own: own.iter().any(|day| day.date == date),
            });
        }
        match date.tomorrow() {
            Ok(next) => date = next,
            Err(_) => break,
        }
    }
    let mut summary = week.summary();
    summary.lines.extend(day.summary().lines);
    let chrome = Chrome::new(ask, &heading).with_problems(!summary.lines.is_empty());
    Page { chrome, heading, summary, week, day, rows, year, t }
}

pub async fn show(ask: Ask, Path(key): Path<String>, Query(wanted_year): Query<Wanted>) -> Answer {
    let (agency, heading) = wanted(&ask, &key)?;
    let year = wanted_year.year.parse().ok().filter(|year| (2018..=2100).contains(year));
    let year = year.unwrap_or(ask.today().year());
    page(&view(&ask, agency, heading, year, week_fields(&ask, agency), day_fields(&ask)))
}

pub async fn submit(ask: Ask, Path(key): Path<String>, posted: Posted) -> Answer {
    let t = Words(ask.language);
    let (agency, heading) = wanted(&ask, &key)?;
    let by = ask.signed_in()?.id();
    let year = ask.today().year();
    let here = format!("{HOME}/{key}");
    match posted.raw("act") {
        "week" => {
            let mut week = week_fields(&ask, agency).typed(&posted);
            match read_week(&posted, &mut week, &t).filter(|_| !week.any_wrong()) {
                Some(read) => ask.app().save_week(by, agency, read).await?,
                None => return page_again(&view(&ask, agency, heading, year, week, day_fields(&ask))),
            }
        }
        "day" => {
            let mut day = day_fields(&ask).typed(&posted);
            match read_day(&posted, &mut day, &t).filter(|_| !day.any_wrong()) {
                Some(read) => ask.app().save_day(by, agency, read).await?,
                None => {
                    return page_again(&view(&ask, agency, heading, year, week_fields(&ask, agency), day));
                }
            }
        }
        "drop" => {
            let day = posted.raw("drop").parse().map_err(|_| Failure::BadRequest)?;
            ask.app().drop_day(by, agency, day).await?;
        }
        _ => return Err(Failure::BadRequest),
    }
    see_saying(&ask, &here, Said::Saved)
}

fn read_week(posted: &Posted, fields: &mut Fields, t: &Words) -> Option<Week> {
    let mut days = Vec::new();
    for place in 0..7 {
        let name = format!("hours-{place}");
        match Hours::parse(&posted.text(&name)) {
            Some(hours) => days.push(hours),
            None => fields.wrong(&name, t.hours_hint()),
        }
    }
    // Saturday and Sunday may be open for intake, and are no working days.
    if !fields.any_wrong() && days[..5].iter().all(Hours::is_off) {
        fields.wrong("hours-0", t.no_working_day());
    }
    if fields.any_wrong() {
        return None;
    }
    Some(Week(days.try_into().ok()?))
}

fn read_day(posted: &Posted, fields: &mut Fields, t: &Words) -> Option<SpecialDay> {
    let day = date(posted, "date", fields, t);
    let other = date(posted, "other", fields, t);
    if day.is_none() {
        fields.wrong("date", t.date_wrong());
    }
    let name = Text::new(posted.text("day-name-vi"), posted.text("day-name-en"));
    if name.is_empty() {
        fields.missing("day-name-vi");
    }
    let kind = match (posted.raw("day-kind"), other) {
        ("off", _) => Some(DayKind::Off),
        ("swapped", Some(made_up_on)) => Some(DayKind::SwappedOff { made_up_on }),
        ("made-up", Some(instead_of)) => Some(DayKind::MadeUp { instead_of }),
        ("swapped" | "made-up", None) => {
            fields.wrong("other", t.other_missing());
            None
        }
        ("hours", _) => match Hours::parse(&posted.text("day-hours")).filter(|hours| !hours.is_off()) {
            Some(hours) => Some(DayKind::Hours { hours }),
            None => {
                fields.wrong("day-hours", t.hours_hint());
                None
            }
        },
        _ => {
            fields.missing("day-kind");
            None
        }
    };
    let certainty = match posted.raw("certainty") {
        "announced" => Certainty::Announced,
        "unconfirmed" => Certainty::Unconfirmed,
        _ => Certainty::Computed,
    };
    let source = posted.text("source");
    if source.is_empty() {
        fields.wrong("source", t.source_missing());
    }
    Some(SpecialDay { date: day?, kind: kind?, name, certainty, source })
}
