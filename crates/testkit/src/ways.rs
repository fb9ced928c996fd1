//! Where a page leads: each of its links and forms to an address the program has, each button to something of its own, and from
//! what is wrong in a form to its field.

use crate::{Element, Html};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Every address there is, as the route table writes them.
const TABLE: &str = include_str!("../../server/tests/golden/routes.txt");

/// By method, each address in its segments.
static ROUTES: LazyLock<BTreeMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
    let mut routes: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    for line in TABLE.lines() {
        let mut words = line.split_whitespace();
        if let (Some(method), Some(path)) = (words.next(), words.next()) {
            routes.entry(method).or_default().push(path.split('/').collect());
        }
    }
    routes
});

fn is_there(method: &str, address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path: Vec<&str> = path.split('/').collect();
    let leads = |route: &Vec<&str>| {
        let alike = |(segment, said): (&&str, &&str)| match segment.starts_with('{') {
            true => !said.is_empty(),
            false => segment == said,
        };
        route.len() == path.len() && route.iter().zip(&path).all(alike)
    };
    ROUTES.get(method).is_some_and(|routes| routes.iter().any(leads))
}

/// Addresses nothing answers: one that was mistyped, or whose parts are missing.
pub fn lost(page: &Html) -> Vec<String> {
    let links = page.all("a[href^='/']").into_iter().map(|link| ("GET", "href", link));
    let forms = page.all("form[action^='/']").into_iter().map(|form| {
        let posts = form.attribute("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        (if posts { "POST" } else { "GET" }, "action", form)
    });
    let all = links.chain(forms).map(|(method, name, element)| {
        let address = element.attribute(name).unwrap_or_default();
        (method, address, element)
    });
    all.filter(|(method, address, _)| !is_there(method, address))
        .map(|(method, address, element)| format!("nothing is at {method} {address}: {}", element.shown()))
        .collect()
}

/// Buttons of one form that say different things and send the same.
pub fn sending_alike(page: &Html) -> Vec<String> {
    let mut found = Vec::new();
    for form in page.all("form") {
        let mut sent: BTreeMap<(&str, &str), String> = BTreeMap::new();
        let sends = |button: &Element| button.attribute("type").is_none_or(|kind| kind == "submit");
        for button in form.all("button").into_iter().filter(sends) {
            let value = button.attribute("value").unwrap_or_default();
            let what = (button.attribute("name").unwrap_or_default(), value);
            if sent.insert(what, button.text()).is_some_and(|other| other != button.text()) {
                found.push(format!("sends what another button does: {}", button.shown()));
            }
        }
    }
    found
}

/// Fields with something wrong in them that the summary above does not lead to; what cannot be sent any more is only shown.
pub fn untold(page: &Html) -> Vec<String> {
    let wrong = page.all("main [aria-invalid='true'][id]").into_iter();
    let led_to = |field: &Element| {
        let id = field.attribute("id").unwrap_or_default();
        page.has(&format!(".error-summary a[href='#{id}']"))
    };
    wrong
        .filter(|field| field.ancestors().any(|around| around.name() == "form") && !led_to(field))
        .map(|field| format!("wrong, and not said above: {}", field.shown()))
        .collect()
}
