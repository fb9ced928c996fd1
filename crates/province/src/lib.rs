//! The demonstration province: fictional in name, true to the rules of 2018 on today's two-level map.
//!
//! Reference data is written by hand in `data/`. The past is made by performing real acts through the rules
//! under a simulated clock with a fixed seed, never by inserting rows.

mod chance;
mod crowd;
mod data;
mod generate;
mod life;
mod paper;
mod people;
mod player;
mod seed;
mod story;
mod world;

pub use generate::{Made, Wanted, generate};
pub use life::{Past, live};
pub use people::{Account, MAIN_ACCOUNTS, PASSWORD};
pub use player::Player;
pub use seed::seed;
