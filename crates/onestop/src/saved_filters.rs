//! Saved filters: lists under a name, for oneself or for the division.

use crate::inbox::InboxQuery;
use app::inbox::SavedFilter;
use ui::{Flash, FormParam};
use web::{Answer, Failure, Query, RequestContext, Sent, see_with_flash};

ui::submits! {
    pub enum Submit {
        Save = "keep",
        Delete = "drop",
    }
}

/// Which saved filter a form is about.
pub const FILTER: FormParam = FormParam("view");
/// Maximum letters of a name.
const NAME_MAX: usize = 80;
/// Maximum letters of a refused name that are shown again.
const TYPED_MAX: usize = 200;

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let officer = context.officer()?.clone();
    match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Save if posted.is_held() => {
            crate::inbox::show(context, Query(InboxQuery::named(&posted))).await
        }
        Submit::Save => {
            let list = InboxQuery::of(&posted).known(&context).await?.ok_or(Failure::BadRequest)?;
            // What was looked for in it is forgotten in some hours.
            let list = list.searched_for(String::new());
            let named = InboxQuery::checked(&posted).ok_or(Failure::BadRequest)?;
            let (name, shared) = (named.name, named.shared);
            let filters = app::inbox::saved_filters(context.app(), &officer).await?;
            let taken = |filter: &SavedFilter| filter.owner == officer.account && filter.name == name;
            let trouble = match name.chars().count() {
                0 => "missing",
                letters if letters > NAME_MAX => "long",
                _ if filters.iter().any(taken) => "taken",
                _ => "",
            };
            if !trouble.is_empty() {
                let typed: String = name.chars().take(TYPED_MAX).collect();
                let typed = ui::query::written(&[("name", &typed), ("shared", &shared)]);
                return web::see(&format!("/office?{}&unnamed={trouble}&{typed}", list.written()));
            }
            app::inbox::save_filter(context.app(), &officer, name, list.written(), !shared.is_empty())
                .await?;
            see_with_flash(&context, &format!("/office?{}", list.written()), Flash::Saved)
        }
        Submit::Delete => {
            let id = FILTER.of(&posted).parse().map_err(|_| Failure::BadRequest)?;
            if !app::inbox::delete_filter(context.app(), &officer, id).await? {
                return Err(Failure::NotFound);
            }
            see_with_flash(&context, "/office", Flash::Saved)
        }
    }
}
