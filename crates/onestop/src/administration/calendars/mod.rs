//! Calendars: hours of the week and days of a year, of the whole province or of one agency. A change moves
//! the dates of open dossiers by a durable job, and their applicants are told.

#[cfg(test)]
mod tests;

use super::lists::{ListPage, ListQuery, matches};
use super::text::Words;
use app::master_data::WHOLE_PROVINCE;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::Text;
use domain::agency::{Agency, AgencyId};
use domain::calendar::{Certainty, DayKind, Hours, NotHours, SpecialDay, Week};
use domain::time::{long_date, short_date, weekday};
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;
use ui::field::{Overwritten, option};
use ui::form::{Entry, ErrorTarget};
use ui::part::{
    BackLink, Button, ButtonLook, Cell, Heading, Link, LinkList, Notice, Pager, Phrase, RowAct, Table,
    TableRow,
};
use ui::submit::ACTION;
use ui::{Chrome, Field, Fields, Flash, Form, FormParam, Switch};
use web::{
    Answer, Failure, Query, RequestContext, Sent, page, page_with, page_with_errors, query, see_with_flash,
};

const HOME: &str = "/office/administration/calendars";

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct CalendarQuery {
    year: String,
}

#[derive(Template)]
#[template(path = "administration/calendars/page.html")]
struct Page {
    chrome: Chrome,
    heading: String,
    /// What somebody else saved since the page was opened.
    overwritten: Overwritten,
    error_summary: ui::part::ErrorSummary,
    week: Fields,
    day: Fields,
    /// The days that differ from their weekday.
    days: Table,
    year: i16,
    /// The year before and the one after.
    years: Pager,
    t: Words,
}

pub async fn list(context: RequestContext, Query(asked): Query<ListQuery>) -> Answer {
    let (t, q) = (Words(context.language), forms::tidy(&asked.q));
    let data = context.app().master_data();
    let whole = Link::new(format!("{HOME}/all"), t.whole_province()).text(t.whole_province_more());
    let mut rows: Vec<Link> = matches(&q, &[t.whole_province()]).then_some(whole).into_iter().collect();
    let found = |agency: &&Agency| {
        agency.exists_on(context.today()) && matches(&q, &[&agency.name.vi, &agency.name.en, &agency.key])
    };
    rows.extend(data.agencies.iter().filter(found).map(|agency| {
        let own = data.own_week(agency.id).is_some() || !data.own_days(agency.id).is_empty();
        Link::new(format!("{HOME}/{}", agency.key), agency.name.get(context.language)).text(if own {
            t.own_calendar()
        } else {
            t.inherited()
        })
    }));
    page(&ListPage {
        said: t.calendars_count(rows.len()),
        rows: LinkList(rows),
        ..ListPage::of(&context, t.calendars(), t.find_agency(), &q)
    })
}

fn requested(context: &RequestContext, key: &str) -> Result<(AgencyId, String), Failure> {
    let t = Words(context.language);
    if key == "all" {
        return Ok((WHOLE_PROVINCE, t.whole_province().to_string()));
    }
    let data = context.app().master_data();
    let agency = data.agency_by_key(key).ok_or(Failure::NotFound)?;
    Ok((agency.id, agency.name.get(context.language).to_string()))
}

ui::submits! {
    enum Submit {
        Week = "week",
        Day = "day",
        Drop = "drop",
    }
}

/// The day that is taken out.
const DROPPED_DATE: FormParam = FormParam("drop");
const MONDAY: ErrorTarget = ErrorTarget::Named("monday");
/// Letters of what a day rests on.
const SOURCE_MAX: usize = 2_000;

/// Hours of the days of a week; none are a day off.
fn week_form(form: &mut Form, context: &RequestContext, agency: AgencyId) -> Option<Week> {
    let (t, data) = (Words(context.language), context.app().master_data());
    let week = data.calendar(agency).week();
    let mut days = Vec::new();
    for (place, hours) in week.0.iter().enumerate() {
        // 2 March 2026 was a Monday.
        let name = weekday(Date::constant(2026, 3, 2 + place as i8), context.language);
        let field = hours_field(form, &format!("hours-{place}"), name, t).value(&hours.to_string());
        let field = field.hint(if place < 5 { "" } else { t.rest_day_hint() }).optional();
        days.push(if place == 0 { field.on(MONDAY) } else { field }.read());
    }
    if form.any_wrong() {
        return None;
    }
    let hours = |typed: Option<Hours>| typed.or_else(|| Hours::new(Vec::new()));
    let days: Vec<Hours> = days.into_iter().map(hours).collect::<Option<_>>()?;
    // Saturday and Sunday may be open for intake, and are no working days.
    if days[..5].iter().all(Hours::is_off) {
        form.clash(MONDAY, t.no_working_day());
    }
    Some(Week(days.try_into().ok()?))
}

