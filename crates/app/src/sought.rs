//! Looking through a list by what its rows say, where no index knows it: a stretch of rows at a time.

use storage::StorageError;

/// Rows read at a time.
pub(crate) const READ: u32 = 100;

/// Rows after a cursor that are wanted, no more than the limit. `read` gives the rows after a cursor, none at the end; `at` is
/// the cursor of a row.
pub(crate) fn sought<Row, Cursor>(
    mut after: Cursor,
    limit: u32,
    mut read: impl FnMut(&Cursor) -> Result<Vec<Row>, StorageError>,
    at: impl Fn(&Row) -> Cursor,
    wanted: impl Fn(&Row) -> bool,
) -> Result<Vec<Row>, StorageError> {
    let mut found = Vec::new();
    while found.len() < limit as usize {
        let rows = read(&after)?;
        let Some(last) = rows.last() else { break };
        after = at(last);
        found.extend(rows.into_iter().filter(&wanted));
    }
    found.truncate(limit as usize);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_is_found_over_several_stretches_and_no_more_than_asked() {
        let read = |after: &u32| Ok((after + 1..=20).take(3).collect());
        let even = |limit| sought(0, limit, read, |row| *row, |row: &u32| row.is_multiple_of(2)).unwrap();
        assert_eq!(even(4), [2, 4, 6, 8]);
        assert_eq!(even(50).len(), 10);
        assert!(sought(0, 5, read, |row| *row, |row: &u32| *row > 20).unwrap().is_empty());
    }
}
