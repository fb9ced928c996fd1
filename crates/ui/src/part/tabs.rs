//! Lists beside each other, each with how much is in it.

use askama::Template;

#[derive(Clone, Debug)]
pub struct TabLink {
    pub href: String,
    pub name: String,
    /// Empty where nothing is counted.
    pub count: String,
    pub here: bool,
    /// What is counted is late.
    pub late: bool,
}

#[derive(Clone, Debug, Template)]
#[template(path = "part/tabs.html")]
pub struct Tabs {
    pub label: String,
    pub tabs: Vec<TabLink>,
}
