use super::*;
use domain::dossier::{
    AskCompletion, Extend, Fact, Pause, PauseFor, Refusal, Refuse, Request, Stop, Withdraw,
};
use domain::officer::Role;
use jiff::civil::Date;
use testkit::samples::{self, SampleDossier};
use testkit::{Html, render_both, snapshot};

/// What a page is drawn for, in one of the languages.
fn reader(language: Language, sample: &SampleDossier) -> DossierReader {
    let data = Arc::new(samples::master_data());
    DossierReader { language, now: sample.now, data, actor: Some(samples::applicant()) }
}

/// The page of a dossier in both languages, as its applicant opens it.
fn opened(sample: &SampleDossier) -> [Html; 2] {
    let viewed = sample.clone().viewed();
    render_both(|language| {
        view(&reader(language, sample), &viewed, |title| Chrome::anonymous(language, title))
    })
}

fn sent() -> SampleDossier {
    SampleDossier::filed(Delivery::Online)
}

fn request() -> Request {
    let last_day = Date::constant(2026, 3, 10);
    Request {
        papers: vec!["map".into()],
        by: Some(last_day),
        words: "Sơ đồ bị mờ".into(),
        why_again: String::new(),
        reason_code: None,
        reasons: Vec::new(),
    }
}

/// The applicant takes the result on the portal.
fn receive() -> Command {
    Command::Return(Return { how: Delivery::Online, recipient: String::new() })
}

/// A link to the result.
fn result_link() -> String {
    format!("main a[href='/files/{}']", samples::result_token())
}

/// The words of the card that says what to do; nothing where there is none.
fn to_do(html: &Html) -> Vec<String> {
    html.texts("main .card--edge .card__title")
}

#[test]
fn what_was_just_sent_shows_its_way_and_can_be_taken_back() {
    for html in snapshot!(opened(&sent())) {
        assert_eq!(to_do(&html), Vec::<String>::new());
        let reference = html.one("main aside .code--large").text();
        assert!(!reference.is_empty() && !reference.contains("H99"), "no code yet: {reference}");
        html.one("main a[href$='/withdraw']");
        assert!(!html.has("main a[href$='/receipt']"), "nothing was received");
        // Filing is behind it, intake runs, the two steps and the return are to come.
        assert_eq!(html.all("main .timeline > li").len(), 5);
        let way = html.one("main .timeline").text();
        assert!(["1 ngày làm việc", "1 working day"].iter().any(|day| way.contains(day)), "no hours: {way}");
        assert_eq!(html.texts("main .papers__item").len(), 1);
        assert_eq!(
            html.all("main .summary-list dd").iter().filter(|dd| dd.text() == "Nguyễn Văn Bình").count(),
            1
        );
    }
}

#[test]
fn an_answer_that_is_a_date_is_read_in_one_way() {
    let [vietnamese, english] = opened(&sent());
    let says =
        |html: &Html, date: &str| html.texts("main details .summary-list dd").iter().any(|dd| dd == date);
    assert!(says(&vietnamese, "01/02/2026"));
    assert!(says(&english, "1 Feb 2026"));
}

#[test]
fn once_accepted_it_has_a_code_a_receipt_and_a_date_explained_day_by_day() {
    for html in opened(&SampleDossier::running(Delivery::Online)) {
        assert_eq!(html.texts("main aside .code--large"), ["000.00.20.H99-260302-0001"]);
        html.one("main aside a[href$='/receipt']");
        assert_eq!(to_do(&html), Vec::<String>::new());
        assert!(html.has("main details .day-list__day"));
        html.one("main .diagram-box svg");
    }
}

#[test]
fn what_is_missing_is_asked_for_by_name_and_date_with_the_way_to_send_it() {
    let ask = AskCompletion { request: request(), document: String::new() };
    let asked = sent().by(Role::Counter, Command::AskCompletion(ask));
    let pause = Pause { cause: PauseFor::Applicant { request: request() }, document: "3/TB".into() };
    let paused = SampleDossier::running(Delivery::Online).by(Role::Officer, Command::Pause(pause));
    for sample in [asked, paused] {
        let [vietnamese, english] = opened(&sample);
        for (html, map, day) in
            [(vietnamese, "Sơ đồ", "thứ Ba, 10/03/2026"), (english, "Map", "Tuesday 10 March 2026")]
        {
            let card = html.one("main .card--edge");
            assert_eq!(card.all("li").iter().map(|li| li.text()).collect::<Vec<_>>(), [map]);
            assert!(card.text().contains("Sơ đồ bị mờ") && card.text().contains(day), "{}", card.text());
            assert_eq!(card.all("a.button[href$='/complete']").len(), 1);
        }
    }
}

