//! A form, declared once: the calls that draw it are the calls that read it, so a field has its name, label, control and
//! reader in one place. Blank, every reading is empty; sent, each field bears what was typed and what is wrong with it.

mod draft;
mod entry;
mod first;
mod more;
mod person;
mod reason;

pub use entry::Entry;
pub use reason::{REASON_CODE, REASON_FIELD};

use crate::field::Option_;
use crate::posted::PostedFile;
use crate::{Field, Fields, Posted};
use domain::Language;
use domain::dossier::{Refusal, RefusalTarget};
use entry::{EntryError, TypedEntry, chosen, text};
use forms::{Dates, QuestionKind};
use jiff::civil::Date;

/// Maximum letters of a line, such as the number of a document, and of free text.
const LINE_MAX: usize = 200;
const AREA_MAX: usize = 4_000;

#[derive(Clone)]
pub struct Form<'p> {
    language: Language,
    /// Before the name of every field, where several forms stand on a page.
    prefix: String,
    posted: Option<&'p Posted>,
    /// What the address says of the first question, where only that is answered so far.
    begun: Option<&'p Posted>,
    /// The first question is not answered yet: nothing else is asked.
    waits: bool,
    fields: Vec<Field>,
    others: Vec<String>,
    /// Names of fields by the errors that belong to them.
    targets: Vec<(ErrorTarget, String)>,
}

