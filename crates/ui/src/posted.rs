//! What a form posted: its fields as they came, and its files.

use crate::FormParam;
use crate::switch::SWITCH;
use app::files::{FILE_MAX, FileProblem, StoredUpload};
use app::held::{HeldFile, HeldForm, RefusedFile};

/// The largest drawing or table, in bytes.
pub const SHEET_MAX: usize = 8 * 1024 * 1024;
/// The most a file may have, as it is said.
pub const FILE_MEGABYTES: u64 = FILE_MAX / 1024 / 1024;
/// Maximum letters kept of a field, one more than any takes, so that it is still said to be too long: what is wrong is shown
/// again as it was typed, and a page is not to grow with it.
pub const VALUE_MAX: usize = 40_001;
/// The same of what is not free text.
pub(crate) const LINE_SHOWN_MAX: usize = 4_001;
/// The field that makes an act happen once.
pub const KEY: FormParam = FormParam("key");
/// What stands before the name of a field of files in the fields of those that arrived and were kept.
pub const KEPT: &str = "kept-";
const KEY_MAX: usize = 64;
/// Maximum files of a field that are named one by one, with why they were not taken.
const NAMED_MAX: usize = 20;

#[derive(Clone, Debug, Default)]
pub struct Posted {
    pub fields: Vec<(String, String)>,
    pub files: Vec<PostedFile>,
    /// A drawing or a table, where the endpoint takes one.
    pub sheet: Option<PostedSheet>,
    /// It is only shown again.
    held: Option<OnlyShown>,
}

/// Why a form is only shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OnlyShown {
    /// It came when its session had ended.
    Late,
    /// Its language is changed while it is being filled in: what is wrong with it is said once it is sent.
    Unfinished,
}

/// A drawing or a table as it came.
#[derive(Clone, Debug)]
pub struct PostedSheet {
    /// As the sender named it, without folders.
    pub name: String,
    /// Its bytes, or nothing where there are too many of them.
    pub bytes: Option<Vec<u8>>,
}

#[derive(Clone, Debug)]
pub struct PostedFile {
    /// The field it came in.
    pub field: String,
    /// As the sender named it, without folders.
    pub name: String,
    pub landed: Result<StoredUpload, FileProblem>,
}

impl Posted {
    pub fn of(fields: Vec<(String, String)>) -> Posted {
        Posted { fields, ..Posted::default() }
    }

    /// What is held of it: without secrets, under a key of its own for the act, with the files that arrived, and with the
    /// names of those that were not taken.
    pub fn to_hold(&self, but: &[&str], unfinished: bool) -> HeldForm {
        // What was kept from an earlier sending is among the files.
        let kept = |name: &str| name.starts_with(KEPT) || but.contains(&name);
        let pressed = self.pressed();
        let fields = pressed.iter().filter(|(name, _)| !kept(name));
        let fresh = |(name, value): &(String, String)| match name.as_str() {
            key if key == KEY.name() => (name.clone(), app::random::token()),
            _ => (name.clone(), value.clone()),
        };
        let file = |file: &PostedFile| {
            let landed = file.landed.clone().ok()?;
            Some(HeldFile { field: file.field.clone(), name: file.name.clone(), landed })
        };
        let refused = |file: &PostedFile| {
            let problem = file.landed.clone().err()?;
            Some(RefusedFile { field: file.field.clone(), name: file.name.clone(), problem })
        };
        HeldForm {
            fields: fields.map(fresh).collect(),
            files: self.files.iter().filter_map(file).collect(),
            refused: self.files.iter().filter_map(refused).collect(),
            unfinished,
        }
    }

    /// Its fields, where it was only to be shown again as if it was sent for its act.
    fn pressed(&self) -> Vec<(String, String)> {
        let others = self.fields.iter().filter(|(name, _)| name != SWITCH.name()).cloned();
        let act = self.find(SWITCH.name()).and_then(|act| act.split_once('='));
        others.chain(act.map(|(name, value)| (name.to_string(), value.to_string()))).collect()
    }

    /// To be shown again as it was typed so far.
    pub fn shown(self) -> Posted {
        Posted { fields: self.pressed(), held: Some(OnlyShown::Unfinished), ..self }
    }

    pub fn of_held(form: HeldForm) -> Posted {
        let file =
            |file: HeldFile| PostedFile { field: file.field, name: file.name, landed: Ok(file.landed) };
        let refused =
            |file: RefusedFile| PostedFile { field: file.field, name: file.name, landed: Err(file.problem) };
        let files = form.files.into_iter().map(file).chain(form.refused.into_iter().map(refused)).collect();
        let held = if form.unfinished { OnlyShown::Unfinished } else { OnlyShown::Late };
        Posted { fields: form.fields, files, held: Some(held), ..Posted::default() }
    }

    /// Whether it is only to be shown again: whoever takes it stops before anything is done.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// Whether it is shown while it is being filled in: what is wrong with it is not said yet.
    pub fn is_unfinished(&self) -> bool {
        self.held == Some(OnlyShown::Unfinished)
    }