#[test]
fn a_step_that_is_late_is_told_from_one_that_runs_in_time() {
    let running = SampleDossier::running(Delivery::Online);
    let state = |sample: &SampleDossier| {
        opened(sample).map(|html| html.one("main .timeline [aria-current=step] .timeline__state").text())
    };
    let (in_time, late) = (state(&running), state(&running.clone().days_later(14)));
    let words = |language| text::Words(language);
    let both = [Language::Vietnamese, Language::English];
    assert_eq!(in_time, both.map(|language| words(language).running().to_string()));
    assert_eq!(late, both.map(|language| words(language).late().to_string()));
}

#[test]
fn an_answer_that_denies_is_opened_as_one() {
    let decided = SampleDossier::decided(Delivery::Online, Outcome::Denied);
    for (html, language) in
        opened(&decided.by_applicant(receive())).iter().zip([Language::Vietnamese, Language::English])
    {
        assert_eq!(html.one(&result_link()).text(), text::Words(language).open_answer());
    }
}

#[test]
fn a_payment_says_how_much_and_offers_no_button_that_could_not_pay() {
    let cause = PauseFor::Fee { amount: 50_000, words: "Lệ phí.".into() };
    let pause = Command::Pause(Pause { cause, document: "3/TB".into() });
    let running = SampleDossier::running(Delivery::Online).by(Role::Officer, pause);
    let [vietnamese, english] = opened(&running);
    for (html, amount) in [(vietnamese, "50.000 đồng"), (english, "VND 50,000")] {
        assert!(to_do(&html)[0].contains(amount), "{:?}", to_do(&html));
        assert!(!html.has("main .card--edge .button"));
    }
}

#[test]
fn a_result_on_the_portal_is_taken_by_one_form_that_counts_once() {
    let decided = SampleDossier::decided(Delivery::Online, Outcome::Granted);
    for html in opened(&decided) {
        assert!(
            ["Nhận kết quả", "Take your result"].contains(&to_do(&html)[0].as_str()),
            "{:?}",
            to_do(&html)
        );
        let form = html.one("main .card--edge form[method=post][action$='/receive']");
        assert_eq!(form.all("input[type=hidden][value^='receive-']").len(), 1);
        assert!(!html.has(&result_link()), "it is given out once it was received");
    }
    for html in opened(&decided.by_applicant(receive())) {
        html.one(&result_link());
        assert!(!html.has("main form") && to_do(&html).is_empty());
        assert!(!html.has("main a[href$='/withdraw']"), "it is over");
    }
}

#[test]
fn a_result_at_the_counter_says_where() {
    for html in opened(&SampleDossier::decided(Delivery::Counter, Outcome::Granted)) {
        let card = html.one("main .card--edge");
        assert!(card.text().contains("1 Lê Lợi"), "{}", card.text());
        assert!(card.all(".button").is_empty());
    }
}

#[test]
fn a_denial_says_first_why_and_by_which_document() {
    for html in opened(&SampleDossier::decided(Delivery::Counter, Outcome::Denied)) {
        let first = html.texts("main .card--edge .as-written");
        assert_eq!(first[0], "Không đủ điều kiện.");
        assert!(first[1].contains("12/QĐ"));
    }
}

#[test]
fn what_ended_says_why_and_asks_for_nothing() {
    let refuse = Refuse { reason: "Không thuộc thẩm quyền".into(), ..Refuse::default() };
    let stop =
        Stop { document: "4/TB".into(), reason: "Không thuộc thẩm quyền".into(), reason_code: None };
    let refused = sent().by(Role::Counter, Command::Refuse(refuse));
    let stopped = SampleDossier::running(Delivery::Online).by(Role::AgencyHead, Command::Stop(stop));
    for sample in [refused, stopped] {
        for html in opened(&sample) {
            let card = html.one("main .card--edge");
            assert!(card.text().contains("Không thuộc thẩm quyền"), "{}", card.text());
            assert!(card.all(".button").is_empty() && !html.has("main a[href$='/withdraw']"));
        }
    }
    for html in opened(
        &sent().by_applicant(Command::Withdraw(Withdraw { words: "Để sau".into(), reason_code: None })),
    ) {
        assert!(to_do(&html).is_empty() && !html.has("main a[href$='/withdraw']"));
    }
}

