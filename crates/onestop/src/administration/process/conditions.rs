//! Conditions in sentences: those an official chooses from, and what one that is written says.

use super::draft;
use super::element::{CONDITION, CONDITION_MAX};
use super::text::Words;
use domain::Language;
use domain::procedure::{Channel, Procedure};
use forms::QuestionKind;
use process::{Model, plain_name};
use ui::Form;
use ui::field::{Option_, option};
use ui::form::ErrorTarget;

/// Expressions within each other that are still told in words.
const DEPTH_MAX: usize = 12;
/// Conditions a list offers, and letters of one: a page has several lists.
const OFFERS_MAX: usize = 40;
const OFFER_LETTERS_MAX: usize = 160;

/// At the list of conditions to choose from.
const WHEN: ErrorTarget = ErrorTarget::Named("when");

/// What can be asked in a process, in words.
pub(super) struct Conditions {
    t: Words,
    /// An expression, and what it says.
    offers: Vec<(String, String)>,
    /// A name that holds a number, and what that is.
    numbers: Vec<(String, String)>,
    /// Steps that are come to later, and so are not offered.
    later: Vec<String>,
}

/// The field of a condition, and where it is written as an expression.
pub(super) struct ConditionField<'a> {
    pub when: &'a str,
    pub written: &'a str,
    pub label: &'a str,
    pub current: &'a str,
}

impl Conditions {
    pub fn of(procedure: &Procedure, model: &Model, language: Language) -> Conditions {
        let t = Words(language);
        let (mut offers, mut numbers) = (Vec::new(), Vec::new());
        for index in model.works() {
            let node = &model.nodes[index];
            let step = draft::called(model, index, language, true);
            let name = plain_name(&node.id);
            let decided = [("granted", t.answer_granted()), ("denied", t.answer_denied())];
            let decided = decided.into_iter().filter(|_| node.is_linked());
            let outcomes = node.step.outcomes.iter();
            let outcomes =
                outcomes.map(|own| (own.key.as_str(), ui::event_sentences::outcome_name(own, language)));
            for (key, outcome) in outcomes.chain(decided) {
                offers.push((equals(&format!("steps.{name}.outcome"), key), t.when_outcome(&step, outcome)));
            }
            numbers.push((format!("steps.{name}.times"), t.when_times(&step)));
        }
        for question in &procedure.form.questions {
            let (name, label) = (format!("form.{}", plain_name(&question.id)), question.label.get(language));
            match &question.kind {
                QuestionKind::Choice { choices } => offers.extend(choices.iter().map(|choice| {
                    (equals(&name, &choice.id), t.when_answer(label, choice.label.get(language)))
                })),
                QuestionKind::YesNo => {
                    offers.push((name.clone(), t.when_answer(label, t.yes())));
                    offers.push((format!("not({name})"), t.when_answer(label, t.no())));
                }
                QuestionKind::Number { .. } | QuestionKind::Money => {
                    numbers.push((name, format!("“{label}”")))
                }
                _ => {}
            }
        }
        let kinds = [("person", t.when_person()), ("organisation", t.when_organisation())];
        offers.extend(kinds.map(|(key, told)| (equals("applicant.kind", key), told.to_string())));
        let channels = Channel::ALL.iter();
        offers.extend(channels.map(|it| (equals("channel", it.key()), t.when_channel(it.name(language)))));
        offers.extend(procedure.cases().into_iter().map(|case| (equals("case", case), t.when_case(case))));
        offers.push(("fee.met".into(), t.when_paid().into()));
        offers.push(("not(fee.met)".into(), t.when_unpaid().into()));
        numbers.push(("fee.amount".into(), t.name_fee().into()));
        numbers.push(("hours_left".into(), t.name_hours_left().into()));
        Conditions { t, offers, numbers, later: Vec::new() }
    }

    /// Offering only what is known where a way begins.
    pub fn at(self, model: &Model, flow: &str) -> Conditions {
        let Some(from) = model.flow(flow).map(|flow| flow.from) else { return self };
        let later = model.works().into_iter().filter(|step| !model.comes_to(*step, from));
        let later = later.map(|step| format!("steps.{}.", plain_name(&model.nodes[step].id))).collect();
        Conditions { later, ..self }
    }

    /// What an expression says; nothing where there are no words for all of it.
    pub fn told(&self, text: &str) -> Option<String> {
        self.told_within(&one_line(text), 0)
    }

