//! Words of a state: tags, notices, the clock, the way.

use super::Section;
use domain::Language;
use ui::part::{
    ClockCard, ClockTurn, CountedDay, DayCounts, DeadlineDays, Empty, History, HistoryEntry, Link, Mended,
    Notice, Pair, Progress, ProgressBar, Tag, TagKind, Timeline, TimelineStop, Tone,
};

pub fn sections(language: Language) -> Vec<Section> {
    vec![
        tags(language),
        notices(language),
        clocks(language),
        timeline(language),
        days(language),
        history(language),
        empty(language),
    ]
}

fn tags(language: Language) -> Section {
    let words = |kind| match kind {
        TagKind::Neutral => language.pick("Chưa bắt đầu", "Not started"),
        TagKind::Info => language.pick("Đang xử lý", "In progress"),
        TagKind::Good => language.pick("Đã cấp", "Granted"),
        TagKind::Warn => language.pick("Còn 1 ngày", "1 day left"),
        TagKind::Late => language.pick("Quá hạn 2 ngày", "2 days late"),
        TagKind::Refused => language.pick("Không được tiếp nhận", "Not accepted"),
    };
    Section::new("tags", language.pick("Nhãn", "Tags"))
        .with_all(TagKind::ALL.map(|kind| Tag::new(kind, words(kind))))
}

fn notices(language: Language) -> Section {
    let made = |tone| {
        let (title, sentence) = match tone {
            Tone::Info => (
                language.pick(
                    "Quầy nghỉ Tết từ 16/02 đến 20/02/2026",
                    "The counter is closed 16 to 20 February 2026",
                ),
                language.pick(
                    "Hồ sơ nộp trực tuyến vẫn được nhận.",
                    "Applications sent online are still taken in.",
                ),
            ),
            Tone::Success => (
                language.pick("Giấy tờ đã gửi", "Documents sent"),
                language.pick(
                    "Đồng hồ của cơ quan chạy lại từ hôm nay.",
                    "The agency's clock goes on from today.",
                ),
            ),
            Tone::Warning => (
                language.pick("Bạn còn 1 ngày để bổ sung", "You have 1 day left to complete it"),
                language.pick(
                    "Sau thứ Sáu, 27/02/2026, hồ sơ được trả lại.",
                    "After Friday 27 February 2026, it will be returned.",
                ),
            ),
            Tone::Danger => (
                language.pick("Chưa gửi được", "It could not be sent"),
                language.pick("Câu trả lời của bạn đã được giữ.", "Your answers have been kept."),
            ),
        };
        let link = Link::new("#notices", language.pick("Xem thêm", "Read more"));
        Notice::titled(tone, title).sentence(sentence).link(link)
    };
    let plain = language.pick("Một câu là đủ.", "A single sentence is enough.");
    let points = language
        .pick(["Giấy chứng sinh", "Căn cước của mẹ"], ["Birth certificate", "The mother's identity card"]);
    let listed = Notice::titled(Tone::Warning, language.pick("Còn thiếu", "Missing"));
    let draft = |at: &str| {
        Link::new("#notices", format!("{} {at}", language.pick("Làm tiếp bản", "Go on with that of")))
    };
    let links = Notice::titled(Tone::Info, language.pick("Bạn có bản đang làm", "You have drafts"));
    let days = language.pick(["11/02/2026", "12/02/2026"], ["11 Feb 2026", "12 Feb 2026"]);
    let links = links.links(days.map(draft).to_vec());
    let step = |name: &str| Link::new("#notices", name);
    let mended = Mended::new(
        language.pick(["Thẩm định", "Trình ký"], ["Check", "Sign"]).map(step).to_vec(),
        language.pick("Chưa có thời gian thực hiện.", "It does not say how long it takes."),
    );
    let against =
        Notice::titled(Tone::Warning, language.pick("Chưa công bố được", "It cannot be published yet"));
    Section::new("notices", language.pick("Thông báo", "Notices"))
        .with_all(Tone::ALL.map(made))
        .with(listed.points(points))
        .with(against.mended([mended]))
        .with(links)
        .with(Notice::warning(plain).alert())
        .with(Notice::new(Tone::Info, plain).announced())
}

