/// Declares the words of a page: each in Vietnamese, then in English. A missing translation does not compile.
///
/// ```
/// ui::words! {
///     title = "Trang chủ", "Home";
///     hello(name: &str) = "Chào {name}", "Hello {name}";
/// }
/// assert_eq!(Words(ui::Language::English).hello("An"), "Hello An");
/// ```
#[macro_export]
macro_rules! words {
    ($($name:ident $( ( $($arg:ident : $kind:ty),* ) )? = $vi:literal, $en:literal;)*) => {
        #[derive(Clone, Copy, Debug)]
        pub struct Words(pub $crate::Language);

        #[allow(dead_code)]
        impl Words {
            $($crate::words!(@one $name $( ( $($arg : $kind),* ) )? = $vi, $en);)*
        }
    };
    (@one $name:ident = $vi:literal, $en:literal) => {
        pub fn $name(&self) -> &'static str {
            match self.0 {
                $crate::Language::Vietnamese => $vi,
                $crate::Language::English => $en,
            }
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
}
