use super::*;
use domain::dossier::Delivery;
use testkit::samples::{self, SampleDossier};
use testkit::{Html, render_both, snapshot};

fn printed(secret: Option<&str>) -> [Html; 2] {
    let viewed = SampleDossier::running(Delivery::Counter).viewed();
    render_both(|language| {
        let secret = secret.map(str::to_string);
        let receipt = ui::receipt::receipt(&viewed, &samples::master_data(), secret, language);
        let receipt = receipt.expect("it was accepted");
        let chrome = Chrome::anonymous(language, &receipt.title);
        Page { chrome, reference: "R".into(), receipt, t: text::Words(language) }
    })
}

#[test]
fn it_is_printed_and_the_counter_goes_on_to_the_next_person() {
    for html in snapshot!(printed(None)) {
        html.one("main .no-print button[data-print]");
        html.one("main .no-print a[href='/office/counter']");
        html.one("main .no-print a[href='/office/dossiers/R']");
        assert!(html.one("main").text().contains("000.00.20.H99-260302-0001"));
    }
}

#[test]
fn it_names_whoever_it_is_for_and_whoever_handed_it_in() {
    let mut viewed = SampleDossier::running(Delivery::Counter).viewed();
    let parties = viewed.dossier.parties.as_mut().expect("it has an owner");
    let owner = parties.owner.clone();
    parties.submitter = Some(domain::dossier::Party { name: "Lê Thị Hoa".into(), ..owner.clone() });
    let (due, accepted) = (viewed.dossier.due().expect("it is promised"), samples::now());
    for language in [domain::Language::Vietnamese, domain::Language::English] {
        let receipt = ui::receipt::receipt(&viewed, &samples::master_data(), None, language);
        let words = Html::piece(&receipt.expect("it was accepted").to_string()).one("article").text();
        let [due, accepted] = [due, accepted].map(|at| domain::time::long_moment(at, language));
        let what = samples::procedure().name.get(language).to_string();
        for said in [&owner.name, &owner.address, &owner.phone, "Lê Thị Hoa", &what, &due, &accepted] {
            assert!(words.contains(said), "{said} in {words}");
        }
    }
}

#[test]
fn the_code_that_joins_it_to_an_account_is_on_it_where_there_is_one() {
    for html in printed(Some("K7Q2MN4P")) {
        assert!(html.one("main").text().contains("K7Q2MN4P"));
    }
    for html in printed(None) {
        assert!(!html.one("main").text().contains("K7Q2MN4P"));
    }
}
