//! The end of a procedure: its last day and why, both told to whoever looks for it.

use super::valid_from;
use crate::administration::text::Words;
use domain::procedure::Procedure;
use domain::time::short_date;
use domain::{Language, Text};
use jiff::civil::Date;
use ui::Form;
use ui::part::{Notice, Phrase, Tone};
use web::RequestContext;

/// Letters of a reason.
const REASON_MAX: usize = 2_000;

/// Whether a procedure ends.
pub enum Closing {
    Never,
    /// Its last day is still to come, or today.
    ToCome {
        last: Date,
        because: Text,
    },
    Over {
        last: Date,
        because: Text,
    },
}

pub fn of(context: &RequestContext, code: &str) -> Closing {
    let data = context.app().master_data();
    let Some((last, dated)) = data.closing(code) else { return Closing::Never };
    let because = dated.closed_because.clone();
    if last < context.today() { Closing::Over { last, because } } else { Closing::ToCome { last, because } }
}

impl Closing {
    pub fn is_to_come(&self) -> bool {
        matches!(self, Closing::ToCome { .. })
    }

    pub fn is_over(&self) -> bool {
        matches!(self, Closing::Over { .. })
    }

    pub fn notice(&self, t: &Words, language: Language) -> Option<Notice> {
        let (told, because) = match self {
            Closing::Never => return None,
            Closing::ToCome { last, because } => (t.closes_after(&short_date(*last, language)), because),
            Closing::Over { last, because } => (t.closed_since(&short_date(*last, language)), because),
        };
        let notice = Notice::titled(Tone::Warning, told);
        let notice = if because.is_empty() { notice } else { notice.sentence(Phrase::of(because, language)) };
        Some(if self.is_over() { notice.sentence(t.opens_again()) } else { notice })
    }
}

/// The last day on which dossiers are taken, and the reason.
pub fn form(form: &mut Form, context: &RequestContext, procedure: &Procedure) -> Option<(Date, Text)> {
    let t = Words(context.language);
    let (earliest, closing) =
        (valid_from(context, procedure.code.as_str()), of(context, procedure.code.as_str()));
    let (last, because) = match closing {
        Closing::ToCome { last, because } => (last.to_string(), because),
        Closing::Never | Closing::Over { .. } => Default::default(),
    };
    let day = form.day("close-day", t.close_day()).hint(t.close_day_hint()).value(&last);
    let day = day
        .unless(move |day| *day < earliest, t.close_day_past(&short_date(earliest, context.language)))
        .read();
    let reason = form.area("close-reason-vi", t.close_reason()).at_most(REASON_MAX).rows(2);
    let reason = reason.value(&because.vi).read();
    let english = form.area("close-reason-en", t.close_reason_en()).at_most(REASON_MAX).rows(2);
    let english = english.value(&because.en).optional().written();
    Some((day?, Text::new(reason?, english)))
}
