//! Sentences say the numbers of the pack a dossier is under, whatever they are.

use super::*;
use crate::rules::RulePack;

#[test]
fn a_sentence_says_the_numbers_of_a_made_up_pack() {
    let story = due_on_a_tuesday();
    for (times, vietnamese, english) in [(1, "1 lần", "only once"), (3, "3 lần", "at most 3 times")] {
        let pack = RulePack { extensions_max: times, ..PACK_2018 };
        let context = Context { pack: &pack, ..story.context() };
        let offered = offers(&story.dossier, &by(director()), &context, None);
        let extend = offered.into_iter().find(|offered| offered.kind == ActKind::Extend).unwrap();
        let effect = extend.answer.unwrap();
        assert!(effect.text(Language::Vietnamese).contains(vietnamese), "{effect:?}");
        assert!(effect.text(Language::English).contains(english), "{effect:?}");
    }
    let refused = Refusal::AlreadyExtended { times: 3 };
    assert!(refused.sentence(Language::Vietnamese).contains("3 lần"));
    assert!(refused.sentence(Language::English).contains("3 times"));
}

#[test]
fn no_sentence_of_an_act_says_a_number_of_another_pack() {
    // Written out, the numbers of 2018 would stand under a pack that has others.
    let of_2018 = [
        "1 lần",
        "một lần",
        "only once",
        "8 giờ",
        "8 working",
        "15 giờ",
        "15:00",
        "một ngày",
        "a day before",
    ];
    let pack = RulePack { extensions_max: 3, extension_notice_days: 5, answer_hours: 6, ..PACK_2018 };
    for stage in StageKind::ALL {
        let story = story_in(stage);
        let context = Context { pack: &pack, ..story.context() };
        for actor in everybody() {
            for offered in offers(&story.dossier, &actor, &context, None) {
                let Ok(effect) = offered.answer else { continue };
                for number in of_2018 {
                    let (vietnamese, english) = (&effect.vietnamese, &effect.english);
                    assert!(
                        !vietnamese.contains(number) && !english.contains(number),
                        "{effect:?}: {number}"
                    );
                }
            }
        }
    }
}
