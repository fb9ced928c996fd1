//! What pages are made of. A part is a value that draws itself: `{{ part }}` in a template, without a filter, for its markup
//! is escaped where it is written. Parts know nothing of requests and ask nobody; `/design` shows each in every state.

mod act;
mod back;
mod bar;
mod button;
mod chart;
mod clock;
mod crumbs;
mod days;
mod dialog;
mod empty;
mod error_summary;
mod fact_tiles;
mod figures;
mod filter;
mod graph;
mod heading;
mod history;
mod icon;
mod links;
mod mended;
mod notice;
mod pager;
mod pages;
mod papers;
mod phrase;
mod print;
mod printed;
mod search;
mod summary;
mod table;
mod tabs;
mod tag;
mod tasks;
mod tiles;
mod timeline;

pub use act::{ActCard, ForbiddenAct, ForbiddenActs};
pub use back::BackLink;
pub use bar::ProgressBar;
pub use button::{Button, ButtonLook};
pub use chart::Chart;
pub use clock::{ClockCard, ClockTurn};
pub use crumbs::Crumbs;
pub use days::{CountedDay, DayCounts, DeadlineDays};
pub use dialog::{Dialog, ShortcutKey};
pub use empty::Empty;
pub use error_summary::{ErrorSummary, FieldError};
pub use fact_tiles::{FactTile, FactTiles};
pub use figures::{FigureCell, FigureHead, FigureLine, FigureTable};
pub use filter::FilterBar;
pub use graph::{Graph, GraphColumn, GraphRow, GraphTable, RankedBar, RankedBars};
pub use heading::Heading;
pub use history::{History, HistoryEntry};
pub use icon::Icon;
pub use links::{Link, LinkList, LinkNote};
pub use mended::Mended;
pub use notice::{Notice, Tone};
pub use pager::Pager;
pub use pages::{PageLink, Pages};
pub use papers::{PaperItem, PaperLook, Papers};
pub use phrase::Phrase;
pub use print::Print;
pub use printed::{Block, CountedLine, Printed, SignatureLine};
pub use search::Search;
pub use summary::{Pair, SummaryList, SummaryNote};
pub use table::{Cell, Pick, Picking, RowAct, Table, TableRow};
pub use tabs::{TabLink, Tabs};
pub use tag::{Tag, TagKind};
pub use tasks::{TaskItem, TaskList};
pub use tiles::{Tile, Tiles};
pub use timeline::{Progress, Timeline, TimelineStop};

/// Implements `HtmlSafe` for parts: their templates escape what they draw, so a page does not escape them again.
macro_rules! draws_itself {
    ($($part:ty),* $(,)?) => {
        $(
            impl askama::filters::HtmlSafe for $part {}
            // Only a template escapes what it draws.
            const _: fn() = || {
                fn is_template<Part: askama::Template>() {}
                is_template::<$part>();
            };
        )*
    };
}

draws_itself!(
    ActCard,
    BackLink,
    ProgressBar,
    Button,
    Chart,
    ClockCard,
    Crumbs,
    DeadlineDays,
    Dialog,
    Empty,
    FactTiles,
    FigureTable,
    FilterBar,
    ForbiddenActs,
    Graph,
    Heading,
    History,
    Icon,
    LinkList,
    Mended,
    Notice,
    Pager,
    Pages,
    Papers,
    Phrase,
    Print,
    Printed,
    RankedBars,
    ErrorSummary,
    Search,
    SummaryList,
    Table,
    Tabs,
    Tag,
    TaskList,
    Tiles,
    Timeline,
);
