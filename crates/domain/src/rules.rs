//! Rule packs: the law at a date, as data and pure functions. A dossier pins the pack it was accepted under.

use crate::Language;
use crate::agency::AgencyCode;
use crate::calendar::{Calendar, Certainty};
use crate::code::DossierCode;
use crate::dossier::{ReasonCode, StateDatabase};
use crate::procedure::Channel;
use crate::time::Instant;
use jiff::ToSpan;
use jiff::civil::{Date, Time, time};
use serde::{Deserialize, Serialize};

/// The name of a pack, stored in events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PackId {
    #[serde(rename = "2018")]
    Pack2018,
}

impl PackId {
    pub const ALL: [PackId; 1] = [PackId::Pack2018];

    pub fn pack(self) -> &'static RulePack {
        #[cfg(debug_assertions)]
        if let Some(pack) = made_up::IN_PLACE.get() {
            return pack;
        }
        match self {
            PackId::Pack2018 => &PACK_2018,
        }
    }
}

/// Another law in the place of ours, for tests that ask whether every sentence asks the rule. What is released has none.
#[cfg(debug_assertions)]
pub mod made_up {
    pub(super) static IN_PLACE: std::sync::OnceLock<super::RulePack> = std::sync::OnceLock::new();

    /// From now on, for as long as this program runs.
    pub fn rule(pack: super::RulePack) {
        assert!(IN_PLACE.set(pack).is_ok(), "one made-up law a program");
    }
}

/// No holidays last longer, in days.
const MONTH: i64 = 31;

/// What happens to the limit when a pause ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resumption {
    /// What was left of it goes on.
    Continue,
    /// It starts anew.
    Restart,
}

/// How a question is decided that the law leaves open, or that we could not read up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    pub holds: bool,
    pub certainty: Certainty,
    pub source: &'static str,
}

pub struct RulePack {
    pub id: PackId,
    pub name: (&'static str, &'static str),
    /// The first day a new dossier falls under it.
    pub from: Date,
    pub resumption: Resumption,
    /// How often the date may be re-set with an apology.
    pub extensions_max: u32,
    /// How many days before expiry the apology is due.
    pub extension_notice_days: i64,
    /// Whether an apology made in time moves the date by which one is judged, or only the one that is promised.
    pub apology_moves_limit: Ruling,
    /// Whether what is withdrawn or stopped when it is late already counts as done late; otherwise all of it is on time.
    pub ended_late_is_late: Ruling,
    /// How reports count what their forms leave open, as it is printed below them.
    pub counting: &'static [(&'static str, &'static str)],
    /// What the public may be told of many dossiers.
    pub public: PublicBounds,
    /// Number of requests to complete the file that need no reason why it was not asked for before: guidance
    /// is given once, in full.
    pub requests_in_full: u32,
    /// Working hours in which an online filing is answered (NĐ 45/2020).
    pub answer_hours: u32,
    /// Dossiers received until this hour go to the division the same day (NĐ 61/2018 article 18).
    pub hand_over_cutoff: Time,
    /// Working minutes after opening that "at the start of the next working day" leaves
    /// (`docs/decisions/hand-over-by.md`).
    pub hand_over_grace_minutes: u32,
    /// What comes later than this in the day is answered on the next one, where a limit is the same day: procedures of civil
    /// status say so.
    pub same_day_until: Time,
    pub channels: &'static [Channel],
    /// Why a dossier is not taken in, is withdrawn, is stopped, and why something is asked for: what is offered to choose
    /// from. No list of the law is known for any of them (`docs/decisions/facts-of-filing.md`).
    pub refusal_codes: &'static [ReasonCode],
    pub withdrawal_codes: &'static [ReasonCode],
    pub stop_codes: &'static [ReasonCode],
    pub request_codes: &'static [ReasonCode],
    /// Databases an officer may have asked. No list of the law is known; the national systems number some of them (`MaCSDL`).
    pub databases: &'static [StateDatabase],
    pub level_names: [(&'static str, &'static str); 4],
    pub forms: &'static [StatutoryForm],
    pub indices: &'static [EvaluationIndex],
    pub grades: &'static [Grade],
}

/// The bounds of figures that everybody may read (`docs/decisions/public-figures.md`).
#[derive(Clone, Copy)]
pub struct PublicBounds {
    /// Minimum number of dossiers in a published figure.
    pub at_least: i64,
    /// Minimum number of further dossiers before a published figure is replaced.
    pub moves_by: i64,
    /// Days after the end of a quarter on which its figures are published for the last time.
    pub closes_after_days: i64,
    /// What official names of procedures hold that nobody should be linked with: told of for the whole province only. Small
    /// letters.
    pub discreet_words: &'static [&'static str],
}