impl<'p> Form<'p> {
    pub fn blank(language: Language) -> Form<'p> {
        Form::of(language, None)
    }

    pub fn sent(language: Language, posted: &'p Posted) -> Form<'p> {
        Form::of(language, Some(posted))
    }

    pub fn of(language: Language, posted: Option<&'p Posted>) -> Form<'p> {
        let (prefix, fields, others, targets) = (String::new(), Vec::new(), Vec::new(), Vec::new());
        Form { language, prefix, posted, begun: None, waits: false, fields, others, targets }
    }

    /// Its fields are named after it.
    pub fn named(mut self, name: &str) -> Form<'p> {
        self.prefix = format!("{name}-");
        self
    }

    /// One line of text.
    pub fn line(&mut self, name: &str, label: &str) -> Entry<'_, 'p, String> {
        let field = Field::text(self.language, &self.full(name), label);
        self.enter(field, text(LINE_MAX))
    }

    /// Several lines of text.
    pub fn area(&mut self, name: &str, label: &str) -> Entry<'_, 'p, String> {
        let field = Field::area(self.language, &self.full(name), label).rows(3);
        self.enter(field, text(AREA_MAX))
    }

    /// A day, in three boxes.
    pub fn day(&mut self, name: &str, label: &str) -> Entry<'_, 'p, Date> {
        self.day_within(name, label, Dates::default())
    }

    /// A day within bounds: beyond them it is a slip of the hand.
    pub fn day_within(&mut self, name: &str, label: &str, dates: Dates) -> Entry<'_, 'p, Date> {
        let field = Field::date(self.language, &self.full(name), label);
        self.enter(field, move |typed| {
            let day = typed.posted.day(&typed.field.name);
            let Some(written) = typed.read(&QuestionKind::Date(dates), &day)? else { return Ok(None) };
            written.parse().map(Some).map_err(|_| typed.problem(forms::AnswerProblem::NotADate))
        })
    }

    /// One of a few, all in sight.
    pub fn one_of<T: 'static>(
        &mut self,
        name: &str,
        label: &str,
        all: Vec<(T, Option_)>,
    ) -> Entry<'_, 'p, T> {
        let (values, options): (Vec<T>, Vec<Option_>) = all.into_iter().unzip();
        let field = Field::choices(self.language, &self.full(name), label, options.clone());
        self.enter(field, chosen(values, options))
    }

    /// One of many, in a list that opens.
    pub fn one_of_many<T: 'static>(
        &mut self,
        name: &str,
        label: &str,
        all: Vec<(T, Option_)>,
    ) -> Entry<'_, 'p, T> {
        let (values, options): (Vec<T>, Vec<Option_>) = all.into_iter().unzip();
        let field = Field::select(self.language, &self.full(name), label, options.clone());
        self.enter(field, chosen(values, options))
    }

    /// A whole number from `least` to `most`.
    pub fn count(&mut self, name: &str, label: &str, least: i64, most: i64) -> Entry<'_, 'p, u32> {
        let field = Field::number(self.language, &self.full(name), label);
        self.enter(field, move |typed| {
            let kind = QuestionKind::number(least, most);
            let Some(written) = typed.read(&kind, typed.raw())? else { return Ok(None) };
            written.parse().map(Some).map_err(|_| typed.problem(forms::AnswerProblem::NotANumber))
        })
    }

    /// Any number of a few.
    pub fn any_of<T: 'static>(
        &mut self,
        name: &str,
        label: &str,
        all: Vec<(T, Option_)>,
    ) -> Entry<'_, 'p, Vec<T>> {
        let (values, options): (Vec<T>, Vec<Option_>) = all.into_iter().unzip();
        let field = Field::checks(self.language, &self.full(name), label, options.clone());
        self.enter(field, move |typed| {
            let keys = typed.posted.all(&typed.field.name);
            let known = |key: &&str| options.iter().any(|option| option.value == **key);
            if !keys.iter().all(known) {
                return Err(EntryError::NotOffered);
            }
            let ticked = |(_, option): &(T, &Option_)| keys.contains(&option.value.as_str());
            let ticked: Vec<T> =
                values.into_iter().zip(&options).filter(ticked).map(|(value, _)| value).collect();
            Ok(Some(ticked).filter(|ticked| !ticked.is_empty()))
        })
    }

    /// An amount of money in whole đồng.
    pub fn amount(&mut self, name: &str, label: &str) -> Entry<'_, 'p, u64> {
        let field = Field::number(self.language, &self.full(name), label);
        self.enter(field, |typed| {
            let Some(written) = typed.read(&QuestionKind::Money, typed.raw())? else { return Ok(None) };
            written.parse().map(Some).map_err(|_| typed.problem(forms::AnswerProblem::NotANumber))
        })
    }

    /// What a question of an e-form accepts, in its canonical written form.
    pub fn answer(&mut self, field: Field, kind: QuestionKind) -> Entry<'_, 'p, String> {
        let name = self.full(&field.name);
        let mut field = field;
        field.name = name;
        self.enter(field, move |typed| typed.read(&kind, &typed.text()))
    }

    /// Files.
    pub fn files(&mut self, name: &str, label: &str) -> Entry<'_, 'p, Vec<PostedFile>> {
        let field = Field::file(self.language, &self.full(name), label);
        self.enter(field, |typed| {
            let files: Vec<&PostedFile> =
                typed.posted.files.iter().filter(|file| file.field == typed.field.name).collect();
            if let Some(refused) = typed.posted.refused_sentence(&typed.field.name, typed.language) {
                return Err(EntryError::Said(refused));
            }
            Ok(Some(files.into_iter().cloned().collect::<Vec<_>>()).filter(|files| !files.is_empty()))
        })
    }

    pub(crate) fn posted(&self) -> Option<&'p Posted> {
        self.posted
    }

    pub(crate) fn full(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    fn enter<T>(
        &mut self,
        field: Field,
        reader: impl FnOnce(&TypedEntry) -> Result<Option<T>, EntryError> + 'static,
    ) -> Entry<'_, 'p, T> {
        Entry::of(self, field, Box::new(reader))
    }

    /// Adds an error about the form as a whole.
    pub fn add_error(&mut self, sentence: impl Into<String>) {
        self.others.push(sentence.into());
    }

    /// Adds the sentences of a refusal, each at the field it is about.
    pub fn refused(&mut self, refusal: &Refusal) {
        for part in refusal.parts() {
            self.wrong_about(part.about().map(ErrorTarget::Law), part.sentence(self.language));
        }
    }

    /// Adds those sentences of a refusal whose fields have no error yet.
    pub fn refused_too(&mut self, refusal: &Refusal) {
        for part in refusal.parts() {
            let target = part.about().map(ErrorTarget::Law);
            if self.field_of_target(target).is_some_and(|field| field.error.is_empty()) {
                self.wrong_about(target, part.sentence(self.language));
            }
        }
    }

    /// Adds an error at the target's field, or to the form as a whole where there is no such field.
    pub fn wrong_about(&mut self, target: Option<ErrorTarget>, sentence: String) {
        match self.field_of_target(target) {
            Some(field) => field.error = sentence,
            None => self.others.push(sentence),
        }
    }

    /// Says what is wrong with these fields alone, and which files were not taken: those are gone.
    pub fn judged_only(&mut self, names: &[&str]) {
        self.others.clear();
        for field in &mut self.fields {
            let file = matches!(field.control, crate::field::Control::File { .. });
            if !file && !names.contains(&field.name.as_str()) {
                field.error.clear();
            }
        }
    }

    /// A field by its name, for what a page says of it.
    pub fn field(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    pub fn has_fields(&self) -> bool {
        !self.fields.is_empty()
    }

    fn field_of_target(&mut self, target: Option<ErrorTarget>) -> Option<&mut Field> {
        let name = self.targets.iter().find(|(other, _)| Some(*other) == target).map(|(_, name)| name);
        self.fields.iter_mut().find(|field| Some(&field.name) == name)
    }

    /// Whether it is to be shown again: a form that was held is, whatever stands in it.
    pub fn any_wrong(&self) -> bool {
        self.posted.is_some_and(Posted::is_held)
            || !self.others.is_empty()
            || self.fields.iter().any(|field| !field.error.is_empty())
    }

    /// Whether each error that is called like a field stands at that field.
    fn targets_fit(&self) -> bool {
        self.targets.iter().all(|(target, at)| match target {
            ErrorTarget::Law(_) => true,
            ErrorTarget::Named(name) => {
                let own = self.full(name);
                *at == own || self.fields.iter().all(|field| field.name != own)
            }
        })
    }

    /// Its fields, with what was typed and the errors at each.
    pub fn into_fields(self) -> Fields {
        debug_assert!(
            self.targets_fit(),
            "an error stands at another field than its own: {:?}",
            self.targets
        );
        let held = self.posted.is_some_and(Posted::is_held);
        let mut drawn = Fields::new(self.language, self.fields).held(held);
        drawn.others = self.others;
        match self.posted.filter(|posted| posted.is_unfinished()) {
            Some(posted) => drawn.without_errors(posted),
            None => drawn,
        }
    }

    /// Its fields while the form is still being filled in: without errors.
    pub fn into_fields_without_errors(self) -> Fields {
        let posted = self.posted;
        let drawn = self.into_fields();
        posted.map_or(drawn.clone(), |posted| drawn.without_errors(posted))
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether what was sent names a field.
    pub fn names(&self, name: &str) -> bool {
        self.posted.is_some_and(|posted| posted.has(&self.full(name)))
    }

    /// Whether it was sent, and not only drawn.
    pub fn is_sent(&self) -> bool {
        self.posted.is_some()
    }
}

/// The field at which an error is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorTarget {
    /// By what a refusal of the rules is about.
    Law(RefusalTarget),
    /// By a name the page gives the field itself.
    Named(&'static str),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::option;

    const ENGLISH: Language = Language::English;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        Posted::of(fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    }

    fn colours() -> Vec<(u8, Option_)> {
        vec![(1, option("red", "Red")), (2, option("blue", "Blue"))]
    }

    /// What a form of one choice, one set, one day, one count and one line reads, and what it says is wrong.
    struct OneOfEach {
        one: Option<u8>,
        any: Vec<u8>,
        day: Option<Date>,
        count: Option<u32>,
        line: String,
        wrong: Vec<String>,
    }

    fn read(fields: &[(&str, &str)]) -> OneOfEach {
        let posted = posted(fields);
        let mut form = Form::sent(ENGLISH, &posted).named("act");
        let one = form.one_of("one", "One", colours()).read();
        let any = form.any_of("any", "Any", colours()).optional().read().unwrap_or_default();
        let day = form.day("day", "Day").optional().read();
        let count = form.count("count", "Count", 0, 9).optional().read();
        let line = form.line("line", "Line").at_most(5).written();
        let wrong =
            form.into_fields().fields.into_iter().map(|field| field.error).filter(|error| !error.is_empty());
        OneOfEach { one, any, day, count, line, wrong: wrong.collect() }
    }

    #[test]
    fn what_is_drawn_is_what_is_read() {
        let OneOfEach { one, any, day, count, line, wrong } = read(&[
            ("act-one", "blue"),
            ("act-any", "blue"),
            ("act-any", "red"),
            ("act-day-day", "5"),
            ("act-day-month", "3"),
            ("act-day-year", "2026"),
            ("act-count", "3"),
            ("act-line", "  a  b "),
            ("unknown", "is ignored"),
        ]);
        assert_eq!(wrong, [] as [String; 0]);
        assert_eq!((one, any, day), (Some(2), vec![1, 2], Some(Date::constant(2026, 3, 5))));
        assert_eq!((count, line.as_str()), (Some(3), "a b"));
    }

    #[test]
    fn what_was_not_offered_is_refused_and_never_a_default() {
        for (name, value) in
            [("act-one", "green"), ("act-any", "green"), ("act-count", "abc"), ("act-count", "10")]
        {
            let OneOfEach { one, any, count, wrong, .. } = read(&[(name, value)]);
            assert_eq!((one, any, count), (None, vec![], None), "{name}={value}");
            assert!(!wrong.is_empty(), "{name}={value}");
        }
        let OneOfEach { wrong, .. } = read(&[]);
        assert_eq!(wrong, ["Choose “One”"], "what must be given is asked for, what may be left out is not");
        let OneOfEach { day, .. } =
            read(&[("act-day-day", "30"), ("act-day-month", "2"), ("act-day-year", "2026")]);
        assert_eq!(day, None);
    }

    #[test]
    fn what_is_typed_is_shown_again_without_end_in_no_field() {
        let endless = "a".repeat(50_000);
        let fields = ["line", "phone", "count", "day-day", "day", "one"].map(|name| (name, endless.as_str()));
        let posted = posted(&fields);
        let mut form = Form::sent(ENGLISH, &posted);
        form.line("line", "Line").at_most(5).read_or_raw();
        form.phone("phone", "Phone").read_or_raw();
        form.count("count", "Count", 0, 9).read();
        form.day("day", "Day").read();
        form.one_of("one", "One", colours()).read();
        let drawn = form.into_fields();
        assert!(drawn.fields.iter().all(|field| !field.error.is_empty()));
        // Three lines as far as any is shown, and what stands around them.
        let most = 3 * crate::posted::LINE_SHOWN_MAX + 4_000;
        assert!(drawn.to_string().len() < most, "{}", drawn.to_string().len());
    }

    #[test]
    fn a_refusal_stands_at_the_field_that_says_what_it_is_about() {
        let posted = posted(&[("words", "typed")]);
        let mut form = Form::sent(ENGLISH, &posted);
        form.area("words", "Words").on_refusal(RefusalTarget::Words).written();
        form.refused(&Refusal::Several(vec![Refusal::ReasonMissing, Refusal::NotYourAgency]));
        let drawn = form.into_fields();
        assert_eq!(drawn.fields[0].error, Refusal::ReasonMissing.sentence(ENGLISH));
        assert_eq!(drawn.fields[0].value, "typed");
        assert_eq!(drawn.others, [Refusal::NotYourAgency.sentence(ENGLISH)]);
    }

    #[test]
    fn what_the_law_misses_is_said_beside_what_cannot_be_read() {
        let posted = posted(&[("amount", "abc")]);
        let mut form = Form::sent(ENGLISH, &posted);
        form.amount("amount", "Amount").on_refusal(RefusalTarget::Amount).read();
        form.area("words", "Words").on_refusal(RefusalTarget::Words).written();
        let missing = vec![Refusal::AmountMissing, Refusal::ReasonMissing, Refusal::NotYourAgency];
        form.refused_too(&Refusal::Several(missing));
        let drawn = form.into_fields();
        assert_ne!(drawn.fields[0].error, Refusal::AmountMissing.sentence(ENGLISH));
        assert_eq!(drawn.fields[1].error, Refusal::ReasonMissing.sentence(ENGLISH));
        assert_eq!(drawn.others, [] as [String; 0]);
    }

    #[test]
    fn what_is_demanded_never_says_that_it_may_be_left_blank() {
        for sent in [None, Some(posted(&[]))] {
            let mut form = Form::of(ENGLISH, sent.as_ref());
            form.line("needed", "Needed").optional().needed("Say it");
            form.line("where", "Where").optional().read_where(true);
            form.line("not", "Not").optional().read_where(false);
            let optional: Vec<bool> = form.into_fields().fields.iter().map(|field| field.optional).collect();
            assert_eq!(optional, [false, false, true]);
        }
    }

    #[test]
    fn a_field_may_be_folded_until_it_is_filled_in() {
        let drawn = |value: &str| {
            let mut form = Form::blank(ENGLISH);
            form.line("line", "Line").folded("More").value(value).written();
            askama::Template::render(&form.into_fields().fields[0]).unwrap()
        };
        assert!(drawn("").contains("<details class=\"more\">") && drawn("a").contains("open"));
    }

    #[test]
    fn a_blank_form_says_nothing_is_wrong() {
        let mut form = Form::blank(ENGLISH);
        assert_eq!(form.one_of("one", "One", colours()).value("red").read(), None);
        assert!(!form.any_wrong());
        assert_eq!(form.into_fields().fields[0].value, "red");
    }
}
