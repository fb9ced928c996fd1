//! A person's own data, kept so that it need not be typed again.

mod text;

use app::accounts::{Account, PASSWORD_MAX, PASSWORD_MIN};
use askama::Template;
use domain::officer::Assurance;
use forms::Kind;
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, Said, page, page_again, see_saying};

#[derive(Template)]
#[template(path = "profile/page.html")]
struct Page {
    chrome: Chrome,
    fields: Fields,
    password: Fields,
    assurance: &'static str,
    t: text::Words,
}

fn fields(ask: &Ask, account: &Account) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    Fields::new(
        language,
        vec![
            Field::text(language, "name", t.name()).complete("name").value(&account.name),
            Field::number(language, "identity", t.identity()).wide("input--20").value(&account.identity),
            Field::phone(language, "phone", t.phone()).value(&account.phone),
            Field::email(language, "email", t.email()).value(&account.email),
            Field::text(language, "address", t.address()).complete("street-address").value(&account.address),
        ],
    )
}

fn password_fields(ask: &Ask) -> Fields {
    let (t, language) = (text::Words(ask.language), ask.language);
    Fields::new(
        language,
        vec![
            Field::password(language, "old", t.old(), "current-password"),
            Field::password(language, "new", t.new_(), "new-password").hint(&t.new_hint(PASSWORD_MIN)),
        ],
    )
}

fn view(ask: &Ask, account: &Account, fields: Fields, password: Fields) -> Page {
    let t = text::Words(ask.language);
    Page {
        chrome: Chrome::new(ask, t.title()).with_problems(fields.any_wrong() || password.any_wrong()),
        fields,
        password,
        assurance: match account.assurance {
            Assurance::Claimed | Assurance::Password => t.unproved(),
            Assurance::Verified => t.proved(),
        },
        t,
    }
}

pub async fn show(ask: Ask) -> Answer {
    let account = &ask.signed_in()?.account;
    page(&view(&ask, account, fields(&ask, account), password_fields(&ask)))
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let account = ask.signed_in()?.account.clone();
    let mut fields = fields(&ask, &account).typed(&posted);
    let changed = Account {
        name: fields.read(&posted, "name", &Kind::Text { length_max: 120 }, true),
        identity: fields.read_identity(&posted, "identity").1,
        phone: fields.read(&posted, "phone", &Kind::Phone, true),
        email: fields.read(&posted, "email", &Kind::Email, true),
        address: fields.read(&posted, "address", &Kind::Text { length_max: 200 }, true),
        ..account.clone()
    };
    if fields.any_wrong() {
        return page_again(&view(&ask, &account, fields, password_fields(&ask)));
    }
    ask.app().save_profile(changed).await?;
    see_saying(&ask, "/profile", Said::Saved)
}

pub async fn submit_password(ask: Ask, posted: Posted) -> Answer {
    let t = text::Words(ask.language);
    let account = ask.signed_in()?.account.clone();
    let mut password = password_fields(&ask);
    let new = posted.raw("new").to_string();
    if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&new.chars().count()) {
        password.wrong("new", t.new_hint(PASSWORD_MIN));
    } else if !ask.app().change_password(account.clone(), posted.raw("old").to_string(), new).await? {
        password.wrong("old", t.old_wrong());
    }
    if password.any_wrong() {
        return page_again(&view(&ask, &account, fields(&ask, &account), password));
    }
    see_saying(&ask, "/sign-in", Said::PasswordChanged)
}
