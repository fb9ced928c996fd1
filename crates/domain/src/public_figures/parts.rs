//! How many dossiers there are of each kind.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::{AddAssign, Sub};

/// By channels, by how the law's time was kept, or by days: what the numbers mean, the basis says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartCounts(BTreeMap<u16, i64>);

impl PartCounts {
    pub fn add(&mut self, part: u16, n: i64) {
        let sum = self.0.entry(part).or_default();
        *sum += n;
        if *sum == 0 {
            self.0.remove(&part);
        }
    }

    pub fn of(&self, part: u16) -> i64 {
        self.0.get(&part).copied().unwrap_or(0)
    }

    pub fn total(&self) -> i64 {
        self.0.values().sum()
    }

    /// Whether it says how many there are of something, not how many fewer.
    pub fn is_whole(&self) -> bool {
        self.0.values().all(|n| *n > 0)
    }

    /// The smallest part up to which so many in a hundred lie: exactly so many, or more.
    pub fn quantile(&self, of_hundred: i64) -> Option<u16> {
        let wanted = self.total() * of_hundred;
        let mut sum = 0;
        let reached = self.0.iter().find(|(_, n)| {
            sum += **n;
            sum * 100 >= wanted
        });
        reached.map(|(part, _)| *part)
    }

    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<PartCounts> {
        let mut parts = PartCounts::default();
        for one in text.split_whitespace() {
            let (part, n) = one.split_once(':')?;
            parts.add(part.parse().ok()?, n.parse().ok()?);
        }
        Some(parts)
    }
}

impl fmt::Display for PartCounts {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        for (place, (part, n)) in self.0.iter().enumerate() {
            let before = if place == 0 { "" } else { " " };
            write!(to, "{before}{part}:{n}")?;
        }
        Ok(())
    }
}

impl AddAssign<&PartCounts> for PartCounts {
    fn add_assign(&mut self, other: &PartCounts) {
        for (part, n) in &other.0 {
            self.add(*part, *n);
        }
    }
}

impl Sub for &PartCounts {
    type Output = PartCounts;

    fn sub(self, other: &PartCounts) -> PartCounts {
        let mut rest = self.clone();
        for (part, n) in &other.0 {
            rest.add(*part, -n);
        }
        rest
    }
}

impl FromIterator<(u16, i64)> for PartCounts {
    fn from_iter<I: IntoIterator<Item = (u16, i64)>>(all: I) -> PartCounts {
        let mut parts = PartCounts::default();
        for (part, n) in all {
            parts.add(part, n);
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_written_and_read_and_say_their_quantiles() {
        let parts: PartCounts = [(0, 3), (2, 5), (9, 2)].into_iter().collect();
        assert_eq!(parts.to_string(), "0:3 2:5 9:2");
        assert_eq!(PartCounts::parse("0:3 2:5 9:2"), Some(parts.clone()));
        assert_eq!(PartCounts::parse("0:3 2"), None);
        assert_eq!([30, 31, 50, 80, 81, 100].map(|of| parts.quantile(of).unwrap()), [0, 2, 2, 2, 9, 9]);
        assert_eq!(PartCounts::default().quantile(50), None);
        assert!(!(&parts - &[(1, 1)].into_iter().collect()).is_whole());
    }
}
