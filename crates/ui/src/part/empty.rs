//! A list with nothing in it: what it would hold, and what to do now.

use super::Link;
use askama::Template;

#[derive(Clone, Debug, Template)]
#[template(path = "part/empty.html")]
pub struct Empty {
    pub title: String,
    pub text: String,
    pub link: Option<Link>,
}
