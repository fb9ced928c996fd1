//! Expressions of other languages, and how they may be said in FEEL.

use crate::names::Names;

/// The language of an expression that is not FEEL, and how it may be said in FEEL if that is plain to see.
pub(super) fn foreign(text: &str, language: &str, names: &Names) -> Option<(String, Option<String>)> {
    let braced =
        ["${", "#{"].iter().find_map(|open| text.strip_prefix(open)).and_then(|text| text.strip_suffix('}'));
    if let Some(inner) = braced {
        let instead: String = inner.trim().replace("==", "=").replace("&&", " and ").replace("||", " or ");
        let instead = instead.split_whitespace().collect::<Vec<_>>().join(" ").replace('\'', "\"");
        let good = names.parse(&instead).is_ok();
        return Some(("JUEL".into(), good.then_some(instead)));
    }
    let language = language.trim();
    let known = language.is_empty() || language.to_lowercase().contains("feel");
    (!known).then(|| (language.rsplit('/').next().unwrap_or(language).to_string(), None))
}
