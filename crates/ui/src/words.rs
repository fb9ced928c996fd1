/// Declares the words of a page: each in Vietnamese, then in English. A missing translation does not compile.
/// Where the English noun follows a number, the first argument is that number, and the English says one `/` many.
///
/// ```
/// ui::words! {
///     title = "Trang chủ", "Home";
///     hello(name: &str) = "Chào {name}", "Hello {name}";
///     found(count: usize) = "{count} hồ sơ", "{count} dossier" / "{count} dossiers";
/// }
/// let words = Words(ui::Language::English);
/// assert_eq!(words.hello("An"), "Hello An");
/// assert_eq!([0, 1, 2].map(|count| words.found(count)), ["0 dossiers", "1 dossier", "2 dossiers"]);
/// ```
#[macro_export]
macro_rules! words {
    ($($name:ident $( ( $($arg:ident : $kind:ty),* ) )? = $vi:literal, $en:literal $( / $many:literal )?;)*) => {
        #[derive(Clone, Copy, Debug)]
        pub struct Words(pub $crate::Language);

        impl Words {
            $($crate::words!(@one $name $( ( $($arg : $kind),* ) )? = $vi, $en $( / $many )?);)*
        }
    };
    (@one $name:ident = $vi:literal, $en:literal) => {
        pub fn $name(&self) -> &'static str {
            self.0.pick($vi, $en)
        }
    };
    (@one $name:ident ( $($arg:ident : $kind:ty),* ) = $vi:literal, $en:literal) => {
        pub fn $name(&self, $($arg: $kind),*) -> String {
            match self.0 {
                $crate::Language::Vietnamese => format!($vi),
                $crate::Language::English => format!($en),
            }
        }
    };
    (@one $name:ident ( $count:ident : $number:ty $(, $arg:ident : $kind:ty)* )
        = $vi:literal, $one:literal / $many:literal) => {
        pub fn $name(&self, $count: $number $(, $arg: $kind)*) -> String {
            let is_one = $count == 1;
            let $count = self.0.grouped(&$count.to_string());
            match self.0 {
                $crate::Language::Vietnamese => format!($vi),
                $crate::Language::English if is_one => format!($one),
                $crate::Language::English => format!($many),
            }
        }
    };
}