fn hours_field<'f, 'p>(form: &'f mut Form<'p>, name: &str, label: &str, t: Words) -> Entry<'f, 'p, Hours> {
    let read = move |typed: &str| {
        Hours::read(&forms::tidy(typed)).map_err(|problem| {
            let said = match problem {
                NotHours::Unclear => t.hours_unclear(),
                NotHours::Backwards => t.hours_backwards(),
                NotHours::Overlapping => t.hours_overlapping(),
            };
            said.to_string()
        })
    };
    form.line_of(name, label, read).complete("off")
}

/// A day that differs from its weekday.
fn day_form(form: &mut Form, context: &RequestContext) -> Option<SpecialDay> {
    #[derive(Clone, Copy, PartialEq)]
    enum DayChoice {
        Off,
        Swapped,
        MakeUpDay,
        Hours,
    }
    let t = Words(context.language);
    let day = form.day("date", t.day()).read();
    let kinds = vec![
        (DayChoice::Off, option("off", t.day_off())),
        (DayChoice::Swapped, option("swapped", t.day_swapped())),
        (DayChoice::MakeUpDay, option("made-up", t.day_made_up())),
        (DayChoice::Hours, option("hours", t.day_hours())),
    ];
    let what = form.one_of("day-kind", t.day_kind(), kinds).value("off").read();
    let other = form.day("other", t.day_other());
    let other = other.missing(t.other_missing()).optional();
    let other = other.read_where(matches!(what, Some(DayChoice::Swapped | DayChoice::MakeUpDay)));
    let hours = hours_field(form, "day-hours", t.day_hours(), t).hint(t.hours_hint()).optional();
    let hours = hours.unless(Hours::is_off, t.hours_unclear());
    let hours = hours.read_where(what == Some(DayChoice::Hours));
    let name = form.line("day-name-vi", t.name_vi()).complete("off").read();
    let english = form.line("day-name-en", t.name_en()).complete("off").optional().written();
    let certain = vec![
        (Certainty::Announced, option("announced", t.announced())),
        (Certainty::Unconfirmed, option("unconfirmed", t.unconfirmed())),
        (Certainty::Computed, option("computed", t.computed())),
    ];
    let certainty = form.one_of("certainty", t.certainty(), certain).value("announced").read();
    let source = form.line("source", t.source()).complete("off").at_most(SOURCE_MAX);
    let source = source.missing(t.source_missing()).read();
    let kind = match what? {
        DayChoice::Off => DayKind::Off,
        DayChoice::Swapped => DayKind::SwappedOff { made_up_on: other? },
        DayChoice::MakeUpDay => DayKind::MakeUpDay { instead_of: other? },
        DayChoice::Hours => DayKind::Hours { hours: hours? },
    };
    let name = Text::new(name?, english);
    Some(SpecialDay { date: day?, kind, name, certainty: certainty?, source: source? })
}

/// As the week is stored.
fn stored_week(context: &RequestContext, agency: AgencyId) -> Fields {
    let mut blank = Form::blank(context.language);
    week_form(&mut blank, context, agency);
    blank.into_fields().with_baseline()
}

/// The days as they are stored, each as a field named after its date: what the page shows beside the form of a day.
fn stored_days(context: &RequestContext, agency: AgencyId) -> Fields {
    let data = context.app().master_data();
    let shown = |day: &SpecialDay| shown_day(context, day);
    Fields::new(context.language, data.own_days(agency).iter().map(shown).collect())
}

fn shown_day(context: &RequestContext, day: &SpecialDay) -> Field {
    let t = Words(context.language);
    let kind = match &day.kind {
        DayKind::Off => t.day_off().to_string(),
        DayKind::SwappedOff { made_up_on: other } => {
            format!("{} {}", t.day_swapped(), short_date(*other, context.language))
        }
        DayKind::MakeUpDay { instead_of: other } => {
            format!("{} {}", t.day_made_up(), short_date(*other, context.language))
        }
        DayKind::Hours { hours } => format!("{} {hours}", t.day_hours()),
    };
    let certainty = match day.certainty {
        Certainty::Announced => t.announced(),
        Certainty::Unconfirmed => t.unconfirmed(),
        Certainty::Computed => t.computed(),
    };
    let told = [&day.name.vi, &day.name.en, &kind, certainty, &day.source];
    let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
    let label = long_date(day.date, context.language);
    Field::text(context.language, &day.date.to_string(), &label).value(&told.join(" · "))
}

fn blank_day(context: &RequestContext, agency: AgencyId) -> Fields {
    let mut blank = Form::blank(context.language);
    day_form(&mut blank, context);
    blank.into_fields().with_baseline_of(&stored_days(context, agency))
}

/// The forms of the page.
const WEEK: &str = "week-form";
const DAY: &str = "day-form";

