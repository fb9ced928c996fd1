/// An enum whose values are stored, posted and exchanged by a key: the values, their keys and how one is read again, from one
/// line each. Keys are for ever: they lie in records and addresses.
///
/// ```
/// typed::keyed! {
///     #[derive(Clone, Copy, Debug, PartialEq, Eq)]
///     pub enum Channel {
///         Direct = "direct",
///         Online = "online",
///     }
/// }
/// assert_eq!(Channel::parse("online"), Some(Channel::Online));
/// assert_eq!(Channel::parse("by owl"), None);
/// assert_eq!(Channel::ALL.map(Channel::key), ["direct", "online"]);
/// ```
#[macro_export]
macro_rules! keyed {
    (
        $(#[$about:meta])*
        $vis:vis enum $name:ident { $($(#[$of:meta])* $value:ident = $key:literal),+ $(,)? }
    ) => {
        $(#[$about])*
        $vis enum $name { $($(#[$of])* $value),+ }

        impl $name {
            /// Every value, in the order they are offered.
            $vis const ALL: [$name; [$($key),+].len()] = [$($name::$value),+];

            $vis const fn key(self) -> &'static str {
                match self {
                    $($name::$value => $key),+
                }
            }

            /// The value with this key.
            $vis fn parse(key: &str) -> Option<$name> {
                match key {
                    $($key => Some($name::$value),)+
                    _ => None,
                }
            }
        }
    };
}
