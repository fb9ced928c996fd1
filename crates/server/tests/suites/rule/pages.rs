//! Every page there is, walked to by its links and forms, by everybody and in both languages, under a made-up law.

use crate::common::steps::{act, apply_for, fill_in};
use crate::common::{ENGLISH, Engine, FormPart, Seen, VIETNAMESE, Visitor, World, alone};
use axum::http::{Method, StatusCode};
use domain::rules::{PACK_2018, PaperSize, RulePack, Ruling, StatutoryForm, made_up};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A law with other numbers and other names.
fn other_law() -> RulePack {
    const FORMS: [StatutoryForm; 6] = [
        form(1, ("Biểu giả nhận và hẹn", "Made-up receipt")),
        form(2, ("Biểu giả yêu cầu", "Made-up request")),
        form(3, ("Biểu giả từ chối", "Made-up refusal")),
        form(4, ("Biểu giả hẹn lại", "Made-up apology")),
        form(5, ("Biểu giả kiểm soát", "Made-up routing")),
        form(6, ("Sổ giả", "Made-up register")),
    ];
    RulePack {
        name: ("Luật giả", "A made-up law"),
        extensions_max: 3,
        extension_notice_days: 4,
        apology_moves_limit: Ruling { holds: true, ..PACK_2018.apology_moves_limit },
        requests_in_full: 2,
        answer_hours: 6,
        hand_over_cutoff: jiff::civil::time(14, 10, 0, 0),
        hand_over_grace_minutes: 75,
        same_day_until: jiff::civil::time(9, 40, 0, 0),
        level_names: [
            ("Bậc giả 1", "Made-up level 1"),
            ("Bậc giả 2", "Made-up level 2"),
            ("Bậc giả 3", "Made-up level 3"),
            ("Bậc giả 4", "Made-up level 4"),
        ],
        forms: &FORMS,
        ..PACK_2018
    }
}

const fn form(number: u8, name: (&'static str, &'static str)) -> StatutoryForm {
    StatutoryForm { number, name, paper: PaperSize::A5 }
}

/// What only the law of 2018 says: its names, and its numbers where a sentence is about them.
fn ours() -> Vec<String> {
    let pack = &PACK_2018;
    let names = pack.level_names.iter().chain(pack.forms.iter().map(|form| &form.name)).chain([&pack.name]);
    let names = names.flat_map(|(vi, en)| [*vi, en]);
    let numbers = [
        "trả lời trong 8 giờ",
        "answer within 8",
        "chỉ được hẹn lại 1 lần",
        "hẹn lại một lần",
        "only once",
        "trước ít nhất một ngày",
        "ít nhất 1 ngày",
        "a day before",
        "one day before",
        "hạn theo quy định không đổi",
        "the legal date stays",
    ];
    names.chain(numbers).map(str::to_string).collect()
}

/// What the made-up law says, and somebody must have read somewhere.
const HEARD: &[&str] = &[
    "trả lời trong 6 giờ làm việc",
    "answer within 6 working hours",
    "chỉ được hẹn lại 3 lần",
    "at most 3 times",
    "Bậc giả 3",
    "Made-up level 3",
    "Biểu giả nhận và hẹn",
    "Made-up receipt",
    "Biểu giả hẹn lại",
    "Made-up apology",
];

/// Pages no link leads to, or that are none.
const APART: &[&str] = &[
    "/assets/{name}",
    "/healthz",
    "/readyz",
    "/favicon.svg",
    "/cross",
    "/language",
    "/arrive",
    "/design",
    "/design?page=2",
    "/procedures/suggest",
    "/sitemap.xml",
    "/robots.txt",
    "/new-password/{secret}",
    "/confirm-email/{secret}",
    "/files/{token}",
    "/office/files/{token}",
    "/office/news",
    "/office/news/since",
];

/// So many addresses of one endpoint, for one reader, and so many forms.
const PAGES_EACH: usize = 5;
const DOSSIERS_EACH: usize = 30;
const FORMS_EACH: usize = 3;

