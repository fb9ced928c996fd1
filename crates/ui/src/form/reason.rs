//! Why something ended or is asked for, in one word beside the words.

use super::{ErrorTarget, Form};
use crate::field::option;
use crate::layout_text::Words;
use domain::dossier::ReasonCode;

/// What is wrong with the choice is said there.
pub const REASON_CODE: ErrorTarget = ErrorTarget::Named("reason code");
/// Its field.
pub const REASON_FIELD: &str = "reason-code";

impl Form<'_> {
    /// One of those the law of the dossier offers. A form that was drawn before they were asked for goes through without.
    pub fn reason_code(&mut self, codes: &[ReasonCode]) -> Option<ReasonCode> {
        let (t, asked) = (Words(self.language()), !self.is_sent() || self.names(REASON_FIELD));
        let field = self.one_of_many(REASON_FIELD, t.reason_code(), self.reason_options(codes));
        let field = field.complete("off").missing(t.reason_code_missing()).on(REASON_CODE);
        if asked { field.read() } else { field.given() }
    }

    /// The same, asked where it is told in words when.
    pub fn reason_code_when(&mut self, codes: &[ReasonCode], when: &str) -> Option<ReasonCode> {
        let t = Words(self.language());
        let field = self.one_of_many(REASON_FIELD, t.reason_code(), self.reason_options(codes));
        field.complete("off").needed_when(when).on(REASON_CODE).given()
    }

    /// The same, which an applicant need not say.
    pub fn reason_code_if_said(&mut self, label: &str, codes: &[ReasonCode]) -> Option<ReasonCode> {
        let field = self.one_of_many(REASON_FIELD, label, self.reason_options(codes));
        field.complete("off").optional().on(REASON_CODE).given()
    }

    /// Another for a part of what is asked for.
    pub fn second_reason_code(&mut self, label: &str, codes: &[ReasonCode]) -> Option<ReasonCode> {
        self.one_of_many("second-reason", label, self.reason_options(codes))
            .complete("off")
            .optional()
            .given()
    }

    fn reason_options(&self, codes: &[ReasonCode]) -> Vec<(ReasonCode, crate::field::Option_)> {
        codes.iter().map(|code| (*code, option(code.key(), code.name(self.language())))).collect()
    }
}
