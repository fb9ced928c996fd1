//! Letters: what an applicant is told, on the portal and by e-mail. A letter says what happened and where to
//! look; it carries no personal data and no reasons, since mail is not private.

use crate::jobs::{Failed, LetterJob};
use crate::{App, Fault, jobs};
use domain::Language;
use domain::dossier::{ApplicantNotice, Corrected, Dossier, Event, Fact, Particular, PartyPart};
use domain::rules::PACK_2018;
use domain::time::{Instant, long_date, long_moment};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use storage::{StorageError, Tx};

/// What the words of a message need besides the notice.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Particulars {
    pub reference: String,
    #[serde(default)]
    pub code: Option<String>,
    pub procedure: domain::Text,
    #[serde(default)]
    pub due: Option<Instant>,
    /// What a process says, where it does.
    #[serde(default)]
    pub said: domain::Text,
    /// The number of the document it rests on, and until when the applicant is to answer. What they say is not for mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// The number of the apology, where the date was set again with one. Its reason is not for mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub apology: String,
    /// Working hours in which a filing is answered, by the rules it was filed under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_hours: Option<u32>,
}

impl Particulars {
    /// What letters of before promised is what the pack of then said.
    fn answer_hours(&self) -> u32 {
        self.answer_hours.unwrap_or(PACK_2018.answer_hours)
    }

    fn of(app: &App, dossier: &Dossier) -> Particulars {
        let procedure =
            app.master_data().procedure_any(dossier.pinned.procedure.as_str()).map(|p| p.short_name.clone());
        Particulars {
            reference: dossier.reference.as_str().to_string(),
            code: dossier.code.as_ref().map(ToString::to_string),
            procedure: procedure.unwrap_or_default(),
            due: dossier.due(),
            said: domain::Text::default(),
            document: String::new(),
            by: None,
            apology: String::new(),
            answer_hours: Some(dossier.pinned.pack.pack().answer_hours),
        }
    }

    /// The same with what is told: a document, an apology, what an element of the process says.
    fn saying(self, app: &App, dossier: &Dossier, told: Option<&Fact>) -> Particulars {
        let document = told.and_then(Fact::document).unwrap_or_default().to_string();
        let by = told.and_then(Fact::request).and_then(|request| request.by);
        let told_of = Particulars { document, by, ..self };
        told_of.in_words(app, dossier, told)
    }

    fn in_words(self, app: &App, dossier: &Dossier, told: Option<&Fact>) -> Particulars {
        if let Some(Fact::Extended { document, .. }) = told {
            return Particulars { apology: document.clone(), ..self };
        }
        let Some(Fact::MessageSent { event }) = told else { return self };
        let data = app.master_data();
        let said = data.pinned(&dossier.pinned).and_then(|procedure| procedure.process.name_of(event));
        Particulars { said: said.unwrap_or_default(), ..self }
    }
}

/// Tells it on the portal, and has it sent by e-mail where there is an address.
pub(crate) async fn tell(app: &App, key: i64, letter: LetterJob) -> Result<(), Fault> {
    let Some(written) = LetterContent::of(app, &letter).await? else { return Ok(()) };
    let (id, account) = (letter.dossier, written.dossier.account);
    let body = serde_json::to_string(&written.particulars)?;
    let (notice, now, sends) = (letter.notice.key(), app.now(), app.mail.is_configured());
    let others: Vec<(i64, String)> =
        written.others.iter().filter(|_| sends).map(|to| (app.store.new_id(now), to.clone())).collect();
    let write = move |tx: &mut Tx| {
        if let Some(account) = account {
            storage::message::insert(tx, key, account, Some(id), notice, &body, letter.at)?;
        }
        let address = address(tx, &written.dossier)?.filter(|_| sends);
        let own = address.as_ref().map_or("", |address| address.to.as_str());
        for (job, to) in others.iter().filter(|(_, to)| to.to_lowercase() != own.to_lowercase()) {
            jobs::notice::enqueue_news(tx, *job, to, now)?;
        }
        match address {
            Some(address) => jobs::mail::take_over(tx, key, &address.to, now),
            None => Ok::<_, StorageError>(()),
        }
    };
    Ok(app.store.write(write).await?)
}