/// The endpoint an address belongs to.
fn endpoint(method: &Method, address: &str, all: &[(Method, &'static str)]) -> Option<&'static str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let fits = |pattern: &str| {
        let (holes, parts): (Vec<&str>, Vec<&str>) =
            (pattern.split('/').collect(), path.split('/').collect());
        holes.len() == parts.len()
            && holes.iter().zip(&parts).all(|(hole, part)| hole.starts_with('{') || hole == part)
    };
    let own = |(of, pattern): &&(Method, &'static str)| of == method && fits(pattern);
    // One without holes before one with them.
    all.iter().filter(own).map(|(_, pattern)| *pattern).min_by_key(|pattern| pattern.matches('{').count())
}

fn plain(page: &str) -> String {
    let entities = [
        ("&amp;", "&"),
        ("&#38;", "&"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
    ];
    entities.iter().fold(page.to_string(), |text, (entity, letter)| text.replace(entity, letter))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let named = format!("{name}=\"");
    let begins = |place: &usize| tag[..*place].ends_with(char::is_whitespace);
    let start = tag.match_indices(&named).map(|(place, _)| place).find(begins)? + named.len();
    tag[start..].split('"').next()
}

/// A form of a page as it stands, without anything filled in.
struct PlainForm {
    action: String,
    multipart: bool,
    hidden: Vec<(String, String)>,
}

fn forms(page: &str, here: &str) -> Vec<PlainForm> {
    let mut found = Vec::new();
    for form in page.split("<form").skip(1) {
        let (tag, rest) = form.split_once('>').unwrap_or((form, ""));
        if attribute(tag, "method") != Some("post") {
            continue;
        }
        let inside = rest.split("</form>").next().unwrap_or_default();
        let hidden = inside.split("<input").skip(1).filter_map(|input| {
            let input = input.split('>').next()?;
            let named = attribute(input, "type") == Some("hidden");
            named.then(|| Some((attribute(input, "name")?.into(), attribute(input, "value")?.into())))?
        });
        found.push(PlainForm {
            action: attribute(tag, "action").unwrap_or(here).to_string(),
            multipart: attribute(tag, "enctype").is_some(),
            hidden: hidden.collect(),
        });
    }
    found
}

/// Somebody who reads whatever there is to read.
struct PageReader {
    who: String,
    visitor: Visitor,
    todo: VecDeque<String>,
    known: BTreeSet<String>,
    forms: VecDeque<PlainForm>,
    counts: BTreeMap<String, usize>,
}

/// Forms something is typed into that no button of the page takes along into the other language.
fn left_behind(page: &str) -> Vec<String> {
    let tags = |of: &str, page: &str| -> Vec<String> {
        let tags = page.split(of).skip(1).filter_map(|rest| rest.split('>').next());
        tags.map(|tag| format!(" {tag}")).collect()
    };
    let taken: BTreeSet<String> = tags("<button", page)
        .iter()
        .filter(|tag| {
            matches!(attribute(tag, "name"), Some("switch" | "in"))
                || attribute(tag, "value") == Some("language")
        })
        .filter_map(|tag| Some(attribute(tag, "form")?.to_string()))
        .collect();
    let of_text = |tag: &String| {
        let kinds =
            [None, Some("text"), Some("search"), Some("email"), Some("tel"), Some("number"), Some("date")];
        kinds.contains(&attribute(tag, "type"))
    };
    let is_typed = |form: &&str| {
        let inside = form.split("</form>").next().unwrap_or_default();
        let areas = tags("<textarea", inside);
        tags("<input", inside).iter().any(of_text) || areas.iter().any(|tag| !tag.contains(" hidden"))
    };
    let typed = page.split("<form").skip(1).filter(is_typed);
    let named = typed.map(|form| form.split('>').next().unwrap_or_default().to_string());
    named.filter(|tag| attribute(tag, "id").is_none_or(|id| !taken.contains(id))).collect()
}

struct PageWalk {
    all: Vec<(Method, &'static str)>,
    ours: Vec<String>,
    /// What is typed there and would be lost when the language is changed.
    lost: BTreeSet<String>,
    wrong: BTreeSet<String>,
    heard: BTreeSet<&'static str>,
    visited: BTreeSet<&'static str>,
}

impl PageWalk {
    fn read(&mut self, who: &str, address: &str, seen: &Seen) -> String {
        let page = plain(&seen.text());
        for words in self.ours.iter().filter(|words| page.contains(words.as_str())) {
            self.wrong.insert(format!("{who} at {address}: {words}"));
        }
        self.lost
            .extend(left_behind(&page).into_iter().map(|form| format!("{who} at {address}: <form{form}>")));
        self.heard.extend(HEARD.iter().filter(|words| page.contains(**words)));
        assert_ne!(seen.status, StatusCode::INTERNAL_SERVER_ERROR, "{who} at {address}");
        if seen.text().starts_with("<!doctype html>") {
            let language = if who.ends_with(ENGLISH) { "en" } else { "vi" };
            let html = testkit::Html::page(&seen.text());
            let faults = html.faults(language).into_iter();
            // What is wrong with a form is said above it, or where it was sent from nobody sees it.
            let unsaid = seen.status == StatusCode::UNPROCESSABLE_ENTITY && !html.has(".error-summary");
            let faults = faults.chain(unsaid.then(|| "refused, and no summary says why".to_string()));
            self.wrong.extend(faults.map(|fault| format!("{who} at {address}: {fault}")));
        }
        page
    }

    /// Reads whatever links lead to, and then presses what there was to press.
    async fn go(&mut self, reader: &mut PageReader) {
        loop {
            if let Some(address) = reader.todo.pop_front() {
                self.open(reader, &address).await;
            } else if let Some(form) = reader.forms.pop_front() {
                self.press(reader, &form).await;
            } else {
                return;
            }
        }
    }

    async fn open(&mut self, reader: &mut PageReader, address: &str) {
        let of = endpoint(&Method::GET, address, &self.all).filter(|of| !APART.contains(of));
        let Some(of) = of else { return };
        let most = if of.ends_with("dossiers/{reference}") { DOSSIERS_EACH } else { PAGES_EACH };
        if !reader.counts(of, most) {
            return;
        }
        let seen = reader.visitor.get(address).await;
        self.visited.extend((seen.status == StatusCode::OK).then_some(of));
        let page = self.read(&reader.who, address, &seen);
        self.follow(reader, address, &seen).await;
        reader.finds(&page, &seen.location);
        for form in forms(&page, address) {
            let Some(of) = endpoint(&Method::POST, &form.action, &self.all) else { continue };
            // What ends the session ends the walk. Each act is a form of its own.
            let act = form.action.rsplit('/').next().filter(|_| of.ends_with("/{kind}")).unwrap_or_default();
            let ends = of == "/sign-out" || of.ends_with("/sessions");
            if !ends && reader.counts(&format!("form {of} {act}"), FORMS_EACH) {
                reader.forms.push_back(form);
            }
        }
    }

    /// The next page of a list is another page.
    async fn follow(&mut self, reader: &mut PageReader, address: &str, seen: &Seen) {
        let listed = |seen: &Seen| testkit::Html::page(&seen.text()).texts("main");
        let next: Vec<String> = {
            let html = testkit::Html::page(&seen.text());
            let links = html.all("main a[rel=next]").into_iter();
            let to = links.filter_map(|link| link.attribute("href").map(str::to_string));
            to.filter(|to| to.starts_with('/')).collect()
        };
        for to in next {
            let there = reader.visitor.get(&to).await;
            if listed(&there) == listed(seen) {
                self.wrong.insert(format!("{} at {address}: {to} leads to the same", reader.who));
            }
        }
    }

    async fn press(&mut self, reader: &mut PageReader, form: &PlainForm) {
        let fields: Vec<(&str, &str)> =
            form.hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let seen = match form.multipart {
            true => {
                let parts: Vec<FormPart> =
                    fields.iter().map(|(name, value)| FormPart::Text(name, value)).collect();
                reader.visitor.post_parts(&form.action, &parts).await
            }
            false => reader.visitor.post(&form.action, &fields).await,
        };
        let page = self.read(&reader.who, &format!("form {}", form.action), &seen);
        reader.finds(&page, &seen.location);
    }
}

impl PageReader {
    /// Whether there is one more to come of something.
    fn counts(&mut self, what: &str, most: usize) -> bool {
        let count = self.counts.entry(what.to_string()).or_default();
        *count += 1;
        *count <= most
    }

    fn finds(&mut self, page: &str, location: &str) {
        let links = page
            .split("<a ")
            .skip(1)
            .filter_map(|tag| attribute(&format!(" {}", tag.split('>').next()?), "href").map(str::to_string));
        for to in links.chain([location.to_string()]) {
            let to = to.split('#').next().unwrap_or_default().to_string();
            if to.starts_with('/') && !to.starts_with("//") && self.known.insert(to.clone()) {
                self.todo.push_back(to);
            }
        }
    }
}

/// Begins what some pages are about; where each of these readers finds them.
async fn begin(world: &World) -> Vec<(&'static str, String)> {
    const CODE: &str = "2.000635";
    let mut citizen = world.signed_in("citizen").await;
    let draft = fill_in(world, &mut citizen, CODE, "justice").await;
    let sent = apply_for(world, &mut citizen, CODE).await;
    let mut counter = world.signed_in("counter").await;
    let asked = [("ask-completion-words", "Ảnh bị mờ")];
    act(&mut counter, &sent, "ask-completion", &asked).await.is(StatusCode::SEE_OTHER);
    let found = counter.post("/office/search", &[("wanted", "Trần Thị Minh Châu")]).await.location;
    let mut officer = world.signed_in("officer").await;
    let rows = officer.get("/office?tab=unit").await.text();
    let row =
        rows.split("name=\"row\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1)?.split('"').next());
    let chosen = [("tab", "unit"), ("kind", "take"), ("row", row.expect("there is work"))];
    let batch = officer.post("/office/batches", &chosen).await.location;
    let mut admin = world.signed_in("admin").await;
    let process = format!("/office/administration/procedures/{CODE}/process");
    admin.post_parts(&process, &[FormPart::Text("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let (app, line) =
        (world.app.clone(), crate::common::national::record(CODE, "Tên khác", "Lĩnh vực thử", ""));
    let how = app::national::Import { accept: false, complete: false };
    let import = move || app::national::import(&app, line.as_bytes(), how, |_| {}, |_| {});
    tokio::task::spawn_blocking(import).await.expect("no panic").expect("it is read");
    app::jobs::run_due(&world.app).await.expect("letters are written");
    let mut head = world.signed_in("agency-head").await;
    let quarterly = "/office/reports/quarters/2025-4/II.06a/justice";
    for (act, seen) in [("check", "0"), ("send", "2")] {
        let fields = [("act", act), ("seen", seen), ("number", "97/BC-STP")];
        head.post(quarterly, &fields).await.is(StatusCode::SEE_OTHER);
    }
    let drafts = ["you", "questions", "papers", "check"].map(|part| ("citizen", format!("{draft}/{part}")));
    let own = ["sent", "complete"].map(|part| ("citizen", format!("/dossiers/{sent}/{part}")));
    let designing =
        ["draft", "trial", "forecast?months=12"].map(|part| ("admin", format!("{process}/{part}")));
    let others =
        [("counter", found), ("officer", batch), ("admin", "/office/administration/national".into())];
    drafts.into_iter().chain(own).chain(designing).chain(others).collect()
}

/// The made-up law holds in the whole process: so it has one of its own.
#[test]
fn every_page_says_what_another_law_says_and_loses_nothing_typed_by_its_language() {
    if alone::purpose().is_none() {
        let test =
            "rule::pages::every_page_says_what_another_law_says_and_loses_nothing_typed_by_its_language";
        alone::run(test, "another law").ends(0).says("1 passed");
        return;
    }
    made_up::rule(other_law());
    tokio::runtime::Runtime::new().unwrap().block_on(every_page_is_read());
}

async fn every_page_is_read() {
    let world = World::lived(Engine::Sqlite);
    let begun = begin(&world).await;
    let all: Vec<(Method, &'static str)> = server::assembly::endpoints()
        .iter()
        .map(|endpoint| (endpoint.method.clone(), endpoint.path))
        .collect();
    let mut walk = PageWalk {
        all,
        ours: ours(),
        wrong: BTreeSet::new(),
        lost: BTreeSet::new(),
        heard: BTreeSet::new(),
        visited: BTreeSet::new(),
    };
    let logins = ["", "citizen", "counter", "officer", "division-head", "agency-head", "admin"];
    for host in [VIETNAMESE, ENGLISH] {
        for login in logins {
            let mut visitor = world.visitor().on(host);
            if !login.is_empty() {
                let fields = [("login", login), ("password", province::PASSWORD)];
                visitor.post("/sign-in", &fields).await.is(StatusCode::SEE_OTHER);
            }
            let mut reader = PageReader {
                who: format!("{login} on {host}"),
                visitor,
                todo: VecDeque::new(),
                known: BTreeSet::new(),
                forms: VecDeque::new(),
                counts: BTreeMap::new(),
            };
            for start in ["/", "/office", "/display", "/lookup", "/sign-in", "/office/sign-in"] {
                reader.todo.push_back(start.into());
            }
            let own = begun.iter().filter(|(whose, _)| *whose == login);
            reader.todo.extend(own.map(|(_, at)| at.clone()));
            walk.go(&mut reader).await;
        }
    }
    let lost: Vec<String> = walk.lost.into_iter().collect();
    assert!(lost.is_empty(), "typed there and lost in the other language:\n{}", lost.join("\n"));
    let unheard: Vec<&&str> = HEARD.iter().filter(|words| !walk.heard.contains(**words)).collect();
    let pages = walk.all.iter().filter(|(method, _)| *method == Method::GET).map(|(_, path)| *path);
    let missed: Vec<&str> =
        pages.filter(|path| !walk.visited.contains(path) && !APART.contains(path)).collect();
    assert!(
        walk.wrong.is_empty() && unheard.is_empty() && missed.is_empty(),
        "said by ours:\n{}\nnobody read: {unheard:?}\nno link led to: {missed:?}",
        walk.wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}
