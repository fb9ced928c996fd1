use super::*;
use domain::officer::Role;
use testkit::{render_both, samples, snapshot};
use ui::Language;

fn head() -> Officer {
    samples::officer(Role::DivisionHead)
}

fn colleague() -> Officer {
    Officer { name: "Lê Văn Cường".into(), ..samples::officer(Role::Officer) }
}

fn absence(made_by: &Officer) -> Substitution {
    Substitution {
        id: 5,
        absent: colleague().account,
        substitute: head().account,
        agency: samples::AGENCY,
        from: Date::constant(2026, 3, 2),
        to: Date::constant(2026, 3, 6),
        document: "7/QĐ".into(),
        made_by: made_by.account,
    }
}

fn name(id: AccountId) -> String {
    [head(), colleague()].into_iter().find(|officer| officer.account == id).map(|found| found.name).unwrap()
}

fn page(language: Language, posted: Option<&Posted>, absences: &[Substitution], taken: Option<bool>) -> Page {
    page_of(&head(), language, posted, absences, taken)
}

fn page_of(
    own: &Officer,
    language: Language,
    posted: Option<&Posted>,
    absences: &[Substitution],
    taken: Option<bool>,
) -> Page {
    let t = text::Words(language);
    let mut form = Form::of(language, posted);
    self::form(&mut form, samples::now().date(), own, &[head(), colleague()]);
    let place = taken.map(|taken| place(&absence(&head()), name(colleague().account), taken, &t));
    Page {
        chrome: Chrome::anonymous(language, t.title()),
        places: place.into_iter().collect(),
        rows: table(own, absences, name, &t),
        fields: form.into_fields(),
        t,
    }
}

#[test]
fn where_nobody_is_absent_there_is_only_the_form() {
    for html in render_both(|language| page(language, None, &[], None)) {
        assert!(!html.has("main table") && !html.has("main .act-list"));
        let form = html.one("main form#absence");
        assert_eq!(form.all("button[name=act][value=add]").len(), 1);
        assert!(!html.has("main .error-summary"));
    }
}

#[test]
fn an_absence_says_who_for_whom_which_days_by_what_and_ends_by_whoever_noted_it() {
    let page = |language| page(language, None, &[absence(&head())], None);
    let [vietnamese, english] = snapshot!(render_both(page));
    let days = [(vietnamese, "02/03/2026 – 06/03/2026"), (english, "2 Mar 2026 – 6 Mar 2026")];
    for (html, days) in days {
        let cells = html.texts("main tbody td");
        assert_eq!(cells[..3], [head().name, days.to_string(), "7/QĐ".to_string()]);
        let heads = html.texts("main thead th");
        let legends = html.texts("main legend");
        assert!(
            !legends.is_empty() && legends.iter().all(|legend| *legend != heads[2]),
            "it heads both days: {heads:?}"
        );
        html.one("main td form button[name=act][value=end]");
        assert_eq!(html.one("main td form input[name=absence]").attribute("value"), Some("5"));
    }
}

#[test]
fn whoever_neither_noted_an_absence_nor_is_absent_cannot_end_it() {
    // The head of the division is away, as noted by the head.
    let away = Substitution { absent: head().account, substitute: colleague().account, ..absence(&head()) };
    for html in
        render_both(|language| page_of(&colleague(), language, None, std::slice::from_ref(&away), None))
    {
        assert!(!html.has("main td form"));
    }
    let noted = Substitution { made_by: colleague().account, ..away.clone() };
    for html in
        render_both(|language| page_of(&colleague(), language, None, std::slice::from_ref(&noted), None))
    {
        html.one("main td form button[name=act][value=end]");
    }
}

#[test]
fn a_place_is_taken_or_where_it_is_taken_left() {
    for (taken, value) in [(false, "take"), (true, "leave")] {
        for html in render_both(|language| page(language, None, &[], Some(taken))) {
            let form = html.one("main .act-list form");
            assert_eq!(form.all(&format!("button[value={value}]")).len(), 1);
            let absent = colleague().account.0.to_string();
            assert_eq!(
                html.one("main .act-list input[name=absent]").attribute("value"),
                Some(absent.as_str())
            );
        }
    }
}

#[test]
fn nobody_stands_in_for_themselves_nor_ends_before_they_begin() {
    let own = head().account.0.to_string();
    let typed = [("absent", own.as_str()), ("substitute", &own), ("from", "10/3/2026"), ("to", "9/3/2026")];
    let posted = Posted::of(typed.map(|(name, value)| (name.to_string(), value.to_string())).to_vec());
    for html in render_both(|language| page(language, Some(&posted), &[], None)) {
        for field in ["substitute", "to", "document"] {
            assert!(html.has(&format!("main .error-summary a[href^='#{field}']")), "{field}");
        }
        assert!(!html.has("main .error-summary a[href^='#from']"));
    }
}
