//! A new procedure, written by hand: what it is and its limit. Its papers, questions, fees, steps and offering
//! follow from its own page.

use super::about;
use super::agencies::{FORM, FormPage};
use super::parts::ways;
use super::text::Words;
use domain::Text;
use domain::procedure::{Channel, LegalBasis, Method, Procedure, ProcedureCode};
use ui::field::Overwritten;
use ui::part::LinkList;
use ui::{Fields, Flash, Form};
use web::{Answer, RequestContext, Sent, page, page_with_errors, see_with_flash};

const HOME: &str = "/office/administration/procedures";

const BASIS_NUMBER_MAX: usize = 100;
const BASIS_NAME_MAX: usize = 2_000;

/// A procedure, and the field it is of where that is new too.
fn form(form: &mut Form, context: &RequestContext) -> Option<(Procedure, Option<about::NewField>)> {
    let t = Words(context.language);
    let code = form.line_of("code", t.procedure_code(), move |typed| {
        ProcedureCode::parse(&forms::tidy(typed)).ok_or(t.procedure_code_hint().to_string())
    });
    let app = context.app().clone();
    let taken = move |code: &ProcedureCode| app.master_data().procedure_any(code.as_str()).is_some();
    let code = code.hint(t.procedure_code_hint()).wide("input--20").complete("off");
    let code = code.unless(taken, t.procedure_taken()).missing(t.procedure_code_hint()).read();
    let mut procedure = Procedure {
        obligations: Some(Vec::new()),
        ..Procedure::blank(
            code.clone().unwrap_or_else(|| ProcedureCode::parse("0.000000").expect("a well-formed code")),
        )
    };
    let new_field = about::first(form, context, &mut procedure);
    let limit = ways::limit(form, t, None, t.limit_all_ways(), false);
    let number = form.line("basis-number", t.basis_number()).at_most(BASIS_NUMBER_MAX).wide("input--20");
    let number = number.complete("off").read();
    let name = form.area("basis-name", t.basis_name()).at_most(BASIS_NAME_MAX).rows(2).optional().written();
    procedure.legal_basis = vec![LegalBasis { number: number?, name: Text::new(name, "") }];
    let limit = limit?;
    let method = |channel| Method {
        channel,
        limit: limit.clone(),
        note: Text::default(),
        fees: Vec::new(),
        free: false,
    };
    procedure.methods = Channel::ALL.into_iter().map(method).collect();
    code.map(|_| (procedure, new_field))
}

fn view(context: &RequestContext, fields: Fields) -> FormPage {
    let t = Words(context.language);
    FormPage {
        chrome: context.chrome(t.new_procedure()).with_problems(fields.any_wrong()).switching(FORM),
        heading: t.new_procedure().into(),
        back: HOME.into(),
        notes: vec![t.new_procedure_note().into()],
        hidden_inputs: Vec::new(),
        links: LinkList::default(),
        overwritten: Overwritten::none(context.language),
        fields,
        t,
    }
}

pub async fn show(context: RequestContext) -> Answer {
    let mut blank = Form::blank(context.language);
    form(&mut blank, &context);
    page(&view(&context, blank.into_fields()))
}

pub async fn submit(context: RequestContext, Sent(posted): Sent) -> Answer {
    let mut sent = Form::sent(context.language, &posted);
    let read = form(&mut sent, &context);
    let Some((procedure, new_field)) = read.filter(|_| !sent.any_wrong()) else {
        return page_with_errors(&view(&context, sent.into_fields()));
    };
    let by = context.signed_in()?.id();
    if let Some(field) = new_field {
        app::administration::save_field(context.app(), by, field).await?;
    }
    let to = format!("{HOME}/{}", procedure.code);
    app::administration::save_procedure(context.app(), by, procedure, context.today()).await?;
    see_with_flash(&context, &to, Flash::Saved)
}
