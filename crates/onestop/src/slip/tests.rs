use super::*;
use domain::dossier::{AskCompletion, Command, Delivery, Extend, Refuse, Request, Stop};
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

/// What the slip of the last event says, in both languages.
fn said(sample: SampleDossier) -> [String; 2] {
    let viewed = sample.viewed();
    [ui::Language::Vietnamese, ui::Language::English].map(|language| {
        let (sequence, _) = ui::slip::slips(&viewed, language).pop().expect("it left a slip");
        let slip = ui::slip::slip(&viewed, &samples::master_data(), sequence, language);
        testkit::Html::piece(&slip.expect("it is printed").to_string()).one("article").text()
    })
}

#[test]
fn each_slip_says_by_which_document_why_and_about_what() {
    let running = || SampleDossier::running(Delivery::Counter);
    let (document, reason) = (|| "7/TB".to_string(), || "Thửa đất đang có tranh chấp".to_string());
    let refuse = Refuse { document: document(), reason: reason(), reason_code: None };
    let stop = Stop { document: document(), reason: reason(), reason_code: None };
    let to = jiff::civil::Date::constant(2026, 3, 20);
    let extend = Extend { document: document(), reason: reason(), to };
    let slips = [
        SampleDossier::filed(Delivery::Counter).by(Role::Counter, Command::Refuse(refuse)),
        running().by(Role::AgencyHead, Command::Stop(stop)),
        running().by(Role::AgencyHead, Command::Extend(extend)),
    ];
    for sample in slips {
        for (words, language) in
            said(sample).into_iter().zip([ui::Language::Vietnamese, ui::Language::English])
        {
            let procedure = samples::procedure();
            for said in ["7/TB", "Thửa đất đang có tranh chấp", procedure.name.get(language), "Nguyễn Văn An"]
            {
                assert!(words.contains(said), "{said} in {words}");
            }
        }
    }
}

#[test]
fn an_apology_says_what_was_promised_and_what_is() {
    let extend = Extend {
        document: "7/XL".into(),
        reason: "Phải xác minh thêm".into(),
        to: jiff::civil::Date::constant(2026, 3, 20),
    };
    let running = SampleDossier::running(Delivery::Counter);
    let promised = running.clone().viewed().dossier.due().expect("it was promised");
    let apology = running.by(Role::AgencyHead, Command::Extend(extend));
    let again = apology.clone().viewed().dossier.due().expect("it is promised again");
    for (words, language) in said(apology).into_iter().zip([ui::Language::Vietnamese, ui::Language::English])
    {
        for at in [promised, again] {
            let at = domain::time::long_moment(at, language);
            assert!(words.contains(&at), "{at} in {words}");
        }
    }
}
