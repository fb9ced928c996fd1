//! The demonstration province: fictional in name, true to the rules of 2018 on today's two-level map.
//!
//! Master data is written by hand in `data/`. The past is made by real acts through the rules under a simulated
//! clock with a fixed seed: half a year of it act by act through the door of every day (`live`), as much more as is
//! wanted in memory, its rows written in bulk (`generate`).

mod chance;
mod crowd;
mod data;
mod generate;
mod lean;
mod life;
mod paper;
mod people;
mod player;
mod quarter;
mod seed;
mod story;
mod world;

pub use generate::{Generate, GeneratedCount, generate};
pub use lean::{IN_FULL, generate_lean};
pub use life::{PastCount, live, live_daily};
pub use people::{DemoAccount, MAIN_ACCOUNTS, PASSWORD};
pub use player::Player;
pub use quarter::file_quarter;
pub use seed::seed;
