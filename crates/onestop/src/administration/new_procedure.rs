//! A new procedure, written by hand: what it is and its limit. Its papers, questions, fees, steps and supply
//! follow from its own page.

use super::about;
use super::agencies::FormPage;
use super::parts::ways;
use super::text::Words;
use domain::Text;
use domain::procedure::{Channel, LegalBasis, Method, Procedure, ProcedureCode, Process};
use forms::{Form, Kind};
use ui::field::Overwritten;
use ui::{Answer, Ask, Chrome, Field, Fields, Posted, Said, page, page_again, see_saying};

const HOME: &str = "/office/administration/procedures";

fn fields(ask: &Ask) -> Fields {
    let (t, language) = (Words(ask.language), ask.language);
    let mut fields = vec![
        Field::text(language, "code", t.procedure_code())
            .hint(t.procedure_code_hint())
            .wide("input--20")
            .complete("off"),
    ];
    fields.extend(about::fields(ask));
    fields.extend([
        Field::number(language, "number", t.limit()).hint(t.limit_all_ways()).complete("off").optional(),
        Field::select(language, "unit", t.limit_unit(), ways::unit_options(ask)),
        Field::text(language, "words-vi", t.limit_words_vi()).optional().complete("off"),
        Field::text(language, "basis-number", t.basis_number()).wide("input--20").complete("off"),
        Field::area(language, "basis-name", t.basis_name()).rows(2).optional(),
    ]);
    Fields::new(language, fields)
}

fn view(ask: &Ask, fields: Fields) -> FormPage {
    let t = Words(ask.language);
    FormPage {
        chrome: Chrome::new(ask, t.new_procedure()).with_problems(fields.any_wrong()),
        heading: t.new_procedure().into(),
        back: HOME.into(),
        notes: vec![t.new_procedure_note().into()],
        hidden: Vec::new(),
        links: Vec::new(),
        overwritten: Overwritten::none(ask.language),
        fields,
        t,
    }
}

pub async fn show(ask: Ask) -> Answer {
    page(&view(&ask, fields(&ask)))
}

pub async fn submit(ask: Ask, posted: Posted) -> Answer {
    let mut fields = fields(&ask).typed(&posted);
    let read = read(&ask, &posted, &mut fields);
    let Some((procedure, new_field)) = read.filter(|_| !fields.any_wrong()) else {
        return page_again(&view(&ask, fields));
    };
    let by = ask.signed_in()?.id();
    if let Some(field) = new_field {
        ask.app().save_field(by, field).await?;
    }
    let to = format!("{HOME}/{}", procedure.code);
    ask.app().save_procedure(by, procedure, ask.today()).await?;
    see_saying(&ask, &to, Said::Saved)
}

fn read(ask: &Ask, posted: &Posted, fields: &mut Fields) -> Option<(Procedure, Option<about::NewField>)> {
    let t = Words(ask.language);
    let code = ProcedureCode::parse(&posted.text("code"));
    match &code {
        None => fields.wrong("code", t.procedure_code_hint()),
        Some(code) if ask.app().reference().procedure_any(code.as_str()).is_some() => {
            fields.wrong("code", t.procedure_taken());
        }
        Some(_) => {}
    }
    let mut procedure = Procedure {
        code: code.clone().unwrap_or_else(|| ProcedureCode::parse("0.000000").expect("a well-formed code")),
        version: 1,
        name: Text::default(),
        short_name: Text::default(),
        summary: Text::default(),
        field: String::new(),
        audiences: Vec::new(),
        life_events: Vec::new(),
        steps: Vec::new(),
        conditions: Text::default(),
        methods: Vec::new(),
        papers: Vec::new(),
        results: Vec::new(),
        legal_basis: Vec::new(),
        obligations: Some(Vec::new()),
        keywords: Vec::new(),
        form: Form::default(),
        process: Process::default(),
        sets: None,
        origin: None,
    };
    let new_field = about::read(ask, posted, fields, &mut procedure);
    let words = Text::new(posted.text("words-vi"), "");
    match ways::limit(&posted.text("number"), posted.raw("unit"), words) {
        Some(limit) => {
            let method = |channel| Method {
                channel,
                limit: limit.clone(),
                note: Text::default(),
                fees: Vec::new(),
                free: false,
            };
            procedure.methods = Channel::ALL.into_iter().map(method).collect();
        }
        None => fields.wrong("number", t.limit_wrong()),
    }
    let number = fields.read(posted, "basis-number", &Kind::Text { length_max: 100 }, true);
    let name = fields.read(posted, "basis-name", &Kind::LongText { length_max: 2_000 }, false);
    procedure.legal_basis = vec![LegalBasis { number, name: Text::new(name, "") }];
    code.map(|_| (procedure, new_field))
}
