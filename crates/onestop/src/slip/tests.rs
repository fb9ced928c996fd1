use super::*;
use domain::dossier::{AskCompletion, Command, Delivery, Request};
use domain::officer::Role;
use testkit::samples::{self, SampleDossier};
use testkit::{render_both, snapshot};

#[test]
fn it_is_printed_with_what_was_asked_and_only_the_counter_has_a_next_person() {
    let request =
        Request { papers: vec!["map".into()], words: "Sơ đồ bị mờ".into(), ..Request::default() };
    let ask = AskCompletion { request, document: "3/PYC".into() };
    let asked = SampleDossier::filed(Delivery::Counter).by(Role::Counter, Command::AskCompletion(ask));
    let viewed = asked.viewed();
    let sequence = ui::slip::slips(&viewed, ui::Language::Vietnamese)[0].0;
    for counter in [true, false] {
        let page = |language| {
            let slip = ui::slip::slip(&viewed, &samples::master_data(), sequence, language);
            Page {
                chrome: Chrome::anonymous(language, text::Words(language).title()),
                reference: "R".into(),
                slip: slip.expect("it left a slip"),
                counter,
                t: text::Words(language),
            }
        };
        for html in snapshot!(render_both(page)) {
            let words = html.one("main").text();
            assert!(words.contains("3/PYC") && words.contains("Sơ đồ bị mờ"), "{words}");
            assert_eq!(html.has("main .no-print a[href='/office/counter']"), counter);
            html.one("main .no-print a[href='/office/dossiers/R']");
        }
    }
}
