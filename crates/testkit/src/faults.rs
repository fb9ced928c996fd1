//! What is wrong with a page whatever it is about. A browser with axe finds more, but of some pages only; these are asked of
//! every page a test reads.

use crate::{Element, Html, ways};
use std::collections::BTreeMap;

/// Attributes that point to elements by their ids.
const POINTERS: [&str; 5] = ["for", "form", "list", "aria-describedby", "aria-labelledby"];
/// Controls that need no label: they say what they are, or nobody sees them.
const UNLABELLED: [&str; 5] = ["hidden", "submit", "button", "image", "reset"];

pub fn of_page(page: &Html, language: &str) -> Vec<String> {
    let mut found = of_piece(page);
    let headings = page.all("h1").len();
    if headings != 1 {
        found.push(format!("{headings} h1"));
    }
    let said = page.all("html[lang]").first().and_then(|html| html.attribute("lang"));
    if said != Some(language) {
        found.push(format!("says it is in {said:?}, not in {language}"));
    }
    for link in page.all("a[href^='#']") {
        let to = link.attribute("href").and_then(|href| href.strip_prefix('#')).unwrap_or_default();
        if !to.is_empty() && !page.all("[id]").iter().any(|element| element.attribute("id") == Some(to)) {
            found.push(format!("leads to #{to}, which is not there: {}", link.shown()));
        }
    }
    found.extend(order_of_headings(page));
    found.extend(unread_dates(page));
    found.extend(days_of_no_year(page));
    if language == "en" {
        found.extend(ones_of_many(page));
        found.extend(unmarked(page));
        found.extend(ambiguous_dates(page));
    }
    for link in page.all("body [hreflang]:not([lang])") {
        found.push(format!("leads to another language and says nothing of it: {}", link.shown()));
    }
    if page.texts("title").concat().is_empty() {
        found.push("no title".into());
    }
    found.extend(ways::lost(page));
    found.extend(ways::untold(page));
    found
}

/// The first heading of all is the first on the page, and no level is left out on the way down.
fn order_of_headings(page: &Html) -> Vec<String> {
    let level = |heading: &Element| heading.name()[1..].parse::<u32>().unwrap_or_default();
    let mut above = 0;
    let mut found = Vec::new();
    for heading in page.all("h1, h2, h3, h4, h5, h6").into_iter().filter(|heading| !is_in_dialog(*heading)) {
        if level(&heading) > above + 1 {
            found.push(format!("after h{above} comes {}", heading.shown()));
        }
        above = level(&heading);
    }
    found
}

/// A dialog is a page of its own.
fn is_in_dialog(element: Element) -> bool {
    element.ancestors().any(|around| around.name() == "dialog" && around.attribute("open").is_none())
}

/// Attributes whose words are read aloud or shown.
const HEARD: [&str; 5] = ["alt", "title", "aria-label", "placeholder", "data-label"];

/// Words with letters English does not have, in an element that does not say that they are Vietnamese.
fn unmarked(page: &Html) -> Vec<String> {
    let is_foreign = |letter: char| matches!(letter, 'À'..='ư' | 'Ạ'..='ỹ') && !matches!(letter, '×' | '÷');
    let said = |element: &Element| {
        HEARD.iter().any(|name| element.attribute(name).is_some_and(|words| words.contains(is_foreign)))
    };
    let own = |element: &Element| element.own_text().contains(is_foreign) || said(element);
    let heard = |element: &Element| !["script", "style", "textarea", "title"].contains(&element.name());
    let all = page.all("body *").into_iter();
    let all = all.filter(|element| element.name() != "title" && heard(element) && own(element));
    all.filter(|element| language_of(*element) != Some("vi"))
        .map(|element| format!("not marked: {}", element.shown()))
        .collect()
}

pub fn of_piece(page: &Html) -> Vec<String> {
    let mut found = Vec::new();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    for element in page.all("[id]") {
        *ids.entry(element.attribute("id").unwrap_or_default()).or_default() += 1;
    }
    found.extend(
        ids.iter().filter(|(_, count)| **count > 1).map(|(id, count)| format!("{count} times #{id}")),
    );
    for pointer in POINTERS {
        for element in page.all(&format!("[{pointer}]")) {
            let to = element.attribute(pointer).unwrap_or_default().split_whitespace();
            let lost = to.filter(|id| !ids.contains_key(id));
            found.extend(
                lost.map(|id| format!("{pointer} points to #{id}, which is not there: {}", element.shown())),
            );
        }
    }
    let labelled: Vec<&str> =
        page.all("label[for]").into_iter().filter_map(|label| label.attribute("for")).collect();
    for control in page.all("input, select, textarea") {
        let kind = control.attribute("type").unwrap_or("text");
        let unseen = control.attribute("hidden").is_some();
        if !unseen && !UNLABELLED.contains(&kind) && !is_labelled(control, &labelled) {
            found.push(format!("no label: {}", control.shown()));
        }
    }
    let nameless = page.all("a[href], button, summary, h1, h2, h3, h4, legend, label, th").into_iter();
    found.extend(
        nameless
            .filter(|element| !is_named(*element))
            .map(|element| format!("no words: {}", element.shown())),
    );
    found.extend(called_alike(page));
    found.extend(ways::sending_alike(page));
    found.extend(page.all("img:not([alt])").into_iter().map(|image| format!("no alt: {}", image.shown())));
    found.extend(page.all("th:not([scope])").into_iter().map(|head| format!("no scope: {}", head.shown())));
    found.extend(
        page.all("svg:not([aria-hidden]):not([role])")
            .into_iter()
            .map(|svg| format!("a picture: {}", svg.shown())),
    );
    found
}