/// Sends it by e-mail, to where it goes by now.
pub(crate) async fn post(app: &App, key: i64, letter: LetterJob) -> Result<(), Failed> {
    let Some(written) = LetterContent::of(app, &letter).await? else { return Ok(()) };
    let dossier = written.dossier.clone();
    let Some(address) = app.store.read(move |tx| address(tx, &dossier)).await? else { return Ok(()) };
    let (notice, particulars) = (letter.notice, &written.particulars);
    let account = written.dossier.account.is_some();
    let (subject, body) = match address.confirmed {
        true => (
            subject(notice, particulars, Language::Vietnamese),
            letter_body(notice, particulars, account, &app.portal_url),
        ),
        false => (NEWS.to_string(), news_body(account, &app.portal_url)),
    };
    Ok(app.mail.send(gateway::Letter { key: key.to_string(), to: address.to, subject, body }).await?)
}

/// Where a dossier's letters go.
struct Address {
    to: String,
    /// Whether its reader has shown to be the one the letters are for. An address that was only typed may be a stranger's.
    confirmed: bool,
}

fn address(tx: &mut Tx, dossier: &Dossier) -> Result<Option<Address>, StorageError> {
    let account = match dossier.account {
        Some(account) => storage::account::find(tx, account)?,
        None => None,
    };
    let own = account.filter(|account| !account.email.is_empty());
    let own = own.map(|account| Address { confirmed: account.email_is_confirmed(), to: account.email });
    let given = dossier.parties.as_ref().map(|parties| parties.owner.email.clone());
    let given = given.filter(|email| !email.is_empty()).map(|to| Address { to, confirmed: false });
    Ok(own.or(given))
}

/// A letter's words, and the dossier as it stands now.
struct LetterContent {
    particulars: Particulars,
    dossier: Dossier,
    /// The addresses between which one was put right: whoever reads either is told that there is news.
    others: Vec<String>,
}

impl LetterContent {
    async fn of(app: &App, letter: &LetterJob) -> Result<Option<LetterContent>, Fault> {
        let (id, last) = (letter.dossier, letter.sequence);
        // As it stood then: a letter that goes out late must not promise a later date.
        let then = app
            .store
            .read(move |tx| {
                let records = storage::record::load(tx, id)?;
                let until = records.iter().filter(|record| record.sequence <= last);
                let told = records.iter().find(|record| record.sequence == last);
                let told = told.map(|record| record.event.clone());
                let then = domain::dossier::replay(id, until).zip(domain::dossier::replay(id, &records));
                Ok::<_, StorageError>(then.map(|(then, now)| (then, now, told)))
            })
            .await?;
        let Some((then, dossier, told)) = then else { return Ok(None) };
        let particulars =
            Particulars::of(app, &then).saying(app, &then, told.as_ref().map(|event| &event.fact));
        let others = told.as_ref().map(addresses).unwrap_or_default();
        Ok(Some(LetterContent { particulars, dossier, others }))
    }
}

fn addresses(event: &Event) -> Vec<String> {
    match (&event.fact, &event.private.corrected) {
        (
            Fact::Corrected {
                what: Particular::Owner(PartyPart::Email) | Particular::Submitter(PartyPart::Email),
                ..
            },
            Some(Corrected { before, after, .. }),
        ) => [before, after].into_iter().filter(|to| !to.is_empty()).cloned().collect(),
        _ => Vec::new(),
    }
}

const NEWS: &str = "Có thông báo mới trên Cổng Dịch vụ công / News on the public service portal";

