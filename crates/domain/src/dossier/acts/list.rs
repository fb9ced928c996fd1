/// Makes of one line an act: its command, the number requests for it are known by, who decides it, and what officers
/// are offered of it.
macro_rules! acts {
    ($($number:literal $file:ident::$act:ident { $($kind:ident: $offer:ident),* })+) => {
        $(pub use $file::$act;)+

        /// Everything that can be done with a dossier once it is there.
        #[derive(Clone, Debug)]
        pub enum Command {
            $($act($act),)+
        }

        impl Command {
            /// The number requests for it are known by, whatever they say: stored, so it never changes.
            pub const fn number(&self) -> u8 {
                match self {
                    $(Command::$act(_) => $number,)+
                }
            }

            fn decide(&self, before: &Dossier, actor: &Actor, context: &Context) -> Result<Vec<Event>, Refusal> {
                match self {
                    $(Command::$act(command) => command.decide(before, actor, context),)+
                }
            }
        }

        /// The acts an officer is offered on the dossier's page, in the order they are shown.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ActKind {
            $($($kind,)*)+
        }

        impl ActKind {
            pub const ALL: &[ActKind] = &[$($(ActKind::$kind,)*)+];

            pub const fn offer(self) -> &'static Offer {
                match self {
                    $($(ActKind::$kind => &$act::$offer,)*)+
                }
            }
        }
    };
}

pub(super) use acts;
