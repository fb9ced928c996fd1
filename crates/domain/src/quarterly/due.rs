//! What is due, from whom and when.

use crate::agency::AgencyId;
use crate::report::{Quarter, StatisticalReport, report};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A report of an agency for a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDue {
    pub agency: AgencyId,
    /// The key of the report.
    pub report: String,
    pub quarter: Quarter,
}

impl ReportDue {
    pub fn form(&self) -> Option<&'static StatisticalReport> {
        report(&self.report).filter(|report| report.is_filed())
    }
}

/// The day of the quarter's last month by which an agency sends to the office that controls it, and by which that office sends
/// upward. TT 01/2020/TT-VPCP was not read: unconfirmed, and the page says so.
const TO_CONTROLLING: i8 = 18;
const UPWARD: i8 = 25;

/// The last day on which a report of a quarter is sent in time.
pub fn due_on(quarter: Quarter, controlled: bool) -> Date {
    let closes = quarter.period().to;
    closes.with().day(if controlled { TO_CONTROLLING } else { UPWARD }).build().unwrap_or(closes)
}