/// Buttons of one form that do different things and are heard as one.
fn called_alike(page: &Html) -> Vec<String> {
    let mut found = Vec::new();
    for form in page.all("form") {
        let mut heard: BTreeMap<&str, String> = BTreeMap::new();
        for button in form.all("button[aria-label]") {
            let label = button.attribute("aria-label").unwrap_or_default();
            if heard.insert(label, button.text()).is_some_and(|other| other != button.text()) {
                found.push(format!("called like another: {}", button.shown()));
            }
        }
    }
    found
}

/// Dates as programs write them, where people read.
fn unread_dates(page: &Html) -> Vec<String> {
    let is_date = |word: &str| {
        let shape: String =
            word.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
        shape.trim_start_matches(|letter: char| !letter.is_alphanumeric()).starts_with("0000-00-00")
    };
    let written = |element: &Element| element.own_text().split_whitespace().any(is_date);
    let all = page.all("main *").into_iter().filter(|element| {
        !["script", "style", "textarea", "code", "pre", "option"].contains(&element.name())
            && written(element)
    });
    all.map(|element| format!("a date nobody writes: {}", element.shown())).collect()
}

/// Where sentences stand: not what programs read, nor what somebody typed.
fn sentences(page: &Html) -> Vec<Element<'_>> {
    let silent = ["script", "style", "textarea", "code", "pre", "option", "kbd"];
    let coded = |element: &Element| {
        element.attribute("class").is_some_and(|classes| classes.split(' ').any(|class| class == "code"))
    };
    let all = page.all("main *").into_iter();
    all.filter(|element| !silent.contains(&element.name()) && !coded(element)).collect()
}

const MONTHS: [&str; 24] = [
    "Jan",
    "January",
    "Feb",
    "February",
    "Mar",
    "March",
    "Apr",
    "April",
    "May",
    "May",
    "Jun",
    "June",
    "Jul",
    "July",
    "Aug",
    "August",
    "Sep",
    "September",
    "Oct",
    "October",
    "Nov",
    "November",
    "Dec",
    "December",
];

/// Days of which nobody who reads them later knows the year.
fn days_of_no_year(page: &Html) -> Vec<String> {
    let plain = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_string();
    let number = |word: &str, long: std::ops::RangeInclusive<usize>| {
        long.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let in_digits = |word: &str| {
        let parts: Vec<&str> = word.split('/').collect();
        let within =
            |part: &str, most: u32| number(part, 2..=2) && part.parse().is_ok_and(|of: u32| of <= most);
        matches!(parts[..], [day, month] if within(day, 31) && within(month, 12))
    };
    let said = |element: &Element| {
        let words: Vec<String> = element.own_text().split_whitespace().map(plain).collect();
        let in_words = |at: usize| {
            let year = words.get(at + 1).is_some_and(|year| number(year, 4..=4));
            at > 0 && MONTHS.contains(&words[at].as_str()) && number(&words[at - 1], 1..=2) && !year
        };
        words.iter().any(|word| in_digits(word)) || (0..words.len()).any(in_words)
    };
    let all = sentences(page).into_iter().filter(said);
    all.map(|element| format!("a day of no year: {}", element.shown())).collect()
}

/// What is told by its number: “outcome 1 means” counts nothing.
const NUMBERED: [&str; 7] = ["outcome", "step", "part", "page", "row", "version", "number"];

/// English sentences that say one of several.
fn ones_of_many(page: &Html) -> Vec<String> {
    let many = |word: &str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphabetic());
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end))
    };
    let said = |element: &Element| {
        let text = element.own_text();
        let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "working").collect();
        let one = |at: usize| words[at].trim_start_matches(['(', '“']) == "1";
        let numbers = |at: usize| at > 0 && NUMBERED.contains(&words[at - 1].to_lowercase().as_str());
        (0..words.len()).any(|at| one(at) && !numbers(at) && words.get(at + 1).is_some_and(|word| many(word)))
    };
    let all =
        sentences(page).into_iter().filter(|element| language_of(*element) != Some("vi") && said(element));
    all.map(|element| format!("one of several: {}", element.shown())).collect()
}