fn view(
    context: &RequestContext,
    agency: AgencyId,
    heading: String,
    year: i16,
    week: Fields,
    day: Fields,
) -> Page {
    let (t, language) = (Words(context.language), context.language);
    let data = context.app().master_data();
    let calendar = data.calendar(agency);
    let own = data.own_days(agency);
    let line = |date: Date| {
        let found = calendar.day(date);
        let known = found.special.as_ref()?;
        let name = long_date(date, language);
        let drop = || {
            let button =
                Button::new(ButtonLook::Quiet, t.drop(), DROPPED_DATE.with(date)).context(name.as_str());
            RowAct { hidden_input: ACTION.hidden_input(Submit::Drop.key()), button }
        };
        let act = own.iter().any(|day| day.date == date).then(drop);
        let source = Phrase::vietnamese(known.source.as_str(), language);
        let cells = vec![Cell::new(found.reason(language)).hint(source), Cell::act(act)];
        Some(TableRow::new(Cell::new(name.clone()), cells))
    };
    let first = Date::constant(year, 1, 1);
    let all = first.series(1.day()).take_while(|date| date.year() == year);
    let days = Table::new(&[t.day(), t.day_kind(), t.change()], all.filter_map(line).collect());
    let mut summary = week.error_summary();
    summary.append(day.error_summary());
    let forms = [Switch::of(WEEK, t.week()), Switch::of(DAY, t.add_day())];
    let chrome = context.chrome(&heading).with_problems(!summary.is_empty()).switching_among(forms);
    let overwritten = Overwritten::none(language);
    let years = years(year, &t);
    Page { chrome, heading, overwritten, error_summary: summary, week, day, days, year, years, t }
}

/// The year before and the year after.
fn years(year: i16, t: &Words) -> Pager {
    let at = |year: i16| Some(Link::new(format!("?year={year}"), year.to_string()));
    Pager { previous: at(year - 1), next: at(year + 1), ..Pager::new(t.pages()) }
}

pub async fn show(
    context: RequestContext,
    Path(key): Path<String>,
    Query(wanted_year): Query<CalendarQuery>,
) -> Answer {
    let (agency, heading) = requested(&context, &key)?;
    let shown = |said: &str| said.parse().ok().filter(|year| (2018..=2100).contains(year));
    let year = query::known(&wanted_year.year, shown)?.unwrap_or(context.today().year());
    page(&view(&context, agency, heading, year, stored_week(&context, agency), blank_day(&context, agency)))
}

pub async fn submit(context: RequestContext, Path(key): Path<String>, Sent(posted): Sent) -> Answer {
    let (agency, heading) = requested(&context, &key)?;
    let by = context.signed_in()?.id();
    let year = context.today().year();
    let here = format!("{HOME}/{key}");
    let mut sent = Form::sent(context.language, &posted);
    let show = |week, day| view(&context, agency, heading.clone(), year, week, day);
    match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Week => {
            let (stored, week) = (stored_week(&context, agency), week_form(&mut sent, &context, agency));
            if let Some(lost) = sent.overwrites(&stored) {
                return overtaken(
                    show(sent.into_fields_with_baseline(&stored), blank_day(&context, agency)),
                    lost,
                );
            }
            match week.filter(|_| !sent.any_wrong()) {
                Some(week) => app::administration::save_week(context.app(), by, agency, week).await?,
                None => {
                    return page_with_errors(&show(
                        sent.into_fields_with_baseline(&stored),
                        blank_day(&context, agency),
                    ));
                }
            }
        }
        Submit::Day => {
            let (stored, day) = (stored_days(&context, agency), day_form(&mut sent, &context));
            let Some(day) = day.filter(|_| !sent.any_wrong()) else {
                return page_with_errors(&show(
                    stored_week(&context, agency),
                    sent.into_fields_with_baseline(&stored),
                ));
            };
            let wished = Fields::new(context.language, vec![shown_day(&context, &day)]);
            let lost = stored.overwritten_by(&wished, &posted);
            if !lost.lines.is_empty() {
                return overtaken(
                    show(stored_week(&context, agency), sent.into_fields_with_baseline(&stored)),
                    lost,
                );
            }
            app::administration::save_day(context.app(), by, agency, day).await?;
        }
        Submit::Drop => {
            let day = DROPPED_DATE.of(&posted).parse().map_err(|_| Failure::BadRequest)?;
            app::administration::drop_day(context.app(), by, agency, day).await?;
        }
    }
    see_with_flash(&context, &here, Flash::Saved)
}

/// The page again, beside what somebody else saved meanwhile.
fn overtaken(page: Page, overwritten: Overwritten) -> Answer {
    let chrome = page.chrome.with_problems(true);
    page_with(StatusCode::CONFLICT, &Page { chrome, overwritten, ..page })
}
