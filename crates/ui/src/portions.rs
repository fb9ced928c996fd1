//! A long list in portions that each fit a page: pages stay light whatever a record holds.

use std::ops::Range;

/// Maximum bytes of what a page shows of a record, without what stands around it.
pub const PORTION: usize = 22_000;

/// The portions of things of these sizes, in order. What is larger than a portion has one of its own.
pub fn portions(sizes: &[usize], most: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut held = 0;
    for (place, size) in sizes.iter().enumerate() {
        match found.last_mut() {
            Some(last) if held + size <= most => {
                held += size;
                last.end = place + 1;
            }
            _ => {
                held = *size;
                found.push(place..place + 1);
            }
        }
    }
    found
}

/// The largest of several parts that must be shown apart for the rest to fit a page.
pub fn apart(sizes: &[usize], most: usize) -> Vec<usize> {
    let mut largest: Vec<usize> = (0..sizes.len()).collect();
    largest.sort_by_key(|part| std::cmp::Reverse(sizes[*part]));
    let mut whole: usize = sizes.iter().sum();
    let mut found = Vec::new();
    for part in largest {
        if whole <= most {
            break;
        }
        whole -= sizes[part];
        found.push(part);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_hold_all_in_order_and_no_more_than_they_may() {
        assert_eq!(portions(&[3, 3, 3, 9, 1], 6), [0..2, 2..3, 3..4, 4..5]);
        assert!(portions(&[], 6).is_empty());
    }

    #[test]
    fn the_largest_parts_stand_apart_until_the_rest_fits() {
        assert_eq!(apart(&[5, 40, 1, 20], 10), [1, 3]);
        assert!(apart(&[5, 5], 10).is_empty());
    }
}
