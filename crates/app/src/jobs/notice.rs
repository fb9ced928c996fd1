//! Tells an address what was changed in its account. Where it goes is kept apart from the job, since the account may have
//! another address by then, and only until the letter has gone.

use super::{Destination, Failed, Job, JobRow, JobRun, mail};
use crate::App;
use domain::officer::AccountId;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use storage::account::Account;
use storage::{StorageError, Tx, letter_address};

pub const JOB: Job = Job::quick("notice", Destination::Mail, start);

fn start(app: App, row: JobRow) -> JobRun {
    Box::pin(run(app, row))
}

/// What was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AccountNotice {
    EmailChanged,
    PasswordChanged,
    /// There is news of a dossier that bore this address.
    News,
}

#[derive(Debug, Serialize, Deserialize)]
struct NoticeJob {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    account: Option<AccountId>,
    told: AccountNotice,
}

/// To the address that `account` has, whatever it is changed to.
pub(crate) fn enqueue(
    tx: &mut Tx,
    id: i64,
    account: &Account,
    told: AccountNotice,
    at: Instant,
) -> Result<(), StorageError> {
    let address = account.email.as_str();
    if address.is_empty() {
        return Ok(());
    }
    letter_address::insert(tx, id, address, at)?;
    JOB.enqueue(tx, id, &NoticeJob { account: Some(account.id), told }, at, Some(&mail::order(address)))
}

/// To an address a dossier bore or bears, whoever reads it by now: that there is news, and nothing of what about.
pub(crate) fn enqueue_news(tx: &mut Tx, id: i64, address: &str, at: Instant) -> Result<(), StorageError> {
    letter_address::insert(tx, id, address, at)?;
    JOB.enqueue(
        tx,
        id,
        &NoticeJob { account: None, told: AccountNotice::News },
        at,
        Some(&mail::order(address)),
    )
}

async fn run(app: App, row: JobRow) -> Result<(), Failed> {
    let NoticeJob { told, .. } = serde_json::from_str(&row.body)?;
    let id = row.id;
    // None where it went, and the program died before the job was noted as done.
    let Some(to) = app.store.read(move |tx| letter_address::find(tx, id)).await? else { return Ok(()) };
    let (subject, body) = words(told);
    app.mail.send(gateway::Letter { key: id.to_string(), to, subject: subject.into(), body }).await?;
    Ok(app.store.write(move |tx| letter_address::forget(tx, id)).await?)
}

fn words(told: AccountNotice) -> (&'static str, String) {
    let (subject, vi, en) = match told {
        AccountNotice::EmailChanged => (
            "Tài khoản đã đổi thư điện tử / The e-mail of your account was changed",
            "Tài khoản của bạn trên Cổng Dịch vụ công vừa được đổi sang thư điện tử khác; từ nay thư thông báo không gửi \
             tới địa chỉ này nữa.",
            "Your account on the public service portal now has another e-mail address. Nothing more will be sent to \
             this one.",
        ),
        AccountNotice::News => {
            return (
                "Có thông báo về hồ sơ / News of an application",
                "Thông tin liên hệ trong một hồ sơ ghi địa chỉ thư này vừa được đổi. Hãy tra cứu bằng mã số trên giấy tiếp \
                 nhận, hoặc hỏi nơi tiếp nhận. Nếu bạn không nộp hồ sơ nào, hãy bỏ qua thư này.\n\nThe contact details of an \
                 application that bears this address were changed. Look it up by the code on the receipt, or ask where it was \
                 handed in. If you handed in none, ignore this letter.\n"
                    .into(),
            );
        }
        AccountNotice::PasswordChanged => (
            "Tài khoản đã đổi mật khẩu / The password of your account was changed",
            "Mật khẩu tài khoản của bạn trên Cổng Dịch vụ công vừa được đổi, và mọi nơi đang đăng nhập đã được đăng xuất.",
            "The password of your account on the public service portal was changed, and it was signed out everywhere.",
        ),
    };
    let vi_more = "Nếu không phải bạn làm việc này, hãy gọi ngay số hỗ trợ ghi ở cuối trang của Cổng.";
    let en_more = "If it was not you, call the number at the foot of the portal's pages at once.";
    (subject, format!("{vi} {vi_more}\n\n{en} {en_more}\n"))
}
