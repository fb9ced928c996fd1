//! Every form that comes when its session has just ended is held and shown again, or its endpoint says why not.

use crate::common::steps::{account, act, apply_for};
use crate::common::{ENGLISH, Engine, FormPart, PDF, Seen, Visitor, World, engines};
use axum::http::{Method, StatusCode};
use std::collections::BTreeSet;
use web::Holds;

const ORDINARY: &str = "2.000635";
/// Typed somewhere in every form, and found again.
const MARK: &str = "Chữ gõ dở số 15";

/// Lets every session end by itself.
fn let_sessions_end(world: &World) {
    world.app.clock.set(world.app.now().plus_minutes(61));
}

/// Signs in where a form led to, and goes where one wanted to go.
async fn come_back(visitor: &mut Visitor, login: &str, sent: &Seen) -> Seen {
    sent.is(StatusCode::SEE_OTHER);
    let (path, _) = sent.location.split_once("?next=").unwrap_or_else(|| panic!("to {}", sent.location));
    let next = visitor.get(&sent.location).await.is(StatusCode::OK).hidden("next");
    let fields = [("login", login), ("password", province::PASSWORD), ("next", &next)];
    let signed_in = visitor.post(path, &fields).await;
    assert_eq!(signed_in.location, next);
    visitor.get(&next).await
}

/// All that is stored but passing things and that a dossier was opened.
async fn stored(world: &World) -> String {
    let read = |tx: &mut storage::Tx| {
        let mut all = String::new();
        for table in storage::tables::tables().iter().filter(|table| table.name != "reading") {
            let sql = format!("select {} from {} order by {}", table.columns, table.name, table.key);
            all += &format!("{}: {:?}\n", table.name, tx.query(&sql, &[])?);
        }
        Ok::<_, storage::StorageError>(all)
    };
    world.app.store.read(read).await.unwrap()
}

async fn count(world: &World, sql: &'static str) -> i64 {
    world.app.store.read(move |tx| tx.query(sql, &[])?[0].get::<i64>(0)).await.unwrap()
}

