use super::*;
use jiff::civil::date;
use testkit::render_both;

fn shown(language: Language, counts: &Counts, opens: bool) -> Page {
    let period = Period { from: date(2026, 9, 15), to: date(2026, 11, 25) };
    let t = text::Words(language);
    let draw = IndexView { t, language, period, opens };
    draw.page(Chrome::anonymous(language, t.title()), "Sở Tư pháp", counts, LinkList(Vec::new()))
}

/// 990 of 1,000 in time: 19.80 of 20; 300 of 1,000 online: 7.20 of 12.
fn counts() -> Counts {
    Counts {
        received_online: 300,
        received_counter: 700,
        done_early: 900,
        done_on_time: 90,
        done_late: 10,
        in_hand_in_time: 1_000,
        ..Counts::default()
    }
}

#[test]
fn lost_points_open_to_their_dossiers_and_groups_without_data_say_so() {
    for html in render_both(|language| shown(language, &counts(), true)) {
        let total = html.one("main strong").text();
        assert!(total.replace(',', ".").starts_with("27.00 ") && total.contains("32"), "{total}");
        assert_eq!(html.all("main h2").len(), 5);
        let parts: Vec<String> = html.all("main h3").iter().map(|part| part.text()).collect();
        let lacking =
            parts.iter().filter(|part| part.contains("Chưa có dữ liệu") || part.contains("No data"));
        assert_eq!(lacking.count(), 4, "{parts:?}");
        let late = "a[href='/office/figures/dossiers?list=done-late&from=2026-09-15&to=2026-11-25']";
        assert!(html.one(late).text().contains("10"));
        let otherwise =
            "a[href='/office/figures/dossiers?list=received-otherwise&from=2026-09-15&to=2026-11-25']";
        assert!(html.one(otherwise).text().contains("700"));
    }
}

#[test]
fn only_numbers_where_dossiers_may_not_be_opened() {
    for html in render_both(|language| shown(language, &counts(), false)) {
        assert!(!html.has("a[href^='/office/figures/dossiers']"));
    }
}

#[test]
fn nothing_counted_is_no_points_and_no_zero() {
    for html in render_both(|language| shown(language, &Counts::default(), true)) {
        assert!(!html.one("main").text().contains("0.00") && !html.one("main").text().contains("0,00"));
        assert!(html.all("main h3").iter().all(|part| {
            let text = part.text();
            text.contains("Chưa có dữ liệu") || text.contains("No data")
        }));
    }
}
