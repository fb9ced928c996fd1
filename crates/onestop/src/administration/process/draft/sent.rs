//! What is sent of a draft: it is completed, published, or discarded.

use super::super::text::Words;
use super::super::{home, mends, read_seen, requested, supplier, who};
use super::{ACCEPTED, FROM, PROPOSAL, ReturnedForm, Submit, adopted, publish_form, view};
use app::processes::{NotKept, ProcessDraft};
use axum::extract::Path;
use domain::adopt::Adoption;
use domain::procedure::Procedure;
use domain::time::Instant;
use process::Edit;
use ui::{Flash, Form, Posted};
use web::{Answer, Failure, RequestContext, Sent, page_with_errors, see_with_flash};

/// A draft as somebody saw it, and what they sent.
struct SentDraft<'a> {
    context: &'a RequestContext,
    procedure: &'a Procedure,
    draft: &'a ProcessDraft,
    posted: &'a Posted,
    /// When what they saw was changed last.
    seen: Instant,
}

pub async fn submit(context: RequestContext, Path(code): Path<String>, Sent(posted): Sent) -> Answer {
    let procedure = requested(&context, &code)?;
    let Some(draft) = app::processes::find_draft(context.app(), &code).await? else {
        return see_with_flash(&context, &home(&code), Flash::DraftGone);
    };
    let seen = read_seen(&posted).ok_or(Failure::BadRequest)?;
    let sent = SentDraft { context: &context, procedure: &procedure, draft: &draft, posted: &posted, seen };
    match Submit::of(&posted).ok_or(Failure::BadRequest)? {
        Submit::Discard => sent.discard().await,
        Submit::Mend => mend(&context, &procedure, &draft, &posted, seen).await,
        Submit::Who => sent.say_who().await,
        Submit::Accept => sent.accept_all().await,
        Submit::PutBack => sent.put_back().await,
        Submit::Publish => sent.publish().await,
    }
}

