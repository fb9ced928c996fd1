//! Forms of our own pages, filled in as they were shown: no reader of HTML, only of what these pages are made of.

/// A form with what it says when nothing in it is changed but what must be given.
#[derive(Debug, PartialEq, Eq)]
pub struct HtmlForm {
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// It may bring files, and is sent in parts.
    pub parts: bool,
}

impl HtmlForm {
    pub fn plain(action: &str, fields: &[(&str, &str)]) -> HtmlForm {
        let fields = fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        HtmlForm { action: action.into(), fields, parts: false }
    }
}

/// The form of the act that stands out on a page of a dossier; nothing where none does.
pub fn expected(page: &str) -> Option<HtmlForm> {
    let act = &page[page.find("act--primary")?..];
    let act = &act[..act.find("</details>").unwrap_or(act.len())];
    let (head, body) = act[act.find("<form")?..].split_once('>')?;
    let parts = attribute(head, "enctype").is_some();
    Some(HtmlForm { action: attribute(head, "action")?, fields: fields(body), parts })
}

/// What the links of a page lead to that begin so.
pub fn links(page: &str, beginning: &str) -> Vec<String> {
    let tags = page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
    tags.filter_map(|tag| attribute(tag, "href")).filter(|to| to.starts_with(beginning)).collect()
}

fn fields(form: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for piece in form.split('<').skip(1) {
        let tag = piece.split('>').next().unwrap_or_default();
        let Some(name) = attribute(tag, "name") else {
            // The option that is chosen, or else the first that is one.
            if let (true, Some(value), Some(last)) =
                (tag.starts_with("option"), attribute(tag, "value"), fields.last_mut())
                && !value.is_empty()
                && (last.1.is_empty() || tag.ends_with(" selected"))
            {
                last.1 = value;
            }
            continue;
        };
        let value = attribute(tag, "value").unwrap_or_default();
        let kind = attribute(tag, "type").unwrap_or_default();
        match (tag.split_whitespace().next(), kind.as_str()) {
            (Some("input"), "hidden") => fields.push((name, value)),
            // The first of some to choose from.
            (Some("input"), "radio") if fields.iter().any(|(known, _)| *known == name) => {}
            (Some("input"), "radio") => fields.push((name, value)),
            (Some("input"), "checkbox" | "file") | (Some("button"), _) => {}
            (Some("select" | "textarea"), _) => fields.push((name, String::new())),
            (Some("input"), _) if value.is_empty() => fields.push((name, "12/VB".into())),
            (Some("input"), _) => fields.push((name, value)),
            _ => {}
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let named = format!("{name}=\"");
    let begins = |place: &usize| *place == 0 || tag[..*place].ends_with(char::is_whitespace);
    let start = tag.match_indices(&named).map(|(place, _)| place).find(begins)? + named.len();
    let rest = &tag[start..];
    Some(rest.split('"').next()?.replace("&#38;", "&").replace("&amp;", "&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_filled_in_as_it_was_shown() {
        let page = r#"<li><details id="act-assign" class="act act--primary">
            <form class="act__body" action="/office/dossiers/X/acts/assign" method="post" enctype="multipart/form-data">
              <input type="hidden" name="key" value="k">
              <input type="hidden" name="tab" value="">
              <select class="input" name="officer"><option value="">?</option><option value="7">A</option>
                <option value="8" selected>B</option></select>
              <input type="radio" name="how" value="one"><input type="radio" name="how" value="two">
              <input class="input" type="text" name="document">
              <textarea name="words"></textarea><button class="button">Go</button>
            </form></details></li><form action="/other"><input type="hidden" name="no" value="no"></form>"#;
        let form = expected(page).unwrap();
        assert!(form.parts);
        assert_eq!(form.action, "/office/dossiers/X/acts/assign");
        let told: Vec<String> = form.fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(told, ["key=k", "tab=", "officer=8", "how=one", "document=12/VB", "words="]);
        assert_eq!(expected("<form action=\"/x\">"), None);
        assert_eq!(links(r#"<a class="x" href="/office?a=1&#38;b=2">"#, "/office?"), ["/office?a=1&b=2"]);
    }
}