#[test]
fn an_apology_stands_by_itself_with_its_reason_document_and_both_dates() {
    let to = Date::constant(2026, 3, 20);
    let extend = Extend { to, document: "5/XL".into(), reason: "Phải xác minh thêm.".into() };
    let extended = SampleDossier::running(Delivery::Online).by(Role::AgencyHead, Command::Extend(extend));
    let viewed = extended.clone().viewed();
    assert!(viewed.records.iter().any(|record| matches!(record.event.fact, Fact::Extended { .. })));
    for html in opened(&extended) {
        let told = html.texts("main .card:not(.card--edge) .summary-list dd");
        assert!(told.contains(&"5/XL".to_string()) && told.contains(&"Phải xác minh thêm.".to_string()));
        assert!(told.iter().any(|fact| fact.contains("2026") && fact.contains("20")), "{told:?}");
    }
    // Both dates stand among the particulars too, each under its name.
    for (html, language) in opened(&extended).iter().zip([Language::Vietnamese, Language::English]) {
        let t = text::Words(language);
        let (names, dates) = (html.texts("main aside dt"), html.texts("main aside dd"));
        let date = |name: &str| {
            let place = names.iter().position(|said| said == name);
            dates[place.unwrap_or_else(|| panic!("no {name} in {names:?}"))].clone()
        };
        let extended_day = language.pick("20/03/2026", "20 March 2026");
        assert!(date(t.due_now()).contains(extended_day), "{}", date(t.due_now()));
        assert!(!date(t.promised()).contains(extended_day), "{}", date(t.promised()));
    }
}

#[test]
fn the_confirmation_names_what_was_sent_by_whom_and_to_whom_and_what_happens_when() {
    let page = |language| {
        let t = text::Words(language);
        let told = |name: &str, value: &str| Pair::new(name, Phrase::vietnamese(value, language));
        SentPage {
            chrome: Chrome::anonymous(language, t.sent_title()),
            reference: "ABC".into(),
            grouped: "A-B-C".into(),
            details: SummaryList::new(vec![
                told(t.sent_what(), "Làm giấy khai sinh"),
                told(t.sent_who(), "Trần Thị Minh Châu"),
                told(t.agency(), "Xã Mai Khê"),
            ]),
            next: vec![t.sent_checked("X"), t.sent_accepted().into(), t.sent_decided("Y")],
            t,
        }
    };
    for html in render_both(page) {
        let details = ["Làm giấy khai sinh", "Trần Thị Minh Châu", "Xã Mai Khê"];
        assert_eq!(html.texts("main .summary-list dd"), details);
        assert_eq!(html.all("main ol > li").len(), 3);
        assert!(html.has("main a[href='/dossiers/ABC']"));
    }
}

#[test]
fn the_receipt_is_there_once_it_was_accepted_and_can_be_printed() {
    let (sent, running) = (sent(), SampleDossier::running(Delivery::Counter));
    let early = sent.clone().viewed();
    let chrome = |title: &str| Chrome::anonymous(Language::Vietnamese, title);
    assert!(receipt::view(&reader(Language::Vietnamese, &sent), &early, None, chrome).is_none());
    let viewed = running.clone().viewed();
    let usual = app::public_figures::UsualTime { agency: None, days: 4, dossiers: 30 };
    let page = |language| {
        let chrome = |title: &str| Chrome::anonymous(language, title);
        receipt::view(&reader(language, &running), &viewed, Some(&usual), chrome).expect("it was accepted")
    };
    for html in render_both(page) {
        assert!(html.one("main").text().contains("000.00.20.H99-260302-0001"));
        assert!(html.one("main .receipt__foot").text().contains('4'), "how long it really takes");
        html.one("main .no-print button[data-print]");
        html.one(&format!("main .no-print a[href='/dossiers/{}']", viewed.dossier.reference));
    }
}