/// A statutory form of the annex.
pub struct StatutoryForm {
    pub number: u8,
    pub name: (&'static str, &'static str),
    pub paper: PaperSize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperSize {
    A4,
    A5,
}

/// One of the nine evaluation indices (TT 01/2018 article 13), scored 2, 1 or 0.
pub struct EvaluationIndex {
    pub number: u8,
    pub name: (&'static str, &'static str),
    /// Averaged over dossiers (article 15.2); the others are scored once for an agency.
    pub per_dossier: bool,
}

/// A grade of an agency: from this total upward, of at most 18.
pub struct Grade {
    pub from: u8,
    pub name: (&'static str, &'static str),
}

/// The number of the receipt and appointment among the forms.
pub const RECEIPT: u8 = 1;

impl RulePack {
    /// What a form is called.
    pub fn form_name(&self, number: u8, language: Language) -> &'static str {
        let named = self.forms.iter().find(|named| named.number == number);
        named.map_or("", |named| language.pick(named.name.0, named.name.1))
    }

    /// The dossier code of the `ordinal`-th acceptance of an agency on a day (TT 01/2018 article 19).
    pub fn dossier_code(&self, agency: &AgencyCode, day: Date, ordinal: u32) -> DossierCode {
        match self.id {
            PackId::Pack2018 => DossierCode::new(agency.clone(), day, ordinal),
        }
    }

    /// When the dossier must have reached the division: the close of the same day, or the start of the next
    /// working day when it was received after the cut-off, or on a day open for intake only. It bounds the hand-over,
    /// never the counting.
    pub fn hand_over_by(&self, calendar: &Calendar, received: Instant) -> Instant {
        let arrival = calendar.arrival(received);
        if arrival.civil().time() <= self.hand_over_cutoff && calendar.works_on(arrival.date()) {
            calendar.close_of(arrival.date())
        } else {
            let opening = calendar.working_day_after(arrival.date());
            calendar.after_working_minutes(opening, self.hand_over_grace_minutes)
        }
    }

    /// When a filing sent online must be answered.
    pub fn answer_by(&self, calendar: &Calendar, sent: Instant) -> Instant {
        calendar.after_open_minutes(sent, self.answer_hours * 60)
    }

    /// The last working day on which an apology for a result due then is in time.
    pub fn apology_day(&self, calendar: &Calendar, due: Instant) -> Date {
        let mut day = due.date() - self.extension_notice_days.days();
        while !calendar.works_on(day) && day > due.date() - MONTH.days() {
            day -= 1.days();
        }
        day
    }

    /// Until when those whose apology is to be thought of now are due: whoever looks on a working day thinks of those that
    /// can be in time on the next one.
    pub fn apologies_until(&self, calendar: &Calendar, now: Instant) -> Instant {
        let today = calendar.arrival(now).date();
        let first_too_far = calendar.working_days_after(today, 2) + self.extension_notice_days.days();
        Instant::from_civil(first_too_far.to_datetime(Time::midnight())).plus_minutes(-1)
    }

    /// Whether an apology made now is in time for a result due then.
    pub fn extension_in_time(&self, now: Instant, due: Instant) -> bool {
        i64::from((due.date() - now.date()).get_days()) >= self.extension_notice_days
    }

    pub fn level_name(&self, level: crate::procedure::Level, language: Language) -> &'static str {
        let (vi, en) = self.level_names[usize::from(level.number()) - 1];
        language.pick(vi, en)
    }

    /// The grade of an agency's total score, in tenths of a point.
    pub fn grade(&self, tenths: u32) -> &Grade {
        self.grades
            .iter()
            .find(|grade| tenths >= u32::from(grade.from) * 10)
            .expect("the last grade starts at 0")
    }

    /// What it rests on.
    pub fn title(&self, language: Language) -> &'static str {
        language.pick(self.name.0, self.name.1)
    }
}

/// The pack a dossier filed on a day falls under: the newest that has begun.
pub fn pack_on(day: Date) -> &'static RulePack {
    let newest = PackId::ALL.into_iter().rev().map(PackId::pack).find(|pack| pack.from <= day);
    newest.unwrap_or_else(|| PackId::ALL[0].pack())
}