/// Dates of which an English reader may take the day for the month. What is typed is typed in this order, so what is
/// said beside a field may show it; so may words that say they are Vietnamese.
fn ambiguous_dates(page: &Html) -> Vec<String> {
    let is_date = |word: &str| {
        let parts: Vec<&str> =
            word.trim_matches(|letter: char| !letter.is_alphanumeric()).split('/').collect();
        let digits =
            |part: &str, count: usize| part.len() <= count && part.bytes().all(|byte| byte.is_ascii_digit());
        matches!(parts[..], [day, month, year]
            if digits(day, 2) && digits(month, 2) && year.len() == 4 && digits(year, 4))
    };
    let written = |element: &Element| element.own_text().split([' ', '\u{a0}', '\n', '–', '-']).any(is_date);
    let described: Vec<&str> = page
        .all("[aria-describedby]")
        .into_iter()
        .filter_map(|field| field.attribute("aria-describedby"))
        .flat_map(str::split_whitespace)
        .collect();
    let of_a_field = |element: &Element| {
        element.attribute("id").is_some_and(|id| described.contains(&id))
            || element.attribute("href").is_some_and(|href| href.starts_with('#'))
    };
    let all = page.all("body *").into_iter().filter(|element| {
        !["script", "style", "textarea", "code", "pre"].contains(&element.name())
            && written(element)
            && !of_a_field(element)
            && !element.ancestors().any(|around| of_a_field(&around))
            && language_of(*element) != Some("vi")
    });
    all.map(|element| format!("a date of two readings: {}", element.shown())).collect()
}

/// The language an element says it is in.
fn language_of(element: Element<'_>) -> Option<&str> {
    let own = element.attribute("lang");
    own.or_else(|| element.ancestors().find_map(|around| around.attribute("lang")))
}

fn is_labelled(control: Element, labelled: &[&str]) -> bool {
    control.attribute("id").is_some_and(|id| labelled.contains(&id))
        || control.attribute("aria-label").is_some_and(|label| !label.is_empty())
        || control.attribute("aria-labelledby").is_some()
        || control.attribute("aria-hidden") == Some("true")
        || control.ancestors().any(|around| around.name() == "label")
}

/// Whether somebody who hears it is told what it is.
fn is_named(element: Element) -> bool {
    let said = |name| element.attribute(name).is_some_and(|words| !words.is_empty());
    let inside = || element.all("img[alt], [aria-label], svg[role]").iter().any(|_| true);
    said("aria-label")
        || said("aria-labelledby")
        || said("title")
        || element.attribute("aria-hidden") == Some("true")
        || !element.text().is_empty()
        || inside()
}

#[cfg(test)]
mod tests {
    use crate::Html;

    fn faults(piece: &str) -> Vec<String> {
        Html::piece(piece).faults_of_piece()
    }

