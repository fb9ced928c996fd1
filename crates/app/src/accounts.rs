//! Accounts: registering, signing in, sessions, forgotten passwords, crossing between the two hosts.

use crate::jobs::Failed;
use crate::{App, Fault, batches, jobs, random};
use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use domain::officer::{AccountId, Actor, Assurance, Officer};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
pub use storage::account::{Account, AccountKind};
use storage::{StorageError, Tx, account};

/// A session ends after so long without use, and at last after so long at all.
const IDLE_MINUTES: i64 = 60;
pub(crate) const SESSION_MINUTES: i64 = 12 * 60;
const RESET_MINUTES: i64 = 30;
const CROSSING_MINUTES: i64 = 1;
/// Passwords are long rather than odd.
pub const PASSWORD_MIN: usize = 10;
pub const PASSWORD_MAX: usize = 200;

/// Who is signed in, with the officer's place if it is one.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub account: Account,
    pub officer: Option<Officer>,
    pub unread: u32,
}

impl SignedIn {
    pub fn id(&self) -> AccountId {
        self.account.id
    }

    /// The actor of an act on the portal.
    pub fn applicant(&self) -> Actor {
        Actor::Applicant { account: self.account.id, assurance: self.account.assurance }
    }
}

/// What registering needs, read and checked by the page.
#[derive(Clone, Debug)]
pub struct Registration {
    pub kind: AccountKind,
    pub login: String,
    pub password: String,
    pub name: String,
    pub identity: String,
    pub phone: String,
    pub email: String,
    pub address: String,
}