    /// As it is shown: in words, else as it is written.
    pub fn shown(&self, text: &str) -> String {
        self.told(text).map_or_else(|| text.to_string(), |told| self.t.when(&told))
    }

    fn told_within(&self, text: &str, depth: usize) -> Option<String> {
        if depth > DEPTH_MAX {
            return None;
        }
        let text = text.trim();
        if let Some((_, told)) = self.offers.iter().find(|(offer, _)| offer == text) {
            return Some(told.clone());
        }
        for (word, joined) in [(" or ", self.t.when_or()), (" and ", self.t.when_and())] {
            let parts = apart(text, word);
            if parts.len() > 1 {
                let told: Option<Vec<String>> =
                    parts.into_iter().map(|part| self.told_within(part, depth + 1)).collect();
                return Some(told?.join(joined));
            }
        }
        if let Some(inner) = bracketed(text) {
            return self.told_within(inner, depth + 1);
        }
        if let Some(inner) = text.strip_prefix("not").and_then(bracketed) {
            return Some(self.t.when_not(&self.told_within(inner, depth + 1)?));
        }
        self.told_number(text)
    }

    fn told_number(&self, text: &str) -> Option<String> {
        let t = self.t;
        for sign in [" >= ", " <= ", " != ", " > ", " < ", " = "] {
            let Some((name, number)) = text.split_once(sign) else { continue };
            let (_, label) = self.numbers.iter().find(|(known, _)| known == name.trim())?;
            let number = number.trim();
            if number.is_empty() || !number.chars().all(|letter| letter.is_ascii_digit() || letter == '.') {
                return None;
            }
            return Some(match sign {
                " >= " => t.when_at_least(label, number),
                " <= " => t.when_at_most(label, number),
                " != " => t.when_other(label, number),
                " > " => t.when_more(label, number),
                " < " => t.when_less(label, number),
                _ => t.when_equal(label, number),
            });
        }
        None
    }

    fn options(&self, current: &str) -> Vec<(String, Option_)> {
        let short = |(place, (text, told)): &(usize, &(String, String))| {
            let known = !self.later.iter().any(|step| text.starts_with(step));
            text == current || known && *place < OFFERS_MAX && told.chars().count() <= OFFER_LETTERS_MAX
        };
        let offers = self.offers.iter().enumerate().filter(short);
        offers.map(|(_, (text, told))| (text.clone(), option(text, self.t.when(told)))).collect()
    }

    /// One that is chosen, or written as an expression under a fold. `first` are offered before the rest, each with the
    /// expression it stands for.
    pub fn field(
        &self,
        form: &mut Form,
        at: &ConditionField,
        first: Vec<(String, Option_)>,
        matter: ErrorTarget,
    ) -> Option<String> {
        let (t, current) = (self.t, one_line(at.current));
        let mut all = first;
        let known: Vec<String> = all.iter().map(|(text, _)| text.clone()).collect();
        all.extend(self.options(&current).into_iter().filter(|(text, _)| !known.contains(text)));
        let offered = all.iter().find(|(text, _)| *text == current).map(|(_, option)| option.value.clone());
        let said = if offered.is_some() { "" } else { current.as_str() };
        let select = form.one_of_many(at.when, at.label, all).on(WHEN).on(matter);
        let chosen = select.value(offered.as_deref().unwrap_or_default()).given();
        let told = self.told(said).map(|told| self.t.when(&told));
        let hint = told.map_or(t.condition_hint().to_string(), |told| t.condition_says(&told));
        let field = form.line(at.written, t.condition_written()).folded(t.condition_folded()).hint(&hint);
        let field = field.complete("off").at_most(CONDITION_MAX).value(said).on(CONDITION);
        let written = field.written();
        let (other, anew) = (chosen.as_deref() != Some(current.as_str()), one_line(&written) != current);
        match (&chosen, written.is_empty()) {
            (None, true) => form.clash(WHEN, t.condition_missing()),
            (Some(_), false) if other && anew => form.clash(CONDITION, t.condition_twice()),
            (Some(_), false) if anew => return Some(written),
            _ => {}
        }
        chosen.or(Some(written).filter(|written| !written.is_empty()))
    }
}

fn equals(name: &str, text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{name} = \"{text}\"")
}

