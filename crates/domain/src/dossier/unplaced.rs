use crate::Language;

/// Why a dossier has no plain place in another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unplaced {
    /// It has that version already.
    Same,
    /// Nothing is done in it now, or several things at once.
    NotOneStep,
    /// The step it is at is not there, or no longer stands by itself.
    StepGone,
    /// Another division or role does that step there.
    OtherDoer,
    /// There the step is one of several that are waited for.
    OneOfSeveral,
}

impl Unplaced {
    pub fn sentence(self, language: Language) -> &'static str {
        let (vi, en) = match self {
            Unplaced::Same => ("Đã theo phiên bản này", "It has this version already"),
            Unplaced::NotOneStep => (
                "Đang tạm dừng, đang chờ, hoặc đang làm nhiều bước cùng lúc",
                "It is paused or waits, or several steps run at once",
            ),
            Unplaced::StepGone => {
                ("Bước đang làm không còn trong phiên bản mới", "The step it is at is not in the new version")
            }
            Unplaced::OtherDoer => (
                "Trong phiên bản mới bước này do phòng hoặc vai trò khác làm",
                "In the new version another division or role does this step",
            ),
            Unplaced::OneOfSeveral => (
                "Trong phiên bản mới bước này làm cùng lúc với bước khác",
                "In the new version this step runs together with others",
            ),
        };
        language.pick(vi, en)
    }
}
