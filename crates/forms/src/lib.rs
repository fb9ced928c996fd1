//! E-forms: what is asked, and how a typed answer is read. Pure: no HTML, no IO.
//!
//! A form is an ordered list of questions. Posted text is tidied first ([`tidy`]), typed next, and only
//! then judged; whatever the person typed is kept, so that the page can be shown again unchanged.

mod answer;
mod date;
mod email;
pub mod number;
mod phone;
mod question;

pub use answer::{AnswerProblem, AnswerProblems, Answers, read};
pub use date::{Dates, PartialDate, When, joined};
pub use language::{Language, Text};
pub use question::{Choice, EForm, Question, QuestionKind, YEAR_MAX, YEAR_MIN};
pub use typed::tidy;