fn clocks(language: Language) -> Section {
    let steps =
        |done, all| Some(ProgressBar::new(done, all, language.pick("Các bước đã xong", "Steps done")));
    let made = |turn| {
        let agency = language.pick("Cơ quan đang giải quyết", "The agency is working on it");
        let (who, left, due, steps) = match turn {
            ClockTurn::Running => {
                let due = language.pick("Hẹn trả: thứ Tư, 25/02/2026", "Due on Wednesday 25 February 2026");
                (agency, language.pick("Còn 3 ngày làm việc", "3 working days left"), due, steps(2, 5))
            }
            ClockTurn::Late => {
                let due = language.pick(
                    "Xin lỗi bạn. Hẹn lại: thứ Sáu, 27/02/2026",
                    "We are sorry. Now due on Friday 27 February 2026",
                );
                (agency, language.pick("Quá hạn 2 ngày làm việc", "2 working days late"), due, steps(4, 5))
            }
            ClockTurn::Yours => {
                let due = language.pick("Thời hạn giải quyết đang tạm dừng.", "Processing time is paused.");
                let left = language.pick("Còn 3 ngày để bổ sung", "3 days left to complete it");
                (language.pick("Đang chờ bạn", "It is your turn"), left, due, None)
            }
            ClockTurn::Stopped => {
                let left = language.pick("Chờ ý kiến Sở Tư pháp", "Waiting for the Department of Justice");
                (language.pick("Tạm dừng", "On hold"), left, "", None)
            }
            ClockTurn::Done => {
                let left = language.pick("Đã cấp, sớm 1 ngày", "Granted one day early");
                (language.pick("Đã xong", "Finished"), left, "", steps(5, 5))
            }
            ClockTurn::Closed => (language.pick("Đã rút", "Withdrawn"), "", "", None),
            ClockTurn::Refused => (language.pick("Không được chấp thuận", "Denied"), "", "", None),
        };
        ClockCard { turn, who: who.into(), left: left.into(), due: due.into(), steps }
    };
    Section::new("clocks", language.pick("Đồng hồ", "Clock")).with_all(ClockTurn::ALL.map(made))
}

fn timeline(language: Language) -> Section {
    let stop = |progress| {
        let (title, state) = match progress {
            Progress::Done => (language.pick("Tiếp nhận", "Taken in"), language.pick("Đã xong", "Done")),
            Progress::Running => {
                (language.pick("Thẩm tra", "Examination"), language.pick("Đang làm", "In progress"))
            }
            Progress::Yours => (
                language.pick("Bổ sung giấy tờ", "Further documents"),
                language.pick("Đang chờ bạn", "Waiting for you"),
            ),
            Progress::Late => (
                language.pick("Lấy ý kiến", "Opinion of another agency"),
                language.pick("Quá hạn 2 ngày", "2 days late"),
            ),
            Progress::Note => {
                (language.pick("Gia hạn", "Extended"), language.pick("Có thư xin lỗi", "With an apology"))
            }
            Progress::Refused => {
                (language.pick("Tiếp nhận", "Intake"), language.pick("Không được tiếp nhận", "Not accepted"))
            }
            Progress::ToCome => {
                (language.pick("Trả kết quả", "Result returned"), language.pick("Chưa đến lượt", "Not yet"))
            }
        };
        let unit = language.pick("Tư pháp – Hộ tịch", "Civil status");
        let planned = Pair::new(
            language.pick("Hẹn", "Planned"),
            language.pick("thứ Tư, 11/02/2026", "Wednesday 11 February 2026"),
        );
        TimelineStop {
            progress,
            title: title.into(),
            state: state.into(),
            unit: unit.into(),
            dates: vec![planned],
        }
    };
    Section::new("timeline", language.pick("Dòng thời gian", "Timeline"))
        .with(Timeline(Progress::ALL.map(stop).to_vec()))
}

fn days(language: Language) -> Section {
    let day = |counts, number: &str, date: &str, why: &str| CountedDay {
        counts,
        number: number.into(),
        date: date.into(),
        why: why.into(),
    };
    let day_of =
        language.pick(["Ngày làm việc thứ nhất", "Ngày hẹn trả"], ["First working day", "The day it is due"]);
    let off = language.pick("Không tính: nghỉ Tết", "Not counted: New Year holiday");
    let dates = language.pick(
        ["thứ Sáu, 13/02/2026", "thứ Hai, 16/02/2026", "thứ Hai, 23/02/2026"],
        ["Friday 13 February 2026", "Monday 16 February 2026", "Monday 23 February 2026"],
    );
    Section::new("days", language.pick("Từng ngày", "Day by day")).with(DeadlineDays(vec![
        day(DayCounts::Counted, "1", dates[0], day_of[0]),
        day(DayCounts::Skipped, "–", dates[1], off),
        day(DayCounts::Due, "2", dates[2], day_of[1]),
    ]))
}

fn history(language: Language) -> Section {
    let happened = |at: &str, sentence: &str, words: &str| HistoryEntry {
        at: at.into(),
        sentence: sentence.into(),
        words: words.into(),
    };
    Section::new("history", language.pick("Diễn biến", "What happened")).with(History(vec![
        happened(
            language.pick("20:14 13/02/2026", "20:14, 13 Feb 2026"),
            language.pick("Bạn đã rút hồ sơ.", "You withdrew it."),
            language.pick("Tôi sẽ nộp lại sau.", "I will apply again later."),
        ),
        happened(
            language.pick("08:05 11/02/2026", "08:05, 11 Feb 2026"),
            language.pick("Hồ sơ đã được tiếp nhận.", "It was taken in."),
            "",
        ),
    ]))
}

fn empty(language: Language) -> Section {
    Section::new("empty", language.pick("Danh sách trống", "Empty list")).with(Empty {
        title: language.pick("Bạn chưa có hồ sơ nào", "You have no applications yet").into(),
        text: language.pick("Khi bạn nộp, hồ sơ hiện ở đây.", "Once you apply, they are shown here.").into(),
        link: Some(Link::new("#empty", language.pick("Tìm thủ tục", "Find a procedure"))),
    })
}
