//! The query of an address as text.

/// The pairs of an address that have a value, encoded.
pub fn written(pairs: &[(&str, &str)]) -> String {
    let given: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    serde_urlencoded::to_string(given).unwrap_or_default()
}

/// An address with a value under a name, or with none under it.
pub fn with(address: &str, name: &str, value: Option<&str>) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
    let others = pairs.iter().filter(|(other, _)| other != name);
    let pairs =
        others.map(|(name, value)| (name.as_str(), value.as_str())).chain(value.map(|value| (name, value)));
    match serde_urlencoded::to_string(pairs.collect::<Vec<_>>()) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_string(),
    }
}

/// A value an address gives.
pub fn given(address: &str, name: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(address.split_once('?')?.1).ok()?;
    pairs.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
}
