//! One's own data: saved, and the address confirmed.

use crate::accounts::name_and_number;
use crate::attempts::{AttemptBounds, TooOften};
use crate::jobs::{AccountNotice, Failed};
use crate::passwords::Checked;
use crate::sessions::AHEAD_MINUTES;
use crate::{App, Fault, jobs, passwords, random};
use domain::Language;
use domain::dossier::Identity;
use domain::officer::AccountId;
use domain::time::{Instant, how_long};
use storage::account::{self, Account};
use storage::{StorageError, Tx};

/// Minutes for which a link that confirms an address works.
pub(crate) const CONFIRM_MINUTES: i64 = 3 * 24 * 60;

/// Why one's own data was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// Another address needs the password, and this is not it.
    WrongPassword,
    TooOften(TooOften),
    /// Another window saved something else since.
    Overtaken,
}

/// What somebody may change of their own account.
fn own_data(of: &Account) -> (&str, &Identity, [&str; 3]) {
    (&of.name, &of.identity, [&of.phone, &of.email, &of.address])
}

/// Saves one's own data. Another address needs the password, is told to the one of before, and is asked to be
/// confirmed; another name or number is no longer what somebody checked. Nothing is saved over what is not as it was
/// `seen`.
pub async fn save(
    app: &App,
    seen: Account,
    changed: Account,
    password: String,
    host: String,
    bounds: &AttemptBounds,
) -> Result<Result<(), NotSaved>, Fault> {
    let id = changed.id;
    let Some(before) = app.store.read(move |tx| account::find(tx, id)).await? else {
        return Err(Fault::other("the account is gone"));
    };
    if own_data(&before) != own_data(&seen) {
        return Ok(Err(NotSaved::Overtaken));
    }
    let moved = before.email != changed.email;
    if moved {
        match passwords::check_own(app, &before, password, bounds).await? {
            Checked::Right => {}
            Checked::Wrong => return Ok(Err(NotSaved::WrongPassword)),
            Checked::TooOften(too_often) => return Ok(Err(NotSaved::TooOften(too_often))),
        }
    }
    let (now, letters) = (app.now(), bounds.letters);
    let (told, asked) = (app.store.new_id(now), app.store.new_id(now));
    let save = move |tx: &mut Tx| {
        // Another address by now: saved in the meantime, with the password asked there.
        let Some(now_kept) = account::find(tx, id)?.filter(|kept| own_data(kept) == own_data(&seen)) else {
            return Ok(Err(NotSaved::Overtaken));
        };
        let assurance = now_kept.assurance.typed_over(name_and_number(&now_kept), name_and_number(&changed));
        account::save_profile(tx, &Account { assurance, ..changed.clone() })?;
        if moved {
            // Links that went to the old address do nothing any more.
            account::drop_tickets(tx, id, "password")?;
            account::drop_tickets(tx, id, "email")?;
            jobs::enqueue_notice(tx, told, &now_kept, AccountNotice::EmailChanged, now)?;
            let _ = jobs::enqueue_confirmation(tx, asked, &changed, &host, letters, now)?;
        }
        Ok::<_, StorageError>(Ok(()))
    };
    Ok(app.store.write(save).await?)
}

/// Sends the link again that confirms an address.
pub async fn ask_to_confirm(
    app: &App,
    account: Account,
    host: String,
    bounds: &AttemptBounds,
) -> Result<Result<(), TooOften>, Fault> {
    let (now, letters) = (app.now(), bounds.letters);
    let job = app.store.new_id(now);
    let ask = move |tx: &mut Tx| jobs::enqueue_confirmation(tx, job, &account, &host, letters, now);
    Ok(app.store.write(ask).await?)
}

/// The link is made when it is sent, to the address of then.
pub(crate) async fn send_confirmation(app: &App, id: AccountId, host: &str) -> Result<(), Failed> {
    let secret = random::token();
    let digest = random::digest(&secret);
    let ends = app.now().plus_minutes(CONFIRM_MINUTES);
    let write = move |tx: &mut Tx| {
        let asked = |account: &Account| !account.email.is_empty() && !account.email_is_confirmed();
        let Some(found) = account::find(tx, id)?.filter(asked) else { return Ok(None) };
        account::drop_tickets(tx, id, "email")?;
        account::insert_ticket(tx, &digest, "email", id, &random::short(&found.email), ends)?;
        Ok::<_, StorageError>(Some(found))
    };
    let Some(found) = app.store.write(write).await? else { return Ok(()) };
    Ok(app.mail.send(letter(&found, &format!("{host}/confirm-email/{secret}"))).await?)
}

pub async fn confirmation_is_good(app: &App, secret: &str) -> Result<bool, Fault> {
    let (digest, now) = (random::digest(secret), app.now());
    let until = longest(now);
    let found = app.store.read(move |tx| account::find_ticket(tx, &digest, "email", now, until)).await?;
    Ok(found.is_some())
}

/// Uses the link up; false where it does not work, or the account has another address by now.
pub async fn confirm_email(app: &App, secret: &str) -> Result<bool, Fault> {
    let (digest, now) = (random::digest(secret), app.now());
    let until = longest(now);
    let confirm = move |tx: &mut Tx| {
        let taken = account::take_ticket(tx, &digest, "email", now, until)?;
        let Some((id, sent_to)) = taken else { return Ok(false) };
        let kept = account::find(tx, id)?;
        if kept.is_none_or(|account| random::short(&account.email) != sent_to) {
            return Ok(false);
        }
        account::confirm_email(tx, id)?;
        Ok::<_, StorageError>(true)
    };
    Ok(app.store.write(confirm).await?)
}

/// One that would last longer was made by a clock ahead.
fn longest(now: Instant) -> Instant {
    now.plus_minutes(CONFIRM_MINUTES + AHEAD_MINUTES)
}

/// It names neither the account nor its owner: the address may be somebody else's.
fn letter(account: &Account, link: &str) -> gateway::Letter {
    let [vietnamese, english] =
        [Language::Vietnamese, Language::English].map(|language| how_long(CONFIRM_MINUTES, language));
    gateway::Letter {
        key: random::hex(&random::digest(link)[..12]),
        to: account.email.clone(),
        subject: "Xác nhận thư điện tử / Confirm your e-mail".into(),
        body: format!(
            "Địa chỉ thư này vừa được ghi cho một tài khoản trên Cổng Dịch vụ công. Hãy mở đường dẫn sau trong vòng \
             {vietnamese} và bấm “Xác nhận” để nhận thư thông báo về hồ sơ. Nếu bạn không có tài khoản nào, hãy bỏ qua thư \
             này.\n\nThis address was given for an account on the public service portal. Open this link within {english} \
             and press “Confirm” to be sent news of your applications. If you have no account, ignore this letter.\
             \n\n{link}\n"
        ),
    }
}