/// For an address nobody has confirmed: that there is news, and nothing of what about.
fn news_body(account: bool, portal_url: &str) -> String {
    match account {
        true => format!(
            "Bạn có thông báo mới trên Cổng Dịch vụ công. Hãy đăng nhập để xem. Muốn nhận nội dung qua thư, hãy xác nhận thư \
             điện tử tại trang “Thông tin của tôi”.\n\nThere is news for you on the public service portal. Please sign \
             in to read it. To have it sent to you, confirm your e-mail on the page “My profile”.\n\n{portal_url}/\n"
        ),
        false => format!(
            "Có thông báo mới về hồ sơ bạn đã nộp. Hãy tra cứu bằng mã số ghi trên giấy tiếp nhận hồ sơ, hoặc hỏi tại nơi nộp.\n\nThere \
             is news of an application you handed in. Look it up by the code on your receipt, or ask where you handed it \
             in.\n\n{portal_url}/lookup\n"
        ),
    }
}

/// Both languages, one after the other: an address says nothing about its reader.
fn letter_body(
    notice: ApplicantNotice,
    particulars: &Particulars,
    account: bool,
    portal_url: &str,
) -> String {
    // Without an account there is only the public look-up.
    let link = match (account, &particulars.code) {
        (true, _) => format!("{portal_url}/dossiers/{}", particulars.reference),
        (false, Some(code)) => format!("{portal_url}/lookup?code={code}"),
        (false, None) => format!("{portal_url}/"),
    };
    let part = |language: Language| {
        let look = language.pick("Xem chi tiết và việc cần làm tại", "See the details and what to do at");
        format!("{}\n\n{look}:\n{link}\n", sentence(notice, particulars, language))
    };
    format!("{}\n----------\n\n{}", part(Language::Vietnamese), part(Language::English))
}

fn subject(notice: ApplicantNotice, particulars: &Particulars, language: Language) -> String {
    format!("{}: {}", what(notice, language), particulars.procedure.get(language))
}

/// What happened, in few words.
pub fn what(notice: ApplicantNotice, language: Language) -> &'static str {
    match notice {
        ApplicantNotice::Submitted => language.pick("Đã nhận hồ sơ bạn gửi", "We have your application"),
        ApplicantNotice::CompletionAsked => {
            language.pick("Hồ sơ cần bạn hoàn thiện", "Your application needs completing")
        }
        ApplicantNotice::Completed => language.pick("Đã nhận phần bạn bổ sung", "We have what you sent"),
        ApplicantNotice::Accepted => language.pick("Hồ sơ đã được tiếp nhận", "Your application is accepted"),
        ApplicantNotice::Refused => {
            language.pick("Hồ sơ không được tiếp nhận", "Your application is not accepted")
        }
        ApplicantNotice::PausedForApplicant => {
            language.pick("Hồ sơ cần bạn bổ sung giấy tờ", "More documents are needed")
        }
        ApplicantNotice::PausedForFee => {
            language.pick("Hồ sơ chờ thực hiện nghĩa vụ tài chính", "A payment is needed")
        }
        ApplicantNotice::NewDate => language.pick("Hồ sơ có ngày hẹn mới", "There is a new date"),
        ApplicantNotice::ResultReady => language.pick("Hồ sơ đã có kết quả", "Your result is ready"),
        ApplicantNotice::Denied => {
            language.pick("Hồ sơ không được chấp thuận", "Your application was denied")
        }
        ApplicantNotice::Returned => language.pick("Đã trả kết quả", "Your result has been returned"),
        ApplicantNotice::Withdrawn => language.pick("Hồ sơ đã được rút", "Your application is withdrawn"),
        ApplicantNotice::Message => {
            language.pick("Có thông báo về hồ sơ", "There is news of your application")
        }
        ApplicantNotice::Stopped => language.pick("Hồ sơ đã dừng giải quyết", "Handling has stopped"),
        ApplicantNotice::Corrected => language.pick("Hồ sơ được đính chính", "Something was corrected"),
    }
}

/// One or two sentences, which say what they are about and what happened.
fn sentence(notice: ApplicantNotice, particulars: &Particulars, language: Language) -> String {
    let which = particulars.code.as_deref().unwrap_or(&particulars.reference);
    let label = language.pick("Hồ sơ", "Application");
    let happened = what(notice, language);
    format!("{label} {which}: {happened}. {}", told(notice, particulars, language)).trim_end().to_string()
}