    #[test]
    fn each_fault_is_found_where_it_is_and_nowhere_else() {
        let sound = r#"<label for="a">Tên</label><input id="a" aria-describedby="b"><p id="b">Như trên thẻ</p>
            <label><input type="checkbox"> Đồng ý</label><input type="hidden" name="k"><button>Gửi</button>
            <svg aria-hidden="true"></svg><table><tr><th scope="col">Ngày</th></tr></table>"#;
        assert_eq!(faults(sound), Vec::<String>::new());
        let sown = [
            (r#"<input id="a">"#, "no label"),
            (r#"<label for="z">Tên</label>"#, "#z, which is not there"),
            (r#"<p id="a"></p><p id="a"></p>"#, "2 times #a"),
            (r#"<a href="/x"></a>"#, "no words"),
            (r#"<button aria-label=""></button>"#, "no words"),
            (r#"<img src="/x">"#, "no alt"),
            (r#"<table><tr><th>Ngày</th></tr></table>"#, "no scope"),
            ("<svg></svg>", "a picture"),
            (
                r#"<form><button name="b" aria-label="A">B</button><button name="c" aria-label="A">C</button></form>"#,
                "called like another",
            ),
            ("<form><button>B</button><button>C</button></form>", "sends what another button does"),
        ];
        for (piece, said) in sown {
            let found = faults(piece);
            assert!(found.len() == 1 && found[0].contains(said), "{piece}: {found:?}");
        }
    }

    #[test]
    fn headings_go_down_level_by_level() {
        let page = |inside: &str| {
            Html::page(&format!("<html lang=\"vi\"><title>A</title><body>{inside}</body></html>"))
                .faults("vi")
        };
        assert_eq!(page("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>"), Vec::<String>::new());
        assert_eq!(page("<h1>A</h1><h3>C</h3>"), ["after h1 comes <h3>C</h3>"]);
        assert_eq!(page("<h2>B</h2><h1>A</h1>"), ["after h0 comes <h2>B</h2>"]);
    }

    #[test]
    fn a_date_is_written_as_people_write_it() {
        let page = |inside: &str| {
            let page = format!(
                "<html lang=\"vi\"><title>A</title><body><main><h1>A</h1>{inside}</main></body></html>"
            );
            Html::page(&page).faults("vi")
        };
        assert_eq!(page("<p>H26-260211-0071, 11/02/2026 <code>2026-02-11</code></p>"), Vec::<String>::new());
        assert_eq!(page("<p>Nộp 2026-02-11, tại quầy</p>").len(), 1);
        assert_eq!(page("<p>Nộp lúc 2026-02-11T08:30:00+07:00</p>").len(), 1);
    }

    #[test]
    fn a_day_has_a_year_and_one_is_not_several() {
        let page = |language: &str, inside: &str| {
            let page = format!(
                "<html lang=\"{language}\"><title>A</title><body><main><h1>A</h1>{inside}</main></body></html>"
            );
            Html::page(&page).faults(language)
        };
        assert_eq!(page("vi", "<p>Ngày 11/02/2026, bước 3/12, mẫu 01/2018</p>"), Vec::<String>::new());
        assert_eq!(page("vi", "<p>Ngày 11/02, tại quầy</p>").len(), 1);
        let sound = "<p>From 3 to 20 February 2026; outcome 1 means; 1 address; 21 days; 1 day</p>";
        assert_eq!(page("en", sound), Vec::<String>::new());
        for wrong in ["on 20 February", "(1 working days left)", "Take: 1 dossiers", "at most 1 times"] {
            assert_eq!(page("en", &format!("<p>{wrong}</p>")).len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_date_in_english_is_read_in_one_way() {
        let page = |inside: &str| {
            let page = format!("<html lang=\"en\"><title>A</title><body><h1>A</h1>{inside}</body></html>");
            Html::page(&page).faults("en")
        };
        let sound = "<p>11 Feb 2026, Decree 61/2018, <span lang=\"vi\">ngày 11/02/2026</span></p>
            <label>Day <input aria-describedby=\"hint\"></label><p id=\"hint\">Such as <b>4/2/2026</b></p>
            <a href=\"#hint\">Must be a date, such as 4/2/2026</a>";
        assert_eq!(page(sound), Vec::<String>::new());
        for ambiguous in ["on 04/02/2026.", "(4/2/2026–5/2/2026)", "08:05\u{a0}11/02/2026"] {
            assert_eq!(page(&format!("<p>{ambiguous}</p>")).len(), 1, "{ambiguous}");
        }
        assert_eq!(page("<label>Day <select><option>04/02/2026</option></select></label>").len(), 1);
    }

    #[test]
    fn vietnamese_in_an_english_page_says_so() {
        let page = |inside: &str| {
            let page = format!("<html lang=\"en\"><title>Huế</title><body><h1>A</h1>{inside}</body></html>");
            Html::page(&page).faults("en")
        };
        assert_eq!(page("<p>By <span lang=\"vi\">Lê <b>Lợi</b></span></p>"), Vec::<String>::new());
        assert_eq!(page("<p>By Lê Lợi</p>").len(), 1);
        for attribute in ["alt", "title", "aria-label", "placeholder", "data-label"] {
            assert_eq!(
                page(&format!("<img alt=\"\" {attribute}=\"Lê Lợi\">").replace("alt=\"\" alt", "alt")).len(),
                1
            );
            let marked =
                format!("<img lang=\"vi\" alt=\"\" {attribute}=\"Lê Lợi\">").replace("alt=\"\" alt", "alt");
            assert_eq!(page(&marked), Vec::<String>::new());
        }
        assert_eq!(page("<p lang=\"vi\">Lê <b lang=\"en\">Lợi</b></p>").len(), 1);
        assert_eq!(page("<a href=\"/\" hreflang=\"vi\">Home</a>").len(), 1);
    }

    #[test]
    fn a_page_has_one_heading_a_title_and_its_language() {
        let page = |html: &str| Html::page(html).faults("vi");
        let sound = "<!doctype html><html lang=\"vi\"><title>Nhà</title><h1>Nhà</h1></html>";
        assert_eq!(page(sound), Vec::<String>::new());
        assert_eq!(page(&sound.replace("vi", "en")).len(), 1);
        assert_eq!(page(&sound.replace("<h1>", "<h1>Hai</h1><h1>")).len(), 1);
        assert_eq!(page(&sound.replace("<title>Nhà</title>", "")).len(), 1);
    }
}
