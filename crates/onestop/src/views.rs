//! Lists kept under a name, for oneself or for the division.

use crate::inbox::Wanted;
use ui::{Answer, Ask, Failure, Posted, Said, see_saying};

/// So many letters of a name are kept.
const NAME_MAX: usize = 80;

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let officer = ask.officer()?.clone();
    match posted.raw("act") {
        "keep" => {
            let list = Wanted::of(&posted);
            let name: String = posted.text("name").chars().take(NAME_MAX).collect();
            if name.is_empty() {
                return ui::see(&format!("/office?{}&unnamed=yes", list.written()));
            }
            ask.app().keep_list_view(&officer, name, list.written(), posted.has("shared")).await?;
            see_saying(&ask, &format!("/office?{}", list.written()), Said::Saved)
        }
        "drop" => {
            let id = posted.raw("view").parse().map_err(|_| Failure::BadRequest)?;
            if !ask.app().drop_list_view(&officer, id).await? {
                return Err(Failure::NotFound);
            }
            see_saying(&ask, "/office", Said::Saved)
        }
        _ => Err(Failure::BadRequest),
    }
}
