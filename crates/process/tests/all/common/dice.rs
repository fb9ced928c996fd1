//! Chance as a value: the same seed, the same drawing.

pub struct Dice(pub u64);

impl Dice {
    /// From 0 up to `sides`, without it.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }
}
