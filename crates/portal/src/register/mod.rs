//! Registering an account. What is typed here proves nothing about who types it.

mod text;

use app::accounts::{AccountKind, Registration};
use app::passwords::{PASSWORD_MIN, may_be_set};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use domain::dossier::Identity;
use forms::Kind;
use ui::ask::set_begun;
use ui::common::{Next, own_path};
use ui::field::{identity_fields, option};
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, Query, page, page_again};

#[derive(Template)]
#[template(path = "register/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    /// Where one wanted to go.
    next: String,
    t: text::Words,
}

fn fields(ask: &Ask) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    let mut identity = identity_fields(language, t.identity(), &Identity::default(), true);
    identity[0] = identity[0].clone().hint(t.identity_hint());
    let mut fields = vec![
        Field::choices(
            language,
            "kind",
            t.kind(),
            vec![option("person", t.person()), option("organisation", t.organisation())],
        ),
        Field::text(language, "name", t.name()).hint(t.name_hint()).complete("name"),
    ];
    fields.extend(identity);
    fields.extend([
        Field::phone(language, "phone", t.phone()),
        Field::email(language, "email", t.email()).hint(t.email_hint()),
        Field::text(language, "address", t.address()).complete("street-address"),
        Field::text(language, "login", t.login()).hint(t.login_hint()).complete("username"),
        Field::password(language, "password", t.password(), "new-password")
            .hint(&t.password_hint(PASSWORD_MIN)),
    ]);
    Fields::new(language, fields)
}

fn view(ask: &Ask, fields: Fields, next: &str) -> Page {
    let t = text::Words(ask.language);
    Page {
        chrome: Chrome::new(ask, t.title()).with_problems(fields.any_wrong()),
        fields,
        next: next.into(),
        t,
    }
}

pub async fn show(ask: Ask, Query(next): Query<Next>) -> Answer {
    let mut fields = fields(&ask);
    fields.fields[0] = fields.fields[0].clone().value("person");
    page(&view(&ask, fields, next.path()))
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let next = own_path(posted.raw("next"));
    let mut fields = fields(&ask).typed(&posted);
    let registration = read(&ask, &posted, &mut fields);
    if fields.any_wrong() {
        return page_again(&view(&ask, fields, next));
    }
    let (browser, bounds) = (ask.browser.clone(), &ask.site.limits.by_account);
    match ask.app().register(registration, ask.origin(), browser, bounds).await? {
        Some(begun) => {
            let to = if next == "/" { "/dossiers" } else { next };
            Ok((set_begun(&ask.site, &begun), Redirect::to(to)).into_response())
        }
        None => {
            fields.wrong("login", t.login_taken());
            page_again(&view(&ask, fields, next))
        }
    }
}

fn read(ask: &Ask, posted: &Posted, fields: &mut Fields) -> Registration {
    let t = text::Words(ask.language);
    let kind = AccountKind::parse(posted.raw("kind")).filter(|kind| *kind != AccountKind::Officer);
    if kind.is_none() {
        fields.wrong("kind", t.kind_missing());
    }
    let kind = kind.unwrap_or(AccountKind::Person);
    let name = fields.read(posted, "name", &Kind::Text { length_max: 120 }, true);
    let (_, identity) = fields.read_identity(posted);
    let phone = fields.read(posted, "phone", &Kind::Phone, true);
    let email = fields.read(posted, "email", &Kind::Email, true);
    let address = fields.read(posted, "address", &Kind::Text { length_max: 200 }, true);
    let login = typed::key(&fields.read(posted, "login", &Kind::Text { length_max: 60 }, true));
    let plain = login.chars().all(|letter| letter.is_ascii_alphanumeric() || ".-_@".contains(letter));
    if !login.is_empty() && (!plain || login.len() < 3) {
        fields.wrong("login", t.login_wrong());
    }
    let password = posted.raw("password").to_string();
    if !may_be_set(&password) {
        fields.wrong("password", t.password_short(PASSWORD_MIN));
    }
    Registration { kind, login, password, name, identity, phone, email, address }
}