impl App {
    /// Registers a person or an organisation; nothing when the login is taken.
    pub async fn register(&self, registration: Registration) -> Result<Option<AccountId>, Fault> {
        let password = self.hash_password(registration.password).await?;
        let now = self.now();
        let id = AccountId(self.store.new_id(now));
        let account = Account {
            id,
            login: registration.login.to_lowercase(),
            kind: registration.kind,
            password,
            name: registration.name,
            identity: registration.identity,
            phone: registration.phone,
            email: registration.email.to_lowercase(),
            address: registration.address,
            // What was typed proves nothing but that the same person comes back.
            assurance: Assurance::Password,
            disabled: false,
        };
        match self.store.write(move |tx| account::insert(tx, &account, now)).await {
            Ok(()) => Ok(Some(id)),
            Err(StorageError::Taken(_)) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Signs in: the session's secret, or nothing for a wrong name or password, at the same cost.
    pub async fn sign_in(
        &self,
        login: &str,
        password: String,
    ) -> Result<Option<(String, AccountKind)>, Fault> {
        let login = login.trim().to_lowercase();
        let found = self.store.read(move |tx| account::find_by_login(tx, &login)).await?;
        let kept = found.as_ref().map(|account| account.password.clone());
        let right = self.check_password(password, kept).await?;
        match found {
            Some(account) if right && !account.disabled => {
                Ok(Some((self.start_session(account.id).await?, account.kind)))
            }
            _ => Ok(None),
        }
    }

    pub async fn start_session(&self, account: AccountId) -> Result<String, Fault> {
        let secret = random::token();
        let digest = random::digest(&secret);
        let now = self.now();
        let ends = now.plus_minutes(SESSION_MINUTES);
        self.store.write(move |tx| account::insert_session(tx, &digest, account, now, ends, &digest)).await?;
        Ok(secret)
    }

    /// Who a session's secret belongs to; being seen keeps it alive.
    pub async fn find_session(&self, secret: &str) -> Result<Option<SignedIn>, Fault> {
        let Some((signed_in, seen)) = self.read_session(secret).await? else { return Ok(None) };
        let (digest, now) = (random::digest(secret), self.now());
        // Once a minute is often enough, and keeps reading pages free of writes.
        if seen.plus_minutes(1) < now {
            self.store.write(move |tx| account::touch_session(tx, &digest, now)).await?;
        }
        Ok(Some(signed_in))
    }

    /// The same without keeping it alive: a page that only stays open is no use of it.
    pub async fn look_at_session(&self, secret: &str) -> Result<Option<SignedIn>, Fault> {
        Ok(self.read_session(secret).await?.map(|(signed_in, _)| signed_in))
    }

    async fn read_session(&self, secret: &str) -> Result<Option<(SignedIn, domain::time::Instant)>, Fault> {
        let digest = random::digest(secret);
        let now = self.now();
        let idle_from = now.plus_minutes(-IDLE_MINUTES);
        let found = self
            .store
            .read(move |tx| {
                let Some((account, seen)) = account::find_session(tx, &digest, now, idle_from)? else {
                    return Ok(None);
                };
                let officer = match account.kind {
                    AccountKind::Officer => account::find_officer(tx, account.id)?,
                    AccountKind::Person | AccountKind::Organisation => None,
                };
                let unread = storage::message::count_unread(tx, account.id)?;
                Ok::<_, StorageError>(Some((SignedIn { account, officer, unread }, seen)))
            })
            .await?;
        Ok(found)
    }

    pub async fn sign_out(&self, secret: &str) -> Result<(), Fault> {
        let digest = random::digest(secret);
        Ok(self.store.write(move |tx| account::end_session(tx, &digest)).await?)
    }

    /// Has a letter sent to every account with this address, with a link that sets a new password once. What is asked of
    /// the store is the same whether there is one or not; the letters are a job's.
    pub async fn forgot_password(&self, email: &str, host: String) -> Result<(), Fault> {
        let (email, now) = (email.trim().to_lowercase(), self.now());
        let job = self.store.new_id(now);
        let write = move |tx: &mut Tx| {
            let accounts = account::list_by_email(tx, &email)?;
            let accounts = accounts.iter().map(|account| account.id).collect();
            jobs::enqueue_password(tx, job, accounts, &email, &host, now)
        };
        Ok(self.store.write(write).await?)
    }

    /// The link is made when it is sent, so that no secret waits in a table; it works for half an hour from then.
    pub(crate) async fn send_password_letter(&self, id: AccountId, host: &str) -> Result<(), Failed> {
        let secret = random::token();
        let digest = random::digest(&secret);
        let ends = self.now().plus_minutes(RESET_MINUTES);
        let write = move |tx: &mut Tx| {
            let Some(found) = account::find(tx, id)?.filter(|account| !account.email.is_empty()) else {
                return Ok(None);
            };
            account::drop_tickets(tx, id, "password")?;
            account::insert_ticket(tx, &digest, "password", id, "", ends)?;
            Ok::<_, StorageError>(Some(found))
        };
        let Some(found) = self.store.write(write).await? else { return Ok(()) };
        let letter = password_letter(&found, &format!("{host}/new-password/{secret}"));
        Ok(self.mail.send(letter).await?)
    }

    pub async fn reset_ticket_is_good(&self, secret: &str) -> Result<bool, Fault> {
        let (digest, now) = (random::digest(secret), self.now());
        let found = self.store.read(move |tx| account::find_ticket(tx, &digest, "password", now)).await?;
        Ok(found.is_some())
    }

    /// Sets a new password and ends every session of the account.
    pub async fn reset_password(&self, secret: &str, password: String) -> Result<bool, Fault> {
        let kept = self.hash_password(password).await?;
        let (digest, now) = (random::digest(secret), self.now());
        let done = self
            .store
            .write(move |tx| {
                let Some((account, _)) = account::take_ticket(tx, &digest, "password", now)? else {
                    return Ok(false);
                };
                account::set_password(tx, account, &kept)?;
                account::end_sessions(tx, account)?;
                Ok::<_, StorageError>(true)
            })
            .await?;
        Ok(done)
    }

    pub async fn change_password(&self, account: Account, old: String, new: String) -> Result<bool, Fault> {
        if !self.check_password(old, Some(account.password.clone())).await? {
            return Ok(false);
        }
        let kept = self.hash_password(new).await?;
        let id = account.id;
        self.store
            .write(move |tx| {
                account::set_password(tx, id, &kept)?;
                account::end_sessions(tx, id)
            })
            .await?;
        Ok(true)
    }

    pub async fn save_profile(&self, account: Account) -> Result<(), Fault> {
        Ok(self.store.write(move |tx| account::save_profile(tx, &account)).await?)
    }

    /// A single-use pass to the twin host, good for a minute and for the same browser only.
    pub async fn start_crossing(
        &self,
        account: AccountId,
        session: &str,
        browser: &str,
        carried: Carried,
    ) -> Result<String, Fault> {
        let secret = random::token();
        let (digest, session) = (random::digest(&secret), random::digest(session));
        let ends = self.now().plus_minutes(CROSSING_MINUTES);
        let body = serde_json::to_string(&Pass { browser: browser.into(), session, carried })?;
        self.store
            .write(move |tx| account::insert_ticket(tx, &digest, "crossing", account, &body, ends))
            .await?;
        Ok(secret)
    }

    /// Uses the pass up: a session on this host, which ends with the one it came from.
    pub async fn finish_crossing(
        &self,
        secret: &str,
        browser: &str,
    ) -> Result<Option<(String, Carried)>, Fault> {
        let (digest, now, browser) = (random::digest(secret), self.now(), browser.to_string());
        let fresh = random::token();
        let token = random::digest(&fresh);
        let crossed = self
            .store
            .write(move |tx| {
                let Some((account, body)) = account::take_ticket(tx, &digest, "crossing", now)? else {
                    return Ok(None);
                };
                let pass: Pass = serde_json::from_str(&body)?;
                let family = account::session_family(tx, &pass.session)?;
                let Some((family, ends)) = family.filter(|_| pass.browser == browser) else {
                    return Ok(None);
                };
                account::insert_session(tx, &token, account, now, ends, &family)?;
                Ok::<_, StorageError>(Some(pass.carried))
            })
            .await?;
        Ok(crossed.map(|carried| (fresh, carried)))
    }

    /// The account a counter officer may join a dossier to.
    pub async fn find_account(&self, login: &str) -> Result<Option<Account>, Fault> {
        let login = login.trim().to_lowercase();
        let found = self.store.read(move |tx| account::find_by_login(tx, &login)).await?;
        Ok(found.filter(|account| account.kind != AccountKind::Officer))
    }

    pub async fn list_officers(&self, agency: domain::agency::AgencyId) -> Result<Vec<Officer>, Fault> {
        Ok(self.store.read(move |tx| account::list_officers(tx, agency)).await?)
    }

    pub async fn hash_password(&self, password: String) -> Result<String, Fault> {
        let _turn = self.passwords.acquire().await.map_err(Fault::other)?;
        tokio::task::spawn_blocking(move || hash(&password)).await.map_err(Fault::other)?
    }

    /// Whether a password is the one kept. Without one it is checked against nobody's, so that an unknown login
    /// takes as long as a wrong password.
    async fn check_password(&self, password: String, kept: Option<String>) -> Result<bool, Fault> {
        static NOBODYS: LazyLock<String> = LazyLock::new(|| hash(&random::token()).unwrap_or_default());
        let _turn = self.passwords.acquire().await.map_err(Fault::other)?;
        tokio::task::spawn_blocking(move || {
            let known = kept.is_some();
            let kept = kept.unwrap_or_else(|| NOBODYS.clone());
            let Ok(parsed) = PasswordHash::new(&kept) else { return false };
            Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok() && known
        })
        .await
        .map_err(Fault::other)
    }

    /// Sweeps what has ended: sessions, tickets, searches, done jobs.
    pub async fn sweep(&self) -> Result<(), Fault> {
        let now = self.now();
        let month_ago = now.plus_minutes(-30 * 24 * 60);
        self.store
            .write(move |tx| {
                account::sweep(tx, now)?;
                storage::inbox::drop_old_searches(tx, now)?;
                storage::batch::sweep(tx, now.plus_minutes(-batches::KEPT_DAYS * 24 * 60))?;
                storage::job::sweep(tx, month_ago).map(|_| ())
            })
            .await?;
        Ok(())
    }
}

/// What a crossing remembers: the browser it is for and the session it grew from.
#[derive(Serialize, Deserialize)]
struct Pass {
    browser: String,
    session: [u8; 32],
    #[serde(default)]
    carried: Carried,
}

/// What goes along from one host to the other: in whose place somebody acts, and how pages are to look.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Carried {
    #[serde(default)]
    pub place: Option<AccountId>,
    #[serde(default)]
    pub tastes: Vec<(String, String)>,
}

fn password_letter(account: &Account, link: &str) -> gateway::Letter {
    let login = &account.login;
    gateway::Letter {
        key: random::hex(&random::digest(link)[..12]),
        to: account.email.clone(),
        subject: "Đặt lại mật khẩu / Set a new password".into(),
        body: format!(
            "Tài khoản: {login}. Bấm vào đường dẫn sau trong vòng 30 phút để đặt mật khẩu mới. Nếu bạn không yêu \
             cầu, hãy bỏ qua thư này.\n\nAccount: {login}. Open this link within 30 minutes to set a new password. \
             If you did not ask for it, ignore this letter.\n\n{link}\n"
        ),
    }
}

/// Argon2id with the library's present defaults (19 MiB, two passes).
pub fn hash(password: &str) -> Result<String, Fault> {
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(Fault::other)
}
