//! Papers as handed in, and what the record keeps of their files.

use crate::Language;
use crate::officer::Actor;
use crate::procedure::{Paper, Procedure};
use serde::{Deserialize, Serialize};

/// A paper as handed in: what it is of, how many, and the file if there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperGiven {
    /// The paper of the procedure it answers, or `other`.
    pub paper: String,
    pub originals: u32,
    pub copies: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileFact>,
    /// The national code of that paper then, if it had one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub code: String,
    /// Nothing of what was handed in before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<PaperSource>,
    /// The code or number of the result of an earlier procedure that stands in for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
}

impl PaperGiven {
    /// As it is handed in; what the record keeps besides, the rules note.
    pub fn new(paper: impl Into<String>, originals: u32, copies: u32, file: Option<FileFact>) -> PaperGiven {
        let (paper, code, result) = (paper.into(), String::new(), String::new());
        PaperGiven { paper, originals, copies, file, code, source: None, result }
    }

    /// Nobody brought it: a database had it.
    pub(super) fn fetched(paper: &Paper, result: &str) -> PaperGiven {
        PaperGiven {
            code: paper.code.clone(),
            source: Some(PaperSource::Fetched),
            result: result.into(),
            ..PaperGiven::new(&paper.id, 0, 0, None)
        }
    }

    /// As it is recorded of whoever hands it in.
    pub(super) fn noted(&self, by: &Actor, procedure: &Procedure) -> PaperGiven {
        let code = procedure.paper(&self.paper).map(|paper| paper.code.clone()).unwrap_or_default();
        PaperGiven { code, source: Some(PaperSource::of(by, self.file.is_some())), ..self.clone() }
    }
}

typed::keyed! {
    /// How a paper came into the dossier.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum PaperSource {
        /// On paper alone.
        Paper = "paper",
        /// As a file of whoever applies.
        Uploaded = "uploaded",
        /// On paper, of which an officer made a file.
        Digitised = "digitised",
        /// From another dossier, without being asked for again.
        Reused = "reused",
        /// From a database of the state, instead of the applicant.
        Fetched = "fetched",
    }
}

impl PaperSource {
    fn of(by: &Actor, is_file: bool) -> PaperSource {
        match (by, is_file) {
            // The program hands in what lies in the main dossier.
            (Actor::System, _) => PaperSource::Reused,
            (_, false) => PaperSource::Paper,
            (Actor::Applicant { .. }, true) => PaperSource::Uploaded,
            (Actor::Officer(_), true) => PaperSource::Digitised,
        }
    }

    pub fn name(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            PaperSource::Paper => ("Bản giấy", "On paper"),
            PaperSource::Uploaded => ("Người nộp tải lên", "Uploaded by the applicant"),
            PaperSource::Digitised => ("Cán bộ số hóa", "Digitised by an officer"),
            PaperSource::Reused => ("Dùng lại từ hồ sơ khác", "Reused from another dossier"),
            PaperSource::Fetched => ("Khai thác từ cơ sở dữ liệu", "Fetched from a database"),
        };
        language.pick(vi, en)
    }
}

/// What the record keeps of a stored file; its name is private and kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFact {
    /// Our key of the stored file.
    pub id: i64,
    pub media: String,
    pub bytes: u64,
    /// SHA-256 of the content, in hexadecimal.
    pub sha256: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::officer::{AccountId, Assurance};
    use crate::procedure::ProcedureCode;

    #[test]
    fn the_record_keeps_the_code_of_a_paper_and_how_it_came() {
        let code = ProcedureCode::parse("1.001193").unwrap();
        let form = Paper { id: "form".into(), code: "000.00.00.G15-KQ1122".into(), ..Paper::default() };
        let procedure = Procedure { papers: vec![form], ..Procedure::blank(code) };
        let file = FileFact { id: 1, media: "application/pdf".into(), bytes: 9, sha256: String::new() };
        let applicant = Actor::Applicant { account: AccountId(1), assurance: Assurance::Password };
        for (by, file, source) in [
            (&applicant, Some(file.clone()), PaperSource::Uploaded),
            (&applicant, None, PaperSource::Paper),
            (&Actor::System, Some(file), PaperSource::Reused),
        ] {
            let noted = PaperGiven::new("form", 1, 0, file).noted(by, &procedure);
            assert_eq!((noted.code.as_str(), noted.source), ("000.00.00.G15-KQ1122", Some(source)));
        }
        assert_eq!(PaperGiven::new("other", 1, 0, None).noted(&applicant, &procedure).code, "");
    }
}