    /// What is said at a field of files of those that were not taken: each by its name. They are gone: it cannot be said later.
    pub fn refused_sentence(&self, field: &str, language: domain::Language) -> Option<String> {
        let of_field = self.files.iter().filter(|file| file.field == field);
        let refused = of_field.filter_map(|file| Some((*file.landed.as_ref().err()?, &file.name)));
        let mut said: Vec<String> = refused
            .clone()
            .take(NAMED_MAX)
            .map(|(problem, name)| file_sentence(problem, name, language))
            .collect();
        let others = refused.count() - said.len();
        if others > 0 {
            said.push(language.pick(
                format!("Còn {others} tệp khác cũng chưa được nhận"),
                format!("Not taken either, of those that came with them: {others}"),
            ));
        }
        (!said.is_empty()).then(|| said.join(". "))
    }

    /// As typed.
    pub fn raw(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    pub fn find(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Tidied: composed letters, no invisible ones, single blanks.
    pub fn text(&self, name: &str) -> String {
        forms::tidy(self.raw(name))
    }

    /// The three boxes of a day, as typed: day, month, year.
    pub fn boxes(&self, name: &str) -> [String; 3] {
        ["day", "month", "year"].map(|part| self.text(&format!("{name}-{part}")))
    }

    /// A day as its three boxes say it, or its one.
    pub fn day(&self, name: &str) -> String {
        let [day, month, year] = self.boxes(name);
        match forms::joined(&day, &month, &year) {
            nothing if nothing.is_empty() => self.text(name),
            typed => typed,
        }
    }

    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// What makes an act happen once, where the form says it.
    pub fn key(&self) -> Option<String> {
        let key: String = self.text(KEY.name()).chars().take(KEY_MAX).collect();
        Some(key).filter(|key| !key.is_empty())
    }

    /// The same with a value under a name.
    pub fn with(mut self, name: &str, value: &str) -> Posted {
        self.fields.retain(|(other, _)| other != name);
        self.fields.push((name.to_string(), value.to_string()));
        self
    }

    /// The rows of a list, each as a form of its own: the names of its fields end with a dash and the place of the row.
    pub fn rows(&self, count: usize) -> Vec<Posted> {
        let mut rows = vec![Posted::default(); count];
        for (name, value) in &self.fields {
            let Some((name, place)) = name.rsplit_once('-') else { continue };
            if let Some(row) = place.parse().ok().and_then(|place: usize| rows.get_mut(place)) {
                row.fields.push((name.to_string(), value.clone()));
            }
        }
        rows
    }
}

/// Why a file was not taken, in a sentence.
pub fn file_sentence(problem: FileProblem, name: &str, language: domain::Language) -> String {
    let megabytes = FILE_MEGABYTES;
    match problem {
        FileProblem::Empty => {
            language.pick(format!("Tệp “{name}” không có nội dung"), format!("The file “{name}” is empty"))
        }
        FileProblem::TooLarge => language.pick(
            format!("Tệp “{name}” lớn hơn {megabytes} MB, hãy chụp hoặc quét lại với cỡ nhỏ hơn"),
            format!("The file “{name}” is larger than {megabytes} MB; scan or photograph it smaller"),
        ),
        FileProblem::WrongType => language.pick(
            format!("Tệp “{name}” không phải PDF, JPG hay PNG, hãy lưu, quét hoặc chụp lại thành một trong các loại đó"),
            format!("The file “{name}” is not a PDF, JPG or PNG; save, scan or photograph it as one of these"),
        ),
        FileProblem::Cut => language.pick(
            format!("Tệp “{name}” không trọn vẹn nên không mở được, hãy quét hoặc lưu lại rồi gửi"),
            format!("The file “{name}” is not whole and cannot be opened; scan or save it again and send that"),
        ),
        FileProblem::Locked => language.pick(
            format!("Tệp “{name}” bị khóa bằng mật khẩu, hãy gỡ mật khẩu rồi gửi lại"),
            format!("The file “{name}” is locked with a password; remove the password and send it again"),
        ),
        FileProblem::TooMuch => language.pick(
            format!("Tệp “{name}” chưa được nhận vì bạn đã gửi nhiều hơn mức cho phép; hãy bỏ bớt tệp hoặc gửi tiếp vào ngày mai"),
            format!("The file “{name}” was not taken: you have sent more than is allowed; remove some files, or go on tomorrow"),
        ),
        FileProblem::NoRoom => language.pick(
            format!("Tệp “{name}” chưa được nhận vì hệ thống tạm hết chỗ cho tệp; những gì bạn đã điền vẫn được giữ, hãy gửi lại sau"),
            format!("The file “{name}” was not taken: there is no room for files at the moment; what you filled in is kept, please send it later"),
        ),
        FileProblem::Broken => language.pick(
            format!("Tệp “{name}” bị ngắt giữa chừng, hãy gửi lại"),
            format!("The file “{name}” was cut off; please send it again"),
        ),
    }
}
