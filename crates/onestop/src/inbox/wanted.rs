//! What part of the inbox is wanted, as addresses and forms say it.

use super::{FilterName, save_form};
use app::inbox::{Cursor, ListRow, Narrowed, PlaceInList, Tab};
use domain::dossier::DossierId;
use domain::officer::AccountId;
use serde::Deserialize;
use ui::{Form, FormParam, Language, Markup, Posted, query};
use web::{Failure, RequestContext};

/// Maximum rows shown on either side of a dossier, with its list beside it.
const BESIDE: u32 = 5;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct InboxQuery {
    pub(super) tab: String,
    pub(super) procedure: String,
    pub(super) colleague: String,
    /// What was looked for in it, by the address of the search.
    pub(super) found: String,
    pub(super) after: String,
    /// Where in the list a dossier stands.
    pub(super) at: String,
    /// A list was to be saved without a name, or with one that does not do.
    pub(super) unnamed: String,
    /// What was typed then.
    pub name: String,
    pub shared: String,
    /// An act was asked for no row at all.
    pub(super) unchosen: String,
}

/// What a list is, as addresses and the hidden fields of forms say it.
pub const TAB: FormParam = FormParam("tab");
pub(super) const PROCEDURE: FormParam = FormParam("procedure");
pub(super) const COLLEAGUE: FormParam = FormParam("colleague");
pub(super) const FOUND: FormParam = FormParam("found");
const AT: FormParam = FormParam("at");

/// The form that saves a list stands open, and nothing is wrong with it.
pub(super) const AS_TYPED: &str = "as-typed";

impl InboxQuery {
    /// The list a form was sent from.
    pub fn of(posted: &Posted) -> InboxQuery {
        let part = |said: FormParam| posted.text(said.name());
        InboxQuery {
            tab: part(TAB),
            procedure: part(PROCEDURE),
            colleague: part(COLLEAGUE),
            found: part(FOUND),
            at: part(AT),
            ..InboxQuery::default()
        }
    }

    /// The list with the name that was being typed for it.
    pub fn named(posted: &Posted) -> InboxQuery {
        InboxQuery::read(&mut Form::sent(Language::Vietnamese, posted), posted)
    }

    /// The same, unless the form says what its page does not offer.
    pub fn checked(posted: &Posted) -> Option<InboxQuery> {
        let mut form = Form::sent(Language::Vietnamese, posted);
        Some(InboxQuery::read(&mut form, posted)).filter(|_| !form.any_wrong())
    }

    fn read(form: &mut Form, posted: &Posted) -> InboxQuery {
        let FilterName { name, shared } = save_form(form, &InboxQuery::default());
        let shared = if shared { "yes".into() } else { String::new() };
        InboxQuery { unnamed: AS_TYPED.into(), name, shared, ..InboxQuery::of(posted) }
    }

    /// The list as the pairs of an address.
    pub fn written(&self) -> String {
        let tab = Tab::parse(&self.tab).map_or("", Tab::key);
        let pairs =
            [(TAB, tab), (PROCEDURE, &self.procedure), (COLLEAGUE, &self.colleague), (FOUND, &self.found)];
        query::written(&pairs.map(|(said, value)| (said.name(), value)))
    }

    /// The same with what was looked for in it.
    pub fn searched_for(self, token: String) -> InboxQuery {
        InboxQuery { found: token, ..self }
    }

    /// The list with a place in it.
    pub fn placed(&self) -> String {
        match (self.written(), self.at.as_str()) {
            (list, "") => list,
            (list, at) => format!("{list}&{}", query::written(&[(AT.name(), at)])),
        }
    }

    /// The same, if all it names is there.
    pub async fn known(self, context: &RequestContext) -> Result<Option<InboxQuery>, Failure> {
        let is = |said: &str, there: &dyn Fn(&str) -> bool| said.is_empty() || there(said);
        let data = context.app().master_data();
        let there = is(&self.tab, &|tab| Tab::parse(tab).is_some())
            && is(&self.procedure, &|code| data.procedure_any(code).is_some())
            && is(&self.at, &|at| read_cursor(at).is_some())
            && is(&self.after, &|after| read_cursor(after).is_some());
        let there = there
            && match (self.colleague.as_str(), self.colleague.parse()) {
                ("", _) => true,
                (_, Ok(id)) => !app::accounts::names_of(context.app(), vec![AccountId(id)]).await?.is_empty(),
                (_, Err(_)) => false,
            };
        Ok(Some(self).filter(|_| there))
    }

    /// Whether a place in it is said.
    pub fn is_placed(&self) -> bool {
        !self.at.is_empty()
    }

    pub(super) fn is_narrowed(&self) -> bool {
        [&self.procedure, &self.colleague, &self.found].into_iter().any(|said| !said.is_empty())
    }

    /// The same as a form says it unseen.
    pub fn hidden_inputs(&self) -> Vec<Markup> {
        let pairs = [
            (TAB, &self.tab),
            (PROCEDURE, &self.procedure),
            (COLLEAGUE, &self.colleague),
            (FOUND, &self.found),
            (AT, &self.at),
        ];
        let given = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        given.map(|(said, value)| said.hidden_input(value)).collect()
    }

    /// What was looked for in it and which dossiers that finds; nothing where nothing was, or it is forgotten.
    pub(super) async fn searched(
        &self,
        context: &RequestContext,
    ) -> Result<Option<(String, Vec<DossierId>)>, Failure> {
        if self.found.is_empty() {
            return Ok(None);
        }
        Ok(app::inbox::find_searched(context.app(), context.officer()?, &self.found).await?)
    }

    /// Which part of its tab is wanted; nothing where what was looked for in it is forgotten.
    pub async fn narrowed(&self, context: &RequestContext) -> Result<Option<Narrowed>, Failure> {
        let searched = self.searched(context).await?;
        let whole = self.found.is_empty() || searched.is_some();
        Ok(whole.then(|| self.narrowed_to(searched.map(|(_, found)| found))))
    }

    pub(super) fn narrowed_to(&self, among: Option<Vec<DossierId>>) -> Narrowed {
        Narrowed {
            procedure: Some(self.procedure.clone()).filter(|code| !code.is_empty()),
            assignee: self.colleague.parse().ok().map(AccountId),
            after: read_cursor(&self.after),
            among,
        }
    }

    /// Its place in what of its list is wanted, if it says one and that list is still there.
    pub async fn place_in_list(&self, context: &RequestContext) -> Result<Option<PlaceInList>, Failure> {
        let (Some(tab), Some(at)) = (Tab::parse(&self.tab), read_cursor(&self.at)) else { return Ok(None) };
        let Some(narrowed) = self.narrowed(context).await? else { return Ok(None) };
        Ok(app::inbox::place_in(context.app(), context.officer()?, tab, &narrowed, at, BESIDE))
    }
}

/// The page of a dossier, with its place in a list.
pub fn row_address(row: &ListRow, list: &str) -> String {
    let step = if row.cursor.place > 0 { format!("&place={}", row.cursor.place) } else { String::new() };
    match list.is_empty() {
        true => format!("/office/dossiers/{}", row.reference),
        false => format!("/office/dossiers/{}?{list}&at={}{step}", row.reference, write_cursor(row.cursor)),
    }
}

pub(super) fn write_cursor(cursor: Cursor) -> String {
    format!("{}_{}_{}", cursor.due, cursor.id, cursor.place)
}

fn read_cursor(text: &str) -> Option<Cursor> {
    let mut parts = text.split('_').map(|part| part.parse().ok());
    let mut next = || parts.next().flatten();
    Some(Cursor { due: next()?, id: next()?, place: next()? })
}
