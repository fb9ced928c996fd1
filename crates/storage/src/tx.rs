use crate::{SqlRow, SqlValue, StorageError};

/// One transaction: a snapshot to read from, and in a write a place to write to.
pub struct Tx<'a> {
    pub(crate) engine: &'a mut dyn EngineTx,
    /// Set when a statement failed in a way that running the whole function again may mend.
    pub(crate) again: bool,
    /// How many statements more it may make.
    left: u32,
}

/// Marks and values for `in (…)`. The last value is repeated up to a power of two: engines keep every text they have
/// prepared, so there must be few of them.
pub(crate) fn among(values: impl Iterator<Item = SqlValue>) -> (String, Vec<SqlValue>) {
    let mut values: Vec<SqlValue> = values.collect();
    if let Some(last) = values.last().cloned() {
        values.resize(values.len().next_power_of_two(), last);
    }
    let marks: Vec<String> = (1..=values.len()).map(|number| format!("?{number}")).collect();
    (marks.join(", "), values)
}

/// The statement that adds `count` rows.
pub(crate) fn insert_sql(table: &str, columns: &str, count: usize) -> String {
    let width = columns.split(',').count();
    let row = |row: usize| {
        let marks: Vec<String> = (1..=width).map(|column| format!("?{}", row * width + column)).collect();
        format!("({})", marks.join(", "))
    };
    let rows: Vec<String> = (0..count).map(row).collect();
    format!("insert into {table} ({columns}) values {}", rows.join(", "))
}

/// What an engine's transaction can do. Implemented once an engine, in `engine/`.
pub(crate) trait EngineTx {
    fn query(&mut self, sql: &str, params: &[SqlValue]) -> Result<Vec<SqlRow>, StorageError>;
    fn execute(&mut self, sql: &str, params: &[SqlValue]) -> Result<u64, StorageError>;
    fn each(
        &mut self,
        sql: &str,
        params: &[SqlValue],
        row: &mut dyn FnMut(SqlRow) -> Result<(), StorageError>,
    ) -> Result<(), StorageError>;
    fn insert(&mut self, table: &str, columns: &str, rows: &[Vec<SqlValue>]) -> Result<(), StorageError>;
    /// Finds table `?1`.
    fn table_sql(&self) -> &'static str;
    /// Lists the indexes of table `?1` that are not constraints: name, and the statement that makes it.
    fn indexes_sql(&self) -> &'static str;
    /// The function that says where in a text another begins, from 1 on; 0 where it does not.
    fn position_function(&self) -> &'static str;
    /// What must follow a select so that nobody else changes its rows; empty where writers are alone.
    fn lock_clause(&self) -> &'static str;
    /// Whether a broken constraint may be another transaction's doing.
    fn has_rivals(&self) -> bool;
}

impl<'a> Tx<'a> {
    pub(crate) fn new(engine: &'a mut dyn EngineTx) -> Tx<'a> {
        Tx { engine, again: false, left: u32::MAX }
    }

    /// For a function that makes one statement.
    pub(crate) fn once(engine: &'a mut dyn EngineTx) -> Tx<'a> {
        Tx { engine, again: false, left: 1 }
    }

    fn count(&mut self) -> Result<(), StorageError> {
        self.left = self
            .left
            .checked_sub(1)
            .ok_or_else(|| StorageError::Unexpected("a second statement where one was promised".into()))?;
        Ok(())
    }

    /// Every row of a select. Lists are bounded by their LIMIT.
    pub fn query(&mut self, sql: &str, params: &[SqlValue]) -> Result<Vec<SqlRow>, StorageError> {
        self.count()?;
        let answer = self.engine.query(sql, params);
        self.noted(answer)
    }

    /// The first row, if any.
    pub fn query_one(&mut self, sql: &str, params: &[SqlValue]) -> Result<Option<SqlRow>, StorageError> {
        Ok(self.query(sql, params)?.into_iter().next())
    }

    /// The first row of a select whose rows this transaction is about to change.
    pub fn lock_one(&mut self, sql: &str, params: &[SqlValue]) -> Result<Option<SqlRow>, StorageError> {
        Ok(self.lock(sql, params)?.into_iter().next())
    }

    /// The rows of a select that this transaction is about to change.
    pub fn lock(&mut self, sql: &str, params: &[SqlValue]) -> Result<Vec<SqlRow>, StorageError> {
        let sql = format!("{sql}{}", self.engine.lock_clause());
        self.query(&sql, params)
    }

    /// Runs a statement; the number of rows it touched.
    pub fn execute(&mut self, sql: &str, params: &[SqlValue]) -> Result<u64, StorageError> {
        self.count()?;
        let answer = self.engine.execute(sql, params);
        self.noted(answer)
    }

    /// Adds rows to a table, however many.
    pub fn insert(&mut self, table: &str, columns: &str, rows: &[Vec<SqlValue>]) -> Result<(), StorageError> {
        if rows.is_empty() {
            return Ok(());
        }
        self.count()?;
        let answer = self.engine.insert(table, columns, rows);
        self.noted(answer)
    }

    /// Rows one by one, for exports and verification: memory stays bounded.
    pub fn each(
        &mut self,
        sql: &str,
        params: &[SqlValue],
        mut row: impl FnMut(SqlRow) -> Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        self.count()?;
        let answer = self.engine.each(sql, params, &mut row);
        self.noted(answer)
    }

    fn noted<T>(&mut self, answer: Result<T, StorageError>) -> Result<T, StorageError> {
        if let Err(error) = &answer {
            self.again |= match error {
                StorageError::Conflict => true,
                StorageError::Taken(_) => self.engine.has_rivals(),
                _ => false,
            };
        }
        answer
    }
}
