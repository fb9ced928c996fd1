//! What somebody meant who wrote a name nobody knows.

/// The known name most like one, if any is like it at all.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let limit = 1 + name.chars().count() / 4;
    known
        .map(|known| (distance(name, known), known))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, known)| (*distance, known.to_string()))
        .map(|(_, known)| known.to_string())
}

/// How many letters must change to make one word of another; capitals and blanks are forgiven.
fn distance(left: &str, right: &str) -> usize {
    let letters = |text: &str| -> Vec<char> {
        text.chars()
            .flat_map(char::to_lowercase)
            .filter(|letter| !matches!(letter, ' ' | '_' | '-'))
            .collect()
    };
    let (left, right) = (letters(left), letters(right));
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (place, letter) in left.iter().enumerate() {
        let mut before = row[0];
        row[0] = place + 1;
        for (other, with) in right.iter().enumerate() {
            let replaced = before + usize::from(letter != with);
            before = row[other + 1];
            row[other + 1] = replaced.min(before + 1).min(row[other] + 1);
        }
    }
    row[right.len()]
}