impl SentDraft<'_> {
    fn form(&self) -> Form<'_> {
        Form::sent(self.context.language, self.posted)
    }

    async fn adopted(&self) -> Result<Adoption, Failure> {
        adopted(self.context, self.procedure, self.draft).await?.map_err(|_| Failure::BadRequest)
    }

    /// The page again, with what was sent.
    async fn again(&self, form: ReturnedForm<'_>) -> Answer {
        page_with_errors(&view(self.context, self.procedure, self.draft, form).await?)
    }

    /// The page again, with a sentence above the form that publishes.
    async fn refused(&self, why: &str) -> Answer {
        let mut form = self.form();
        publish_form(&mut form, self.context, false);
        form.add_error(why.to_string());
        self.again(ReturnedForm::Publish(form.into_fields())).await
    }

    async fn overtaken(&self) -> Answer {
        self.refused(Words(self.context.language).overtaken()).await
    }

    /// The changed draft is kept, and shown.
    async fn save(&self, source: String) -> Answer {
        let (context, code) = (self.context, self.procedure.code.as_str());
        let by = context.signed_in()?.id();
        match app::processes::save_draft(context.app(), by, code, source, Some(self.seen)).await {
            Ok(()) => see_with_flash(context, &format!("{}/draft", home(code)), Flash::Saved),
            Err(NotKept::Overtaken) => self.overtaken().await,
            // A stored draft was readable when it was stored.
            Err(NotKept::Unreadable(_)) => Err(Failure::BadRequest),
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        }
    }

    async fn discard(&self) -> Answer {
        let (context, code) = (self.context, self.procedure.code.as_str());
        match app::processes::drop_draft(context.app(), code, self.seen).await {
            Ok(()) => see_with_flash(context, &home(code), Flash::Saved),
            Err(NotKept::Overtaken) => self.overtaken().await,
            Err(NotKept::Unreadable(_)) => Err(Failure::BadRequest),
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        }
    }

    /// Who does the steps that name nobody yet.
    async fn say_who(&self) -> Answer {
        let adoption = self.adopted().await?;
        let agency = supplier(self.context, self.procedure.code.as_str()).ok_or(Failure::NotFound)?;
        // Steps are known by their order in what was seen.
        if self.seen != self.draft.updated_at {
            return self.overtaken().await;
        }
        match who::said(&self.draft.source, &adoption, &agency, self.context, self.posted) {
            Some(source) => self.save(source).await,
            None => self.again(ReturnedForm::Who(self.posted)).await,
        }
    }

    /// All that is proposed.
    async fn accept_all(&self) -> Answer {
        let completed = app::processes::complete(self.procedure, self.draft.source.clone()).await?;
        let Ok(completed) = completed else { return Err(Failure::BadRequest) };
        if completed.rounds.is_empty() {
            return self.refused(Words(self.context.language).asked_lead()).await;
        }
        self.save(completed.source).await
    }

    /// What went with a proposal that was accepted.
    async fn put_back(&self) -> Answer {
        if self.seen != self.draft.updated_at {
            return self.overtaken().await;
        }
        let adoption = self.adopted().await?;
        let accepted = ACCEPTED.of(self.posted).parse().map_err(|_| Failure::BadRequest)?;
        let model = adoption.process.model();
        let names = domain::dossier::known_names(self.procedure, model);
        match process::edit(model, &Edit::PutBack { accepted }, &names) {
            Ok(changed) => self.save(process::rewrite(&self.draft.source, model, &changed)).await,
            Err(cannot) => self.refused(cannot.sentences().get(self.context.language)).await,
        }
    }

    async fn publish(&self) -> Answer {
        let (context, code) = (self.context, self.procedure.code.as_str());
        let (t, mut form) = (Words(context.language), self.form());
        let adoption = self.adopted().await?;
        let wished = publish_form(&mut form, context, adoption.needs_approval());
        if self.seen != self.draft.updated_at {
            form.clash(FROM, t.overtaken());
        }
        let (Some((from, approval)), true, false) = (wished, adoption.is_usable(), form.any_wrong()) else {
            return self.again(ReturnedForm::Publish(form.into_fields())).await;
        };
        let by = context.signed_in()?.id();
        let process = adoption.process;
        match app::processes::publish(context.app(), by, code, process, self.seen, from, approval).await {
            Ok(()) => see_with_flash(context, &home(code), Flash::Published),
            Err(NotKept::Overtaken) => {
                form.clash(FROM, t.overtaken());
                self.again(ReturnedForm::Publish(form.into_fields())).await
            }
            Err(NotKept::Unreadable(_)) => Err(Failure::BadRequest),
            Err(NotKept::Fault(fault)) => Err(fault.into()),
        }
    }
}

/// One proposal is accepted, by the values of its form.
async fn mend(
    context: &RequestContext,
    procedure: &Procedure,
    draft: &ProcessDraft,
    posted: &Posted,
    seen: Instant,
) -> Answer {
    let (t, key) = (Words(context.language), PROPOSAL.of(posted));
    let Ok(adoption) = adopted(context, procedure, draft).await? else { return Err(Failure::BadRequest) };
    let model = adoption.process.model();
    let all = mends::proposals(&adoption.open, procedure, model, context);
    let place = all.iter().position(|proposal| proposal.key == key);
    let mut form = mends::named(Form::sent(context.language, posted), place.unwrap_or_default());
    if let Some(place) = place.filter(|_| seen == draft.updated_at)
        && let Some(source) = all[place].carry_out(&mut form, procedure, &adoption.process.drawing, context)
    {
        let (by, code) = (context.signed_in()?.id(), procedure.code.as_str());
        match app::processes::save_draft(context.app(), by, code, source, Some(seen)).await {
            Ok(()) => return see_with_flash(context, &format!("{}/draft", home(code)), Flash::Saved),
            Err(NotKept::Overtaken) => form.add_error(t.overtaken()),
            Err(NotKept::Unreadable(unreadable)) => {
                let told = process::Finding::from(unreadable).trouble.sentences();
                form.add_error(told.get(context.language).to_string());
            }
            Err(NotKept::Fault(fault)) => return Err(fault.into()),
        }
    } else if !form.any_wrong() {
        form.add_error(t.overtaken());
    }
    page_with_errors(&view(context, procedure, draft, ReturnedForm::Mend(key, form.into_fields())).await?)
}