#[test]
fn a_slip_is_printed_by_its_event_and_there_is_none_of_another() {
    let ask = AskCompletion { request: request(), document: "3/PYC".into() };
    let asked = sent().by(Role::Counter, Command::AskCompletion(ask));
    let viewed = asked.clone().viewed();
    let [link] = &slips(&viewed.dossier.reference, &viewed, Language::Vietnamese)[..] else {
        panic!("one slip")
    };
    let sequence: u32 = link.href.rsplit('/').next().unwrap().parse().unwrap();
    let page = |language| {
        let chrome = |title: &str| Chrome::anonymous(language, title);
        slip::view(&reader(language, &asked), &viewed, sequence, chrome).expect("it left a slip")
    };
    let [vietnamese, english] = render_both(page);
    for (html, map) in [(vietnamese, "Sơ đồ"), (english, "Map")] {
        let words = html.one("main").text();
        assert!(words.contains("3/PYC") && words.contains(map) && words.contains("Sơ đồ bị mờ"), "{words}");
    }
    let chrome = |title: &str| Chrome::anonymous(Language::Vietnamese, title);
    assert!(slip::view(&reader(Language::Vietnamese, &asked), &viewed, 1, chrome).is_none());
}

#[test]
fn completing_asks_for_a_file_of_each_paper_that_is_missing() {
    let ask = AskCompletion { request: request(), document: String::new() };
    let viewed = sent().by(Role::Counter, Command::AskCompletion(ask)).viewed();
    let data = samples::master_data();
    let page = |language| {
        let mut form = ui::Form::blank(language);
        complete::form(&mut form, &data, &viewed);
        let chrome = Chrome::anonymous(language, text::Words(language).complete_title());
        complete::draw(chrome, &data, &viewed, form.into_fields(), "k".into())
    };
    for html in render_both(page) {
        let form = html.one("main form[enctype='multipart/form-data']");
        assert_eq!(form.all("input[type=file]").len(), 2, "the map, and anything else");
        html.one("main form input[type=file][name=map]");
        let optional = |field: &str| html.has(&format!("label[for='{field}'] .field__optional"));
        assert!(!optional("map") && optional("other") && optional("words"), "what was asked for must come");
        assert_eq!(form.all("input[type=hidden][value=k]").len(), 1);
        assert_eq!(html.texts("main .lead"), ["Sơ đồ bị mờ"]);
        let most = format!("{} MB", app::files::FILE_MAX / 1024 / 1024);
        assert!(html.one("main .hint").text().contains(&most), "which files are taken");
    }
    // Whatever the rules refuse, such as that nothing came, is said on top.
    let refused = |language| {
        let mut form = ui::Form::blank(language);
        complete::form(&mut form, &data, &viewed);
        form.refused(&Refusal::NothingGiven);
        let chrome = Chrome::anonymous(language, text::Words(language).complete_title());
        complete::draw(chrome, &data, &viewed, form.into_fields(), "k".into())
    };
    for html in render_both(refused) {
        assert_eq!(html.all("main .error-summary li").len(), 1);
    }
}

#[test]
fn taking_back_is_asked_once_more_and_may_be_thought_better_of() {
    let page = |language| {
        let mut form = ui::Form::blank(language);
        withdraw::form(&mut form, &domain::rules::PACK_2018);
        let chrome = Chrome::anonymous(language, text::Words(language).withdraw());
        withdraw::draw(chrome, "ABC".into(), "Thử".into(), form.into_fields(), "k".into())
    };
    for html in render_both(page) {
        let form = html.one("main form#withdrawal[method=post]");
        assert_eq!(form.all("button.button--danger").len(), 1);
        assert_eq!(form.all("a.button[href='/dossiers/ABC']").len(), 1);
        html.one("main form textarea[name=words]");
        assert!(html.has("label[for='words'] .field__optional"), "why is one's own affair");
    }
}

#[test]
fn of_very_many_papers_a_page_shows_some_and_leads_to_the_others() {
    let sample = sent();
    let viewed = sample.clone().viewed();
    let page = |language, number| {
        let reader = reader(language, &sample);
        let mut page = view(&reader, &viewed, |title| Chrome::anonymous(language, title));
        let paper = page.papers.papers[0].clone();
        let named = |place: usize| PaperItem { name: format!("Paper {place}.").into(), ..paper.clone() };
        page.papers.papers = (1..=224).map(named).collect();
        page.keep_papers(number);
        page
    };
    for language in [Language::Vietnamese, Language::English] {
        let pages = page(language, 1).papers_pages.pages.len();
        let shown = (1..=pages).map(|number| {
            let html = page(language, number).to_string();
            assert!(html.len() < 40_000, "{} bytes", html.len());
            html.matches(">Paper ").count()
        });
        assert_eq!(shown.sum::<usize>(), 224);
    }
    for html in render_both(|language| page(language, 2)) {
        assert!(html.has("nav a[href$='?papers=2#papers'][aria-current]") && html.has("h2#papers"));
    }
}