/// NĐ 61/2018/NĐ-CP with TT 01/2018/TT-VPCP.
pub static PACK_2018: RulePack = RulePack {
    id: PackId::Pack2018,
    name: (
        "Nghị định 61/2018/NĐ-CP và Thông tư 01/2018/TT-VPCP",
        "Decree 61/2018/NĐ-CP and Circular 01/2018/TT-VPCP",
    ),
    from: Date::constant(2019, 1, 6),
    resumption: Resumption::Continue,
    extensions_max: 1,
    extension_notice_days: 1,
    apology_moves_limit: Ruling {
        holds: false,
        certainty: Certainty::Unconfirmed,
        source: "TT 01/2018/TT-VPCP, Điều 13: chỉ số 1 và 2 so với thời hạn theo quy định",
    },
    ended_late_is_late: Ruling {
        holds: true,
        certainty: Certainty::Unconfirmed,
        source: "TT 01/2020/TT-VPCP, biểu II.06a không nói; có nơi tính mọi hồ sơ rút, dừng là đúng hạn",
    },
    counting: &[
        (
            "Kỳ báo cáo quý tính từ ngày 15 của tháng trước kỳ đến ngày 14 của tháng cuối kỳ; năm tính từ ngày 15 tháng 12 năm trước đến ngày 14 tháng 12.",
            "A quarter goes from the 15th of the month before it to the 14th of its last month; so does a year, which begins and ends in December.",
        ),
        (
            "Nhận giải quyết là đã được tiếp nhận; hồ sơ bị từ chối tiếp nhận hoặc chưa được trả lời không tính.",
            "Received is accepted: filings that were refused or not answered yet are not counted.",
        ),
        (
            "Đã giải quyết tính theo ngày quyết định, không theo ngày người nộp nhận kết quả.",
            "Settled is decided; the day the result is collected plays no part.",
        ),
        (
            "Sớm, đúng, quá hạn so với thời hạn theo quy định, trừ thời gian tạm dừng bắt đầu khi còn trong hạn; xin lỗi và hẹn lại không làm hồ sơ đúng hạn.",
            "Early, on time and late compare with the legal limit, without pauses that began in time; an apology with a new date does not put a dossier in time.",
        ),
        (
            "Hồ sơ đang tạm dừng từ khi còn trong hạn tính là đang giải quyết trong hạn.",
            "A dossier in hand whose pause began in time counts as in time.",
        ),
        (
            "Thời hạn theo giờ hoặc trong ngày: hết ngày đến hạn mà chưa giải quyết xong là quá hạn.",
            "Limits in hours or of the same day: what is not settled by the end of the day it was due is late.",
        ),
        (
            "Hồ sơ liên thông tính một lần, theo hồ sơ chính; hồ sơ chạy thử không tính.",
            "Linked dossiers count once, with the main one; trial dossiers are not counted.",
        ),
        (
            "Hồ sơ tính cho cơ quan có thẩm quyền giải quyết, kể cả khi việc của cơ quan đó nay do cơ quan khác kế thừa.",
            "A dossier counts with the agency that was to settle it, also where another has taken over its work since.",
        ),
    ],
    public: PublicBounds {
        at_least: 10,
        moves_by: 10,
        closes_after_days: 10,
        discreet_words: &[
            "bạo lực",
            "bị xâm hại",
            "cai nghiện",
            "chất ma túy",
            "con nuôi",
            "giám hộ",
            "hiv",
            "khuyết tật",
            "lý lịch tư pháp",
            "mại dâm",
            "mua bán người",
            "nhận cha, mẹ, con",
            "phạm tội",
            "tâm thần",
            "tị nạn",
            "xác định lại giới tính",
            "xác định lại dân tộc",
        ],
    },
    requests_in_full: 1,
    answer_hours: 8,
    hand_over_cutoff: time(15, 0, 0, 0),
    hand_over_grace_minutes: 60,
    same_day_until: time(15, 0, 0, 0),
    channels: &Channel::ALL,
    refusal_codes: &[
        ReasonCode::NotCompetent,
        ReasonCode::NotForThem,
        ReasonCode::ConditionsNotMet,
        ReasonCode::NotCompleted,
        ReasonCode::NotGenuine,
        ReasonCode::FiledTwice,
        ReasonCode::Other,
    ],
    withdrawal_codes: &[
        ReasonCode::NoLongerWanted,
        ReasonCode::ToFileAnew,
        ReasonCode::WrongPlace,
        ReasonCode::TakesTooLong,
        ReasonCode::Other,
    ],
    stop_codes: &[
        ReasonCode::NotCompleted,
        ReasonCode::NotPaid,
        ReasonCode::FiledTwice,
        ReasonCode::OwnerGone,
        ReasonCode::Disputed,
        ReasonCode::LawChanged,
        ReasonCode::Other,
    ],
    request_codes: &[
        ReasonCode::Missing,
        ReasonCode::Unreadable,
        ReasonCode::Contradictory,
        ReasonCode::WrongForm,
        ReasonCode::Expired,
        ReasonCode::ToExplain,
        ReasonCode::Other,
    ],
    databases: &StateDatabase::ALL,
    level_names: [
        ("Mức độ 1: xem thông tin", "Level 1: information"),
        ("Mức độ 2: tải mẫu về điền", "Level 2: forms to print"),
        ("Mức độ 3: nộp hồ sơ trực tuyến", "Level 3: apply online"),
        ("Mức độ 4: nộp, trả phí và nhận kết quả trực tuyến", "Level 4: apply, pay and receive online"),
    ],
    forms: &[
        StatutoryForm {
            number: 1,
            name: ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment"),
            paper: PaperSize::A5,
        },
        StatutoryForm {
            number: 2,
            name: ("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request for completion"),
            paper: PaperSize::A5,
        },
        StatutoryForm {
            number: 3,
            name: ("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal of reception"),
            paper: PaperSize::A5,
        },
        StatutoryForm {
            number: 4,
            name: ("Phiếu xin lỗi và hẹn lại ngày trả kết quả", "Apology and new date"),
            paper: PaperSize::A5,
        },
        StatutoryForm {
            number: 5,
            name: ("Phiếu kiểm soát quá trình giải quyết hồ sơ", "Routing slip"),
            paper: PaperSize::A5,
        },
        StatutoryForm {
            number: 6,
            name: ("Sổ theo dõi hồ sơ", "Register of dossiers"),
            paper: PaperSize::A4,
        },
    ],
    indices: &[
        index(1, "Thời gian thực hiện so với quy định", "Total time against the legal limit", true),
        index(2, "Thời gian của từng cơ quan tham gia", "Time of each agency taking part", true),
        index(3, "Số lần phải liên hệ để hoàn thiện hồ sơ", "Contacts needed to complete the file", true),
        index(4, "Số cơ quan phải liên hệ", "Agencies the applicant had to contact", true),
        index(5, "Thực hiện tại Bộ phận Một cửa", "Work done at the one-stop office", false),
        index(6, "Công khai thủ tục hành chính", "Publication of procedures", false),
        index(7, "Thái độ của cán bộ", "Conduct of officers", true),
        index(8, "Tiếp nhận, giải trình phản ánh, kiến nghị", "Feedback received and explained", false),
        index(9, "Dịch vụ công trực tuyến", "Online service", false),
    ],
    grades: &[
        Grade { from: 15, name: ("Xuất sắc", "Excellent") },
        Grade { from: 12, name: ("Tốt", "Good") },
        Grade { from: 9, name: ("Khá", "Fair") },
        Grade { from: 6, name: ("Trung bình", "Average") },
        Grade { from: 0, name: ("Yếu", "Weak") },
    ],
};

