//! Which report is wanted, as addresses and the form beside it say it.

use super::text::Words;
use app::reports::WantedReport;
use domain::agency::{Agency, AgencyId};
use domain::counting::Period;
use domain::report::{Quarter, Rows, StatisticalReport, report, scope_of};
use std::collections::BTreeSet;
use ui::field::option;
use ui::form::ErrorTarget;
use ui::{Fields, Form, FormParam, Posted, query};
use web::{Failure, RequestContext};

pub const FROM: FormParam = FormParam("from");
pub const TO: FormParam = FormParam("to");
pub const AGENCY: FormParam = FormParam("agency");
pub const ROWS: FormParam = FormParam("rows");

const ENDS: ErrorTarget = ErrorTarget::Named("to");

/// What whoever asks may see, and what of it they asked for.
pub struct Asked {
    pub report: &'static StatisticalReport,
    pub scope: BTreeSet<AgencyId>,
    /// Nothing where what was typed says none.
    pub wanted: Option<WantedReport>,
    pub fields: Fields,
}

/// The agencies whose figures the one who asks may see; who may see none finds no page.
pub fn scope(context: &RequestContext) -> Result<BTreeSet<AgencyId>, Failure> {
    let data = context.app().master_data();
    let seen = scope_of(context.officer()?, &data.agencies, context.today());
    let scope: BTreeSet<AgencyId> = seen.iter().map(|agency| agency.id).collect();
    if scope.is_empty() { Err(Failure::NotFound) } else { Ok(scope) }
}

pub fn asked(context: &RequestContext, key: &str, said: Vec<(String, String)>) -> Result<Asked, Failure> {
    let scope = scope(context)?;
    let report = report(key).filter(|report| report.key == key).ok_or(Failure::NotFound)?;
    let mut posted = Posted::of(said);
    // Nobody said which days: those of this quarter.
    if [FROM, TO].iter().all(|said| posted.day(said.name()).is_empty()) {
        let current = Quarter::of(context.today()).period();
        posted = posted.with(FROM.name(), &current.from.to_string()).with(TO.name(), &current.to.to_string());
    }
    let mut form = Form::sent(context.language, &posted);
    let wanted = read(&mut form, context, report, &scope).filter(|_| !form.any_wrong());
    Ok(Asked { report, scope, wanted, fields: form.into_fields() })
}

fn read(
    form: &mut Form,
    context: &RequestContext,
    report: &'static StatisticalReport,
    scope: &BTreeSet<AgencyId>,
) -> Option<WantedReport> {
    let t = Words(context.language);
    let (data, officer) = (context.app().master_data(), context.officer().ok()?);
    let from = form.day(FROM.name(), t.from()).read();
    let to = form.day(TO.name(), t.to()).on(ENDS).read();
    let own = |agency: &&Agency| scope.contains(&agency.id);
    let agencies = data.agencies.iter().filter(own);
    let agencies: Vec<_> =
        agencies.map(|agency| (agency.id, option(&agency.key, agency.name.get(context.language)))).collect();
    // What there is one of is not asked.
    let only = <[_; 1]>::try_from(agencies.iter().map(|(id, _)| *id).collect::<Vec<_>>()).ok();
    let agency = match only {
        Some([only]) => Some(only),
        None => {
            let field = form.one_of_many(AGENCY.name(), t.agency(), agencies).empty_label(t.all_agencies());
            field.optional().read()
        }
    };
    let rows = match report.rows {
        [rows] => *rows,
        several => {
            let several = several.iter().map(|rows| (*rows, option(rows.key(), t.rows_name(*rows))));
            let field = form.one_of_many(ROWS.name(), t.rows(), several.collect());
            field.optional().read().unwrap_or(report.rows[0])
        }
    };
    let period = Period { from: from?, to: to? };
    if period.to < period.from {
        form.clash(ENDS, t.order());
    }
    Some(WantedReport { report, period, rows, agency, reporter: Some(officer.agency) })
}

/// The address of a report, or of what is below it.
pub fn address(context: &RequestContext, wanted: WantedReport, below: &str) -> String {
    let data = context.app().master_data();
    let agency = wanted.agency.and_then(|id| data.agency(id)).map_or("", |agency| agency.key.as_str());
    written(wanted.report, wanted.period, agency, wanted.rows, below)
}

pub fn written(report: &StatisticalReport, period: Period, agency: &str, rows: Rows, below: &str) -> String {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let pairs = [(FROM, from.as_str()), (TO, &to), (AGENCY, agency), (ROWS, rows.key())];
    let pairs: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    let pairs: Vec<_> = pairs.iter().map(|(said, value)| (said.name(), *value)).collect();
    format!("/office/reports/{}{below}?{}", report.key, query::written(&pairs))
}
