//! Every refusal is said.

use super::*;

/// One of each variant; a variant that is added to the enum and not here does not compile.
macro_rules! every_refusal {
    ($($variant:ident => $refusal:expr,)*) => {
        fn every_refusal() -> Vec<Refusal> {
            vec![$($refusal),*]
        }

        fn name_of(refusal: &Refusal) -> &'static str {
            match refusal {
                $(Refusal::$variant { .. } => stringify!($variant),)*
            }
        }

        const NAMES: &[&str] = &[$(stringify!($variant)),*];
    };
}

every_refusal! {
    WrongStage => Refusal::WrongStage { stage: StageKind::Accepted },
    NobodyHasIt => Refusal::NobodyHasIt,
    NothingRuns => Refusal::NothingRuns,
    NotYourRole => Refusal::NotYourRole { role: Role::Counter },
    NotYourAgency => Refusal::NotYourAgency,
    StepNotRunning => Refusal::StepNotRunning,
    NoStepBack => Refusal::NoStepBack,
    BackUsedUp => Refusal::BackUsedUp { to: Text::new("Thẩm định", "Check"), times: 2 },
    NotAwaited => Refusal::NotAwaited,
    CannotBeInvolved => Refusal::CannotBeInvolved,
    NotInvolved => Refusal::NotInvolved,
    OpinionMissing => Refusal::OpinionMissing,
    AnswerMissing => Refusal::AnswerMissing,
    OfTheMainDossier => Refusal::OfTheMainDossier,
    TimeUnclear => Refusal::TimeUnclear { at: Text::new("Hạn", "Hạn") },
    LateCauseMissing => Refusal::LateCauseMissing,
    Unplaced => Refusal::Unplaced { why: Unplaced::StepGone },
    ProcessStuck => Refusal::ProcessStuck { at: Text::new("Ý kiến", "Ý kiến") },
    DutiesApart => Refusal::DutiesApart { done: Text::new("Thẩm định", "Check") },
    NotYourUnit => Refusal::NotYourUnit,
    TakenByColleague => Refusal::TakenByColleague,
    OnlyTheApplicant => Refusal::OnlyTheApplicant,
    NotOnline => Refusal::NotOnline,
    PapersMissing => Refusal::PapersMissing { papers: vec!["Tờ khai".into()] },
    ReasonMissing => Refusal::ReasonMissing,
    NothingAsked => Refusal::NothingAsked,
    NothingGiven => Refusal::NothingGiven,
    DocumentMissing => Refusal::DocumentMissing,
    AmountMissing => Refusal::AmountMissing,
    AlreadyExtended => Refusal::AlreadyExtended { times: 1 },
    NoDueDate => Refusal::NoDueDate,
    DateNotLater => Refusal::DateNotLater { current: instant(DUE) },
    DateNotWorking => Refusal::DateNotWorking,
    CompletionDatePast => Refusal::CompletionDatePast,
    CompletionDateOff => Refusal::CompletionDateOff { day: date("2026-04-26"), next: date("2026-04-28") },
    NotTheLastStep => Refusal::NotTheLastStep,
    OtherDecision => Refusal::OtherDecision { decided: Outcome::Granted },
    LastStepDecides => Refusal::LastStepDecides,
    NoWayOn => Refusal::NoWayOn { at: Text::new("Đạt?", "Đạt?") },
    OutcomeNotChosen => Refusal::OutcomeNotChosen,
    CannotBeAssigned => Refusal::CannotBeAssigned,
    ResultFileMissing => Refusal::ResultFileMissing,
    NotDeliveredOnline => Refusal::NotDeliveredOnline,
    RecipientMissing => Refusal::RecipientMissing,
    AlreadyJoined => Refusal::AlreadyJoined,
    NoProcess => Refusal::NoProcess,
    OnlyTheProgram => Refusal::OnlyTheProgram,
    SameDate => Refusal::SameDate,
    WhyAgainMissing => Refusal::WhyAgainMissing { times: 1 },
    NoObligation => Refusal::NoObligation,
    DenialFileMissing => Refusal::DenialFileMissing,
    RequestNotChosen => Refusal::RequestNotChosen,
    RequestJudged => Refusal::RequestJudged,
    OwnRequest => Refusal::OwnRequest,
    FaultNotChosen => Refusal::FaultNotChosen,
    ProofMissing => Refusal::ProofMissing,
    Several => Refusal::Several(vec![Refusal::ReasonMissing, Refusal::DocumentMissing]),
    FindingMissing => Refusal::FindingMissing,
    LimitNotChosen => Refusal::LimitNotChosen,
    NoAgencyCode => Refusal::NoAgencyCode,
    NoSuchParticular => Refusal::NoSuchParticular,
    NothingCorrected => Refusal::NothingCorrected,
    NameAndNumber => Refusal::NameAndNumber,
    AnswerUsed => Refusal::AnswerUsed,
    AnswerSent => Refusal::AnswerSent,
    PersonOrOrganisation => Refusal::PersonOrOrganisation,
    NoNumber => Refusal::NoNumber,
    LateReasonMissing => Refusal::LateReasonMissing,
    OtherPaper => Refusal::OtherPaper,
}

#[test]
fn every_refusal_is_a_sentence_in_both_languages() {
    let mut seen = std::collections::BTreeSet::new();
    for (refusal, name) in every_refusal().iter().zip(NAMES) {
        assert_eq!(name_of(refusal), *name);
        for language in [Language::Vietnamese, Language::English] {
            let sentence = refusal.sentence(language);
            assert!(sentence.len() > 10 && sentence.ends_with('.'), "{name}: {sentence}");
            assert!(seen.insert(sentence), "{name} says the same as another");
        }
    }
}