const fn index(number: u8, vi: &'static str, en: &'static str, per_dossier: bool) -> EvaluationIndex {
    EvaluationIndex { number, name: (vi, en), per_dossier }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn until_three_oclock_it_goes_the_same_day_and_later_at_the_start_of_the_next() {
        let calendar = Calendar::national();
        let check = |received: &str, by: &str| {
            assert_eq!(PACK_2018.hand_over_by(&calendar, at(received)), at(by), "{received}");
        };
        check("2026-03-06T09:00", "2026-03-06T17:00");
        check("2026-03-06T15:00", "2026-03-06T17:00");
        check("2026-03-06T15:01", "2026-03-09T08:30");
        check("2026-03-06T19:00", "2026-03-09T17:00");
    }

    #[test]
    fn an_online_filing_is_answered_within_eight_working_hours() {
        let calendar = Calendar::national();
        assert_eq!(PACK_2018.answer_by(&calendar, at("2026-03-06T09:30")), at("2026-03-09T10:00"));
        assert_eq!(PACK_2018.answer_by(&calendar, at("2026-03-07T20:00")), at("2026-03-10T08:00"));
    }

    #[test]
    fn the_apology_is_due_a_day_before_expiry() {
        let due = at("2026-03-10T17:00");
        assert!(PACK_2018.extension_in_time(at("2026-03-09T16:00"), due));
        assert!(!PACK_2018.extension_in_time(at("2026-03-10T08:00"), due));
    }

    #[test]
    fn fifteen_points_are_excellent() {
        assert_eq!(PACK_2018.grade(150).name.1, "Excellent");
        assert_eq!(PACK_2018.grade(149).name.1, "Good");
        assert_eq!(PACK_2018.grade(0).name.1, "Weak");
        assert_eq!(PACK_2018.indices.iter().filter(|index| index.per_dossier).count(), 5);
    }
}
