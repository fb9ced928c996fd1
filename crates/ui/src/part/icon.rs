//! The icons: symbols of one file, drawn by us with a line. They stand beside words and are hidden from readers.

use askama::Template;

/// One symbol of `assets/icons.svg`, by its id there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Template)]
#[template(path = "part/icon.html")]
pub struct Icon(&'static str);

macro_rules! icons {
    ($($name:ident = $id:literal),* $(,)?) => {
        impl Icon {
            $(pub const $name: Icon = Icon($id);)*
            /// In the order of the file.
            pub const ALL: &[Icon] = &[$(Icon::$name),*];
        }
    };
}

icons! {
    BIRTH = "birth", MARRIAGE = "marriage", DEATH = "death", FAMILY = "family", HOUSE = "house", LAND = "land",
    BUILDING = "building", BUSINESS = "business", VEHICLE = "vehicle", SCHOOL = "school", HEALTH = "health", CARE = "care",
    WORK = "work", IDENTITY = "identity", JUSTICE = "justice", FARM = "farm", STAMP = "stamp", MONEY = "money",
    PAPER = "paper", FOLDER = "folder", CLOCK = "clock", CALENDAR = "calendar", BELL = "bell", SEARCH = "search",
    PRINT = "print", MENU = "menu", PERSON = "person", PHONE = "phone", MAIL = "mail", PLACE = "place", GLOBE = "globe",
    UPLOAD = "upload", STAR = "star",
}

impl Icon {
    pub fn id(self) -> &'static str {
        self.0
    }

    pub fn named(id: &str) -> Option<Icon> {
        Icon::ALL.iter().copied().find(|icon| icon.0 == id)
    }

    fn file(self) -> &'static str {
        crate::assets::icons_path()
    }
}

#[cfg(test)]
mod tests {
    use super::Icon;

    #[test]
    fn every_symbol_of_the_file_has_a_name_and_every_name_a_symbol() {
        let file = include_str!("../assets/icons.svg");
        let drawn: Vec<&str> =
            file.split("<symbol id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let named: Vec<&str> = Icon::ALL.iter().map(|icon| icon.id()).collect();
        assert_eq!(drawn, named);
    }
}