/// A form of an endpoint, half filled in.
struct Half {
    endpoint: &'static str,
    login: &'static str,
    path: String,
    fields: Vec<(&'static str, String)>,
    /// How the page shows what was typed.
    shows: String,
}

fn half(endpoint: &'static str, login: &'static str, path: &str, fields: &[(&'static str, &str)]) -> Half {
    let fields = fields.iter().map(|(name, value)| (*name, value.to_string())).collect();
    Half { endpoint, login, path: path.into(), fields, shows: MARK.into() }
}

/// A half filled form of every endpoint that holds one.
async fn all_forms(world: &World) -> Vec<Half> {
    let mut citizen = world.signed_in("citizen").await;
    let mut counter = world.signed_in("counter").await;
    let mut admin = world.signed_in("admin").await;
    let mut officer = world.signed_in("officer").await;
    let [sent, asked, running] = [
        apply_for(world, &mut citizen, ORDINARY).await,
        apply_for(world, &mut citizen, ORDINARY).await,
        apply_for(world, &mut citizen, ORDINARY).await,
    ];
    let words = [("ask-completion-words", "Thiếu giấy")];
    act(&mut counter, &asked, "ask-completion", &words).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &running, "accept", &[]).await.is(StatusCode::SEE_OTHER);
    act(&mut counter, &running, "hand-over", &[]).await.is(StatusCode::SEE_OTHER);
    let list = officer.get("/office?tab=unit").await.text();
    let row = list.split("name=\"row\"").nth(1).and_then(|rest| rest.split('"').nth(1)).unwrap().to_string();
    let chosen = [("tab", "unit"), ("kind", "finish"), ("row", row.as_str())];
    let batch = officer.post("/office/batches", &chosen).await.location;
    let draft = citizen.post(&format!("/apply/{ORDINARY}"), &[("agency", "justice")]).await.location;
    let draft = draft.trim_end_matches("/you").to_string();
    let administration = "/office/administration";
    let procedure = format!("{administration}/procedures/{ORDINARY}");
    admin.post(&format!("{procedure}/process"), &[("act", "begin")]).await.is(StatusCode::SEE_OTHER);
    let drawn = admin.get(&format!("{procedure}/process/draft")).await.text();
    let start = format!("{procedure}/process/draft/");
    let element = drawn.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_string();
    let (dossier, own) = (format!("/dossiers/{asked}"), format!("/dossiers/{sent}"));
    let officer_id = account(world, "officer").await;
    let question = {
        let data = world.app.master_data();
        let procedure = data.procedure(ORDINARY, world.app.now().date()).unwrap();
        let text = |question: &&forms::Question| matches!(question.kind, forms::QuestionKind::Text { .. });
        procedure.form.questions.iter().find(text).unwrap().id.clone()
    };
    let question: &'static str = question.leak();
    let acts = "/office/dossiers/{reference}/acts/{kind}";
    let of = |path: &str| format!("{administration}/{path}");
    let choice = |half: Half, shows: &str| Half { shows: shows.into(), ..half };
    vec![
        half("/profile", "citizen", "/profile", &[("name", MARK), ("present", "mật khẩu gõ dở")]),
        choice(
            half("/apply/{code}", "citizen", &format!("/apply/{ORDINARY}"), &[("agency", "justice")]),
            "value=\"justice\" checked",
        ),
        half(
            "/drafts/{token}/you",
            "citizen",
            &format!("{draft}/you"),
            &[("name", MARK), ("whose", "other")],
        ),
        half("/drafts/{token}/questions", "citizen", &format!("{draft}/questions"), &[(question, MARK)]),
        choice(
            half("/drafts/{token}/papers", "citizen", &format!("{draft}/papers"), &[("act", "go-on")]),
            "giấy gõ dở.pdf",
        ),
        half("/dossiers/join", "citizen", "/dossiers/join", &[("code", MARK), ("secret", "MAMOTLAN01")]),
        half("/dossiers/{reference}/complete", "citizen", &format!("{dossier}/complete"), &[("words", MARK)]),
        half("/dossiers/{reference}/withdraw", "citizen", &format!("{own}/withdraw"), &[("words", MARK)]),
        half("/office/absences", "officer", "/office/absences", &[("act", "add"), ("document", MARK)]),
        half("/office/batches/{token}", "officer", &batch, &[("act", "begin"), ("words", MARK)]),
        half(
            "/office/views",
            "officer",
            "/office/views",
            &[("act", "keep"), ("tab", "unit"), ("name", MARK)],
        ),
        half(
            "/office/reports/quarters/{quarter}/{key}/{agency}",
            "agency-head",
            "/office/reports/quarters/2025-4/II.06a/justice",
            &[("act", "bring"), ("source", MARK)],
        ),
        half("/office/search", "officer", "/office/search", &[("wanted", MARK)]),
        half(
            "/office/counter/{agency}/{code}",
            "counter",
            &format!("/office/counter/justice/{ORDINARY}"),
            &[("act", "accept"), ("name", MARK), ("channel", "direct"), ("delivery", "counter")],
        ),
        half(acts, "counter", &format!("/office/dossiers/{sent}/acts/refuse"), &[("refuse-words", MARK)]),
        half(
            "/office/administration/agencies/{key}",
            "admin",
            &of("agencies/justice"),
            &[("name-vi", MARK), ("address", "Số 1")],
        ),
        half(
            "/office/administration/agencies/{key}/units",
            "admin",
            &of("agencies/justice/units"),
            &[("act", "save"), ("rows", "1"), ("vi-0", MARK)],
        ),
        half(
            "/office/administration/officers/new",
            "admin",
            &of("officers/new"),
            &[("name", MARK), ("password", "mật khẩu gõ dở")],
        ),
        half(
            "/office/administration/officers/{id}",
            "admin",
            &of(&format!("officers/{officer_id}")),
            &[("title-vi", MARK), ("new-password", "mật khẩu gõ dở")],
        ),
        half(
            "/office/administration/calendars/{key}",
            "admin",
            &of("calendars/justice"),
            &[("act", "day"), ("day-name-vi", MARK)],
        ),
        half(
            "/office/administration/procedures/new",
            "admin",
            &of("procedures/new"),
            &[("name-vi", MARK), ("code", "9.999999")],
        ),
        choice(
            half(
                "/office/administration/procedures/{code}",
                "admin",
                &procedure,
                &[("act", "supply"), ("agency", "justice"), ("level", "2")],
            ),
            "value=\"2\" selected",
        ),
        half(
            "/office/administration/procedures/{code}/about",
            "admin",
            &format!("{procedure}/about"),
            &[("version", "1"), ("name-vi", MARK)],
        ),
        half(
            "/office/administration/procedures/{code}/parts/{part}",
            "admin",
            &format!("{procedure}/parts/papers"),
            &[("act", "save"), ("rows", "1"), ("vi-0", MARK), ("name-vi-0", MARK)],
        ),
        choice(
            half(
                "/office/administration/procedures/{code}/process/trial",
                "admin",
                &format!("{procedure}/process/trial"),
                &[("act", "begin"), ("start-day", "17"), ("start-month", "11"), ("start-year", "2031")],
            ),
            "value=\"2031\"",
        ),
        choice(
            half(
                "/office/administration/procedures/{code}/process/draft",
                "admin",
                &format!("{procedure}/process/draft"),
                &[("act", "publish"), ("from-day", "17"), ("from-month", "11"), ("from-year", "2031")],
            ),
            "value=\"2031\"",
        ),
        half(
            "/office/administration/procedures/{code}/process/draft/{element}",
            "admin",
            &format!("{start}{element}"),
            &[("act", "after"), ("after-name", MARK)],
        ),
    ]
}

/// Sends it as its page would: as a form with files where that is one, with what goes along unseen.
async fn send(visitor: &mut Visitor, page: Option<&Seen>, form: &Half) -> Seen {
    send_to(visitor, page, form, &form.path).await
}

async fn send_to(visitor: &mut Visitor, page: Option<&Seen>, form: &Half, path: &str) -> Seen {
    let unseen = ["key", "seen", "desk", "step", "version", "drawn-from"];
    let unseen = unseen.map(|name| page.and_then(|page| Some((name, page.hidden_if_any(name)?))));
    let given = |name: &str| form.fields.iter().any(|(given, _)| *given == name);
    let mut fields: Vec<(&str, &str)> =
        form.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for (name, value) in unseen.iter().flatten() {
        if !given(name) {
            fields.push((name, value.as_str()));
        }
    }
    if !form.endpoint.ends_with("/papers") || form.endpoint.starts_with("/office") {
        return visitor.post(path, &fields).await;
    }
    let mut parts: Vec<FormPart> = fields.iter().map(|(name, value)| FormPart::Text(name, value)).collect();
    let paper = page.unwrap().text();
    let paper = paper.split("type=\"file\" id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    parts.push(FormPart::File(paper, "giấy gõ dở.pdf", PDF));
    visitor.post_parts(path, &parts).await
}

/// A new form cannot be forgotten: it is tried here, or says why it is not held.
async fn every_form(engine: Engine) {
    let world = World::new(engine);
    let forms = all_forms(&world).await;
    let tried: BTreeSet<&str> = forms.iter().map(|form| form.endpoint).collect();
    let endpoints = server::assembly::endpoints();
    let holding = endpoints.iter().filter(|endpoint| matches!(endpoint.holds, Holds::Form { .. }));
    let holding: BTreeSet<&str> = holding.map(|endpoint| endpoint.path).collect();
    assert_eq!(tried, holding);
    for form in &forms {
        let mut visitor = world.signed_in(form.login).await;
        let page = visitor.get(&form.path).await;
        let page = if page.status == StatusCode::SEE_OTHER { visitor.follow(&page).await } else { page };
        let_sessions_end(&world);
        let before = stored(&world).await;
        let sent = send(&mut visitor, Some(&page), form).await;
        assert!(sent.location.contains("held"), "{} is not held: {}", form.path, sent.location);
        let held =
            count(&world, "select count(*) from held where body like '%gõ dở%' and body like '%mật khẩu%'");
        assert_eq!(held.await, 0, "no password is held: {}", form.path);
        assert_eq!(count(&world, "select count(*) from held where body like '%MAMOTLAN01%'").await, 0);
        let shown = come_back(&mut visitor, form.login, &sent).await;
        assert_eq!(shown.status, StatusCode::OK, "{} to {}", form.path, shown.location);
        shown.shows(&form.shows).shows("chưa được gửi");
        shown.hides("mật khẩu gõ dở");
        assert_eq!(stored(&world).await, before, "{} was carried out", form.path);
        // A page with a password control names it among what is not held.
        let but = endpoints
            .iter()
            .find(|endpoint| endpoint.path == form.endpoint && endpoint.method == Method::POST);
        let Holds::Form { but } = but.unwrap().holds else { unreachable!() };
        let of_form = shown.text();
        let whole = of_form.split("<form").filter(|part| part.contains(&form.shows)).collect::<String>();
        for field in whole.split("type=\"password\" id=\"").skip(1) {
            let name = field.split('"').next().unwrap();
            assert!(but.contains(&name), "{name} of {} would be held", form.path);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_is_held_and_shown_again_or_says_why_not() {
    for engine in engines() {
        every_form(engine).await;
    }
}

/// The same form by the button of its page that changes the language, and where that sends it: its act is said by the
/// button, not carried out.
fn to_be_shown(form: &Half, page: &Seen) -> (Half, String) {
    let text = page.text();
    let attribute = |tag: &str, name: &str| {
        let named = format!("{name}=\"");
        let begins = |place: &usize| tag[..*place].ends_with(char::is_whitespace);
        let start = tag.match_indices(&named).map(|(place, _)| place).find(begins)? + named.len();
        Some(tag[start..].split('"').next()?.replace("&#38;", "&"))
    };
    // What stands in one form of the page alone.
    let own = |name: &str| !["act", "tab", "rows", "version"].contains(&name);
    let typed = form.fields.iter().find(|(name, _)| own(name)).map(|(name, _)| format!("name=\"{name}\""));
    let sought = typed.unwrap_or_else(|| "type=\"file\"".into());
    let of_form =
        text.split("<form").skip(1).find(|part| part.split("</form>").next().unwrap().contains(&sought));
    let of_form = of_form.unwrap_or_else(|| panic!("{} has no {sought}", form.path));
    let id = attribute(of_form.split('>').next().unwrap(), "id").unwrap_or_default();
    let tags = text.split("<button").skip(1).map(|tag| tag.split('>').next().unwrap());
    let mut own =
        tags.filter(|tag| attribute(tag, "form").as_deref() == Some(&*id) && !tag.contains("aria-hidden"));
    let button = own.next().unwrap_or_else(|| panic!("{} has no language button for {id}", form.path));
    let act = form.fields.iter().find(|(name, _)| *name == "act");
    let (switch, to) = match attribute(button, "name").as_deref() {
        Some("switch") => (attribute(button, "value").unwrap(), attribute(button, "formaction").unwrap()),
        // A step that saves itself does so by this button; without one it is shown again like any other.
        _ => {
            let joint = if form.path.contains('?') { '&' } else { '?' };
            let said = act.map(|(name, value)| format!("{name}={value}")).unwrap_or_default();
            (said, format!("{}{joint}in=en", form.path))
        }
    };
    // Where the button says none, it stands in the form unseen.
    let unsaid = switch.is_empty();
    let others = form.fields.iter().filter(|(name, _)| *name != "act" || unsaid).cloned();
    let (path, shows) = (form.path.clone(), form.shows.clone());
    (Half { fields: others.chain([("switch", switch)]).collect(), path, shows, ..*form }, to)
}

async fn every_language(engine: Engine) {
    let world = World::new(engine);
    for form in &all_forms(&world).await {
        // Only so many are held of an account: the oldest goes first.
        world.app.clock.set(world.app.now().plus_minutes(1));
        let mut visitor = world.signed_in(form.login).await;
        let page = visitor.get(&form.path).await;
        let page = if page.status == StatusCode::SEE_OTHER { visitor.follow(&page).await } else { page };
        let (half, path) = to_be_shown(form, &page);
        let sent = send_to(&mut visitor, Some(&page), &half, &path).await;
        assert!(sent.location.starts_with("/cross?to="), "{}: {} {}", form.path, sent.status, sent.location);
        let handed_over = visitor.follow(&sent).await;
        let mut english = world.visitor().on(ENGLISH);
        let arrived = english.get(handed_over.location.split_once(ENGLISH).unwrap().1).await;
        let there = english.follow(&arrived).await;
        assert_eq!(there.status, StatusCode::OK, "{} to {}", form.path, there.location);
        there.shows("lang=\"en\"").shows(&form.shows).hides("mật khẩu gõ dở").hides("MAMOTLAN01");
        // It is being filled in: nothing of it is judged, and no session has ended.
        assert!(!there.text().contains("class=\"field__error\""), "{} is judged", form.path);
        there.hides("The session had ended").hides("<title>Error");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_language_takes_every_half_filled_form_along() {
    for engine in engines() {
        every_language(engine).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_held_is_said_not_to_be_done() {
    let world = World::new(Engine::Sqlite);
    for (login, path, sign_in) in
        [("citizen", "/profile/password", "/sign-in"), ("officer", "/office/password", "/office/sign-in")]
    {
        let mut visitor = world.signed_in(login).await;
        let_sessions_end(&world);
        let new = [("old", province::PASSWORD), ("new", "một mật khẩu khác")];
        let sent = visitor.post(path, &new).await;
        assert!(sent.location.starts_with(sign_in), "{}", sent.location);
        let told = visitor.follow(&sent).await;
        told.shows("nên việc bạn vừa gửi chưa được làm").shows("notice--warning");
        let page = path.trim_end_matches("/password");
        assert!(path.starts_with("/office") || told.hidden("next") == page, "{}", told.hidden("next"));
        // The password is the one of before, and it is said once.
        world.signed_in(login).await;
        visitor.get(&sent.location).await.hides("chưa được làm");
    }
    // Where nobody was signed in nothing had ended.
    let mut stranger = world.visitor();
    let sent = stranger.post("/profile/password", &[]).await;
    stranger.follow(&sent).await.hides("chưa được làm");
}