/// Blanks outside of quotes are one.
fn one_line(text: &str) -> String {
    let (mut found, mut quoted, mut escaped) = (String::new(), false, false);
    for letter in text.trim().chars() {
        let blank = letter.is_whitespace() && !quoted;
        if !(blank && found.ends_with(' ')) {
            found.push(if blank { ' ' } else { letter });
        }
        quoted ^= letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
    }
    found
}

/// Parts between a word that stands outside of quotes and brackets.
fn apart<'t>(text: &'t str, word: &str) -> Vec<&'t str> {
    let (mut parts, mut from, mut quoted, mut depth) = (Vec::new(), 0, false, 0usize);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth = depth.saturating_sub(1),
            ' ' if !quoted && depth == 0 && at >= from && text[at..].starts_with(word) => {
                parts.push(&text[from..at]);
                from = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(&text[from.min(text.len())..]);
    parts
}

/// What stands in one bracket around the whole.
fn bracketed(text: &str) -> Option<&str> {
    let inner = text.trim().strip_prefix('(')?.strip_suffix(')')?;
    let (mut depth, mut quoted) = (0i32, false);
    for letter in inner.chars() {
        match letter {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    Some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conditions() -> Conditions {
        let offers = vec![
            (equals("steps.a.outcome", "way-2"), "bước “A” có kết quả “Không đạt”".to_string()),
            (equals("form.kind", "and or"), "“Loại” là “B”".to_string()),
        ];
        Conditions {
            t: Words(Language::Vietnamese),
            offers,
            numbers: vec![("form.area".into(), "“Diện tích”".into())],
            later: Vec::new(),
        }
    }

    #[test]
    fn a_condition_is_told_in_words_where_there_are_words_for_all_of_it() {
        let all = conditions();
        let told = |text: &str| all.told(text);
        assert_eq!(told("steps.a.outcome  = \"way-2\"").as_deref(), Some("bước “A” có kết quả “Không đạt”"));
        assert_eq!(
            told("not((steps.a.outcome = \"way-2\") or (form.kind = \"and or\"))").as_deref(),
            Some("không phải (bước “A” có kết quả “Không đạt” hoặc “Loại” là “B”)")
        );
        assert_eq!(
            told("form.area > 250 and form.kind = \"and or\"").as_deref(),
            Some("“Diện tích” lớn hơn 250 và “Loại” là “B”")
        );
        for unknown in ["form.area > form.other", "count(form.all) = 2", "(a) and (b)", "", "not(", "and"] {
            assert_eq!(told(unknown), None, "{unknown}");
        }
    }

    /// What is sent for the list and for the line, of a condition that is there, and what is read: or what is wrong.
    fn read(current: &str, when: &str, written: &str) -> Result<String, String> {
        let sent =
            [("x-when", when), ("x", written)].map(|(name, value)| (name.to_string(), value.to_string()));
        let posted = ui::Posted::of(sent.into());
        let mut form = Form::sent(Language::Vietnamese, &posted);
        let at = ConditionField { when: "x-when", written: "x", label: "Khi", current };
        let read = conditions().field(&mut form, &at, Vec::new(), ErrorTarget::Named("matter"));
        let wrong =
            form.into_fields().fields.into_iter().map(|field| field.error).find(|error| !error.is_empty());
        wrong.map_or_else(|| Ok(read.unwrap_or_default()), Err)
    }

    #[test]
    fn what_was_chosen_or_written_anew_counts() {
        let (offer, other) = ("steps.a.outcome = \"way-2\"", "form.kind = \"and or\"");
        assert_eq!(read("", offer, ""), Ok(offer.into()));
        assert_eq!(read("", "", "x > 1"), Ok("x > 1".into()), "as forms sent it before there was a list");
        assert_eq!(read("x > 1", offer, "x > 1"), Ok(offer.into()), "the line was left as it was");
        assert_eq!(read(offer, offer, "x > 1"), Ok("x > 1".into()), "the list was left as it was");
        assert_eq!(read(offer, other, ""), Ok(other.into()));
        let t = Words(Language::Vietnamese);
        assert_eq!(read("", "", ""), Err(t.condition_missing().into()));
        assert_eq!(read(offer, other, "x > 1"), Err(t.condition_twice().into()));
        assert!(read("", "made = \"up\"", "").is_err());
    }
}