/// What a notice says beyond its title; document and date are added by whoever tells it.
fn beyond_title(notice: ApplicantNotice, particulars: &Particulars, language: Language) -> String {
    let say = |vietnamese: &str, english: &str| language.pick(vietnamese, english).to_string();
    match notice {
        ApplicantNotice::Submitted | ApplicantNotice::Completed => {
            let hours = particulars.answer_hours();
            language.pick(
                format!("Chúng tôi sẽ trả lời trong {hours} giờ làm việc."),
                format!("We will answer within {hours} working hours."),
            )
        }
        ApplicantNotice::CompletionAsked => say(
            "Hãy xem còn thiếu hoặc chưa đúng điều gì rồi gửi lại.",
            "Please see what is missing or not right, and send it.",
        ),
        ApplicantNotice::Accepted => match particulars.due.map(|due| long_moment(due, language)) {
            Some(due) => {
                language.pick(format!("Hẹn trả kết quả: {due}."), format!("The result is due at {due}."))
            }
            None => String::new(),
        },
        ApplicantNotice::PausedForApplicant => say(
            "Thời hạn tạm dừng cho đến khi bạn bổ sung giấy tờ.",
            "Processing time is paused until you send the documents asked for.",
        ),
        ApplicantNotice::PausedForFee => say(
            "Thời hạn tạm dừng cho đến khi bạn hoàn thành nghĩa vụ tài chính.",
            "Processing time is paused until the payment is made.",
        ),
        ApplicantNotice::NewDate => new_date(particulars, language),
        ApplicantNotice::ResultReady => {
            say("Mời bạn nhận theo cách đã chọn.", "Please take it in the way you chose.")
        }
        ApplicantNotice::Denied => say(
            "Hãy xem lý do trên Cổng và nhận văn bản trả lời.",
            "The reason is on the portal, where you can take the written answer.",
        ),
        ApplicantNotice::Refused | ApplicantNotice::Stopped => {
            say("Hãy xem lý do trên Cổng.", "The reason is on the portal.")
        }
        ApplicantNotice::Returned => say("Hồ sơ kết thúc.", "The application is closed."),
        ApplicantNotice::Withdrawn => say("Việc giải quyết kết thúc.", "Handling has ended."),
        ApplicantNotice::Message => format!("{}.", particulars.said.get(language).trim_end_matches('.')),
        ApplicantNotice::Corrected => say(
            "Hãy xem lại; nếu không đúng, hãy báo nơi tiếp nhận.",
            "Please check it; if it is not right, tell the office that received it.",
        ),
    }
}

/// After an apology, after a pause, or put right.
fn new_date(particulars: &Particulars, language: Language) -> String {
    let Some(due) = particulars.due.map(|due| long_moment(due, language)) else {
        return language.pick("Hồ sơ được giải quyết tiếp.", "Handling goes on.").to_string();
    };
    let apology = &particulars.apology;
    match apology.is_empty() {
        true => {
            language.pick(format!("Hẹn trả kết quả: {due}."), format!("The result is now due at {due}."))
        }
        false => language.pick(
            format!("Cơ quan xin lỗi vì không trả được kết quả đúng hẹn (văn bản số {apology}). Hẹn trả kết quả: {due}."),
            format!("The agency apologises that the result is not ready by the date promised (document {apology}). It is now due at {due}."),
        ),
    }
}

/// What is said under the title, where it is seen which dossier is meant; may be empty.
pub fn told(notice: ApplicantNotice, particulars: &Particulars, language: Language) -> String {
    let mut sentences = vec![beyond_title(notice, particulars, language)];
    // An apology has said its number.
    if !particulars.document.is_empty() && particulars.apology.is_empty() {
        let document = &particulars.document;
        sentences.push(language.pick(format!("Văn bản số {document}."), format!("Document {document}.")));
    }
    if let Some(by) = particulars.by {
        let by = long_date(by, language);
        sentences.push(language.pick(format!("Hạn gửi: {by}."), format!("Please send it by {by}.")));
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}
