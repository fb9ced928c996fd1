//! How much a check may cost, as counted work and room: the same on every machine, and the same twice.

/// What checking one file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Ways, points and tokens looked at.
    pub work: u64,
    /// Bytes of situations that are kept.
    pub bytes: u64,
}

impl Effort {
    /// About two seconds and two hundred megabytes on a machine of its time.
    pub const FULL: Effort = Effort { work: 100_000_000, bytes: 120_000_000 };

    pub(super) fn part(self, of: u64) -> Effort {
        Effort { work: self.work / of, bytes: self.bytes / of }
    }
}

/// It would cost more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooMuch;

/// What is left of it.
#[derive(Debug)]
pub(super) struct Meter {
    left: Effort,
    /// Work that is left, and not for now.
    held_back: u64,
}

impl Meter {
    pub fn new(effort: Effort) -> Meter {
        Meter { left: effort, held_back: 0 }
    }

    pub fn left(&self) -> Effort {
        self.left
    }

    /// What is done now has only this part of what is left.
    pub fn hold_back(&mut self, part: u64) {
        let now = self.left.work / part;
        self.held_back += self.left.work - now;
        self.left.work = now;
    }

    /// Something is done: what it kept is kept no more, and what was held back is there again.
    pub fn release(&mut self, bytes: u64) {
        self.left.bytes = bytes;
        self.left.work += std::mem::take(&mut self.held_back);
    }

    pub fn work(&mut self, amount: usize) -> Result<(), TooMuch> {
        self.left.work = self.left.work.checked_sub(amount as u64).ok_or(TooMuch)?;
        Ok(())
    }

    pub fn keep(&mut self, bytes: usize) -> Result<(), TooMuch> {
        self.left.bytes = self.left.bytes.checked_sub(bytes as u64).ok_or(TooMuch)?;
        Ok(())
    }
}
