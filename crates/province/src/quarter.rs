//! The reports of the quarter that closed last: each agency is as far as its story says, so that heads and the office that
//! controls procedures find something to do.

use app::quarterly::{QuarterlyNotDone, QuarterlyWish, find, perform};
use app::{App, Fault};
use domain::officer::Officer;
use domain::quarterly::{OutsideRow, QuarterlyAct, ReportDue};
use domain::report::Quarter;
use domain::time::Instant;
use jiff::ToSpan;
use storage::account;

/// The form that is sent.
const FORM: &str = "II.06a";
/// Who receives.
const CONTROLLING: &str = "province.head";

enum StoryAct {
    Checked,
    Sent(&'static str),
    Returned(&'static str),
    Received,
    Reminded,
}

/// Who did what, on which day after the quarter closed, in the order of the days.
const STORY: &[(&str, &str, i64, StoryAct)] = &[
    ("agriculture-environment", "agriculture-environment.head", 2, StoryAct::Checked),
    ("agriculture-environment", "agriculture-environment.head", 2, StoryAct::Sent("214/BC-SNNMT")),
    ("justice", "agency-head", 2, StoryAct::Checked),
    ("justice", "agency-head", 3, StoryAct::Sent("97/BC-STP")),
    ("health", "health.head", 3, StoryAct::Checked),
    ("health", "health.head", 3, StoryAct::Sent("181/BC-SYT")),
    ("agriculture-environment", CONTROLLING, 3, StoryAct::Received),
    ("health", CONTROLLING, 4, StoryAct::Received),
    ("justice", CONTROLLING, 4, StoryAct::Returned("Đề nghị rà lại số hồ sơ quá hạn và nêu nguyên nhân.")),
    ("mai-khe", CONTROLLING, 5, StoryAct::Reminded),
    ("police", CONTROLLING, 5, StoryAct::Reminded),
    ("construction", CONTROLLING, 5, StoryAct::Reminded),
    ("construction", "construction.head", 6, StoryAct::Checked),
    ("mai-khe", "mai-khe.head", 7, StoryAct::Checked),
    ("mai-khe", "mai-khe.head", 7, StoryAct::Sent("45/BC-UBND")),
    ("mai-khe", CONTROLLING, 8, StoryAct::Received),
    ("home-affairs", "home-affairs.head", 8, StoryAct::Checked),
    ("home-affairs", "home-affairs.head", 8, StoryAct::Sent("302/BC-SNV")),
];

/// An agency of the state in the province that has a system of its own, and its figures.
const OUTSIDE: (&str, &str, [i64; 11]) =
    ("Bảo hiểm xã hội tỉnh Thanh Lam", "Bảo hiểm xã hội", [412, 265, 98, 49, 371, 240, 119, 12, 41, 38, 3]);

/// Files the reports; the app's clock must be one that is set by hand, and stands at `until` again afterwards.
pub async fn file_quarter(app: &App, until: Instant) -> Result<(), Fault> {
    let quarter = Quarter::of(until.date()).before();
    let closed = quarter.period().to;
    let bring = QuarterlyAct::Bring {
        source: OUTSIDE.0.into(),
        rows: vec![OutsideRow {
            source: OUTSIDE.0.into(),
            name: OUTSIDE.1.into(),
            figures: OUTSIDE.2.to_vec(),
        }],
    };
    for (agency, login, days, done) in STORY {
        let at = Instant::from_civil((closed + days.days()).at(9, 30, 0, 0));
        if at > until {
            break;
        }
        app.clock.set(at);
        let wish = match done {
            StoryAct::Checked => QuarterlyWish::Act(QuarterlyAct::Check),
            StoryAct::Sent(number) => QuarterlyWish::Send { number: number.to_string() },
            StoryAct::Returned(remarks) => {
                QuarterlyWish::Act(QuarterlyAct::Return { remarks: remarks.to_string() })
            }
            StoryAct::Received => QuarterlyWish::Act(QuarterlyAct::Receive),
            StoryAct::Reminded => QuarterlyWish::Act(QuarterlyAct::Remind),
        };
        act(app, quarter, agency, login, wish).await?;
    }
    act(app, quarter, "province", CONTROLLING, QuarterlyWish::Act(bring)).await?;
    app.clock.set(until);
    Ok(())
}

async fn act(
    app: &App,
    quarter: Quarter,
    agency: &str,
    login: &str,
    wish: QuarterlyWish,
) -> Result<(), Fault> {
    let unknown = || Fault::other(format!("the demonstration has no {agency} or {login}"));
    let agency = app.master_data().agency_by_key(agency).map(|agency| agency.id).ok_or_else(unknown)?;
    let officer: Officer = officer(app, login).await?.ok_or_else(unknown)?;
    let due = ReportDue { agency, report: FORM.into(), quarter };
    let seen = find(app, &due).await?.sequence;
    match perform(app, &officer, &due, wish, seen).await {
        Ok(_) => Ok(()),
        Err(QuarterlyNotDone::Fault(fault)) => Err(fault),
        Err(not_done) => Err(Fault::other(format!("{agency:?}, {login}: {not_done}"))),
    }
}

async fn officer(app: &App, login: &str) -> Result<Option<Officer>, Fault> {
    let login = login.to_string();
    let find = move |tx: &mut storage::Tx| {
        let Some(account) = account::find_by_login(tx, &login)? else { return Ok(None) };
        account::find_officer(tx, account.id)
    };
    Ok(app.store.read(find).await?)
}
