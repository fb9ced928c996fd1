//! Endpoints are values in a list, each with its access rule: no rule, no endpoint.

use crate::failure::{Failure, PROBLEM, faulty, render};
use crate::held;
use crate::limits::RateLimit;
use crate::sent;
use crate::switch::{self, Pressed};
use crate::{RequestContext, Site};
use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::MethodRouter;
use domain::Language;
use domain::officer::Role;
use domain::report::sees_figures;
use std::collections::{HashMap, HashSet};
use std::pin::Pin;
use tower::ServiceExt;

/// Who may call an endpoint. What they may see behind it is the rules' and the handler's matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Everybody,
    /// A person or an organisation, signed in.
    Applicant,
    /// Anybody signed in.
    SignedIn,
    /// Any officer, the administrator too.
    Staff,
    /// An officer who handles dossiers.
    Officer,
    /// An officer who may see figures of an agency: its head, and who controls it or stands above it.
    Figures,
    /// An officer who leads a division, or may see figures of an agency.
    Heads,
    /// An officer with this role.
    Role(Role),
}

impl Access {
    pub(crate) fn admits(self, context: &RequestContext) -> Result<(), Failure> {
        if self == Access::Everybody {
            return Ok(());
        }
        let who = context.who.as_ref().ok_or(Failure::SignInFirst)?;
        let officer = who.officer.as_ref();
        let figures = || {
            let agencies = &context.app().master_data().agencies;
            officer.is_some_and(|officer| sees_figures(officer, agencies, context.today()))
        };
        let admitted = match self {
            Access::Everybody | Access::SignedIn => true,
            Access::Applicant => officer.is_none(),
            Access::Staff => officer.is_some(),
            Access::Officer => officer.is_some_and(|officer| officer.works()),
            Access::Figures => figures(),
            Access::Heads => officer.is_some_and(|officer| officer.is_head()) || figures(),
            Access::Role(role) => officer.is_some_and(|officer| officer.has(role)),
        };
        if admitted { Ok(()) } else { Err(Failure::NotFound) }
    }
}

/// One address with one method.
pub struct Endpoint {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
    pub limit: Option<RateLimit>,
    /// What files its form may bring.
    pub takes: Takes,
    /// Who may bring files here, beyond the outer door.
    may: Option<MayBring>,
    /// What of its form is held when it comes after its session ended.
    pub holds: Holds,
    /// It computes long enough to need a thread of its own, and waits for a turn.
    pub heavy: bool,
    /// It answers a program that asks for JSON in JSON, failures too.
    pub json: bool,
    handler: MethodRouter<Site>,
}

/// Whether somebody may bring files to an address, and how many bytes.
pub type MayBring = fn(RequestContext) -> Pin<Box<dyn Future<Output = Result<u64, Failure>> + Send>>;

/// What files a form may bring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    #[default]
    Nothing,
    /// Scans and documents, streamed to the store.
    Papers,
    /// One drawing or table of at most [`ui::posted::SHEET_MAX`] bytes, kept in memory while it is read.
    Sheets,
}

/// What of a form is held that comes when its session has just ended, to be shown again once its owner has signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// What was typed and sent, without these fields: passwords, and codes that are as good as one.
    Form { but: &'static [&'static str] },
    /// Nothing, since nobody need be signed in; it is shown again where its language is changed.
    Shown,
    /// Nothing, and why.
    Nothing(&'static str),
}

impl Endpoint {
    /// These fields of its form are secrets and never held.
    pub fn not_holding(self, but: &'static [&'static str]) -> Endpoint {
        Endpoint { holds: Holds::Form { but }, ..self }
    }

    /// Its form is not held, for this reason.
    pub fn holding_nothing(self, why: &'static str) -> Endpoint {
        Endpoint { holds: Holds::Nothing(why), ..self }
    }

    /// Limited by client.
    pub fn limited(self, limit: RateLimit) -> Endpoint {
        Endpoint { limit: Some(limit), ..self }
    }

    /// Its form may bring papers, if `may` says so: that is asked before a byte is kept. Everywhere else they are refused.
    pub fn with_files(self, may: MayBring) -> Endpoint {
        Endpoint { takes: Takes::Papers, may: Some(may), ..self }
    }

    /// It computes for long: others are not to wait for it.
    pub fn heavy(self) -> Endpoint {
        Endpoint { heavy: true, ..self }
    }

    /// A program that asks for JSON gets it here: the handler looks at [`RequestContext::json`] and answers by [`crate::json`].
    pub fn in_json_too(self) -> Endpoint {
        Endpoint { json: true, ..self }
    }

    /// Its form may bring a drawing or a table, which is read and not stored.
    pub fn with_sheets(self) -> Endpoint {
        Endpoint { takes: Takes::Sheets, ..self }
    }
}

pub fn get<H, T>(path: &'static str, access: Access, handler: H) -> Endpoint
where
    H: Handler<T, Site>,
    T: 'static,
{
    Endpoint {
        method: Method::GET,
        path,
        access,
        limit: None,
        takes: Takes::Nothing,
        holds: Holds::Nothing("nothing is posted"),
        heavy: false,
        json: false,
        may: None,
        handler: axum::routing::get(handler),
    }
}

pub fn post<H, T>(path: &'static str, access: Access, handler: H) -> Endpoint
where
    H: Handler<T, Site>,
    T: 'static,
{
    let holds = match access {
        Access::Everybody => Holds::Shown,
        _ => Holds::Form { but: &[] },
    };
    Endpoint {
        method: Method::POST,
        path,
        access,
        limit: None,
        takes: Takes::Nothing,
        holds,
        heavy: false,
        json: false,
        may: None,
        handler: axum::routing::post(handler),
    }
}

/// The router of a list of endpoints; unknown addresses are pages too.
pub fn router(site: &Site, endpoints: Vec<Endpoint>) -> Router {
    let mut router: Router<Site> = Router::new();
    let pages: HashSet<_> = of_method(&endpoints, &Method::GET).map(|endpoint| endpoint.path).collect();
    // What a held form is shown by: the endpoint that takes it.
    let mut shows: HashMap<&'static str, MethodRouter> = HashMap::new();
    for endpoint in of_method(&endpoints, &Method::POST) {
        if let Holds::Form { .. } = endpoint.holds {
            let rule = AccessRule::of(site, endpoint, &pages);
            let handler = endpoint.handler.clone().layer(from_fn_with_state(rule, admit));
            shows.insert(endpoint.path, handler.with_state(site.clone()));
        }
    }
    for (path, show) in &shows {
        if !pages.contains(path) {
            let page = axum::routing::get(above).layer(from_fn_with_state(show.clone(), held::give_back));
            router = router.route(path, page);
        }
    }
    for endpoint in endpoints {
        let rule = AccessRule::of(site, &endpoint, &pages);
        let mut handler = endpoint.handler.layer(from_fn_with_state(rule, admit));
        if let Some(show) = shows.get(endpoint.path).filter(|_| endpoint.method == Method::GET) {
            handler = handler.layer(from_fn_with_state(show.clone(), held::give_back));
        }
        router = router.route(endpoint.path, handler);
    }
    let told = |told: MethodRouter<Site>| {
        told.layer(from_fn_with_state(AccessRule::nowhere(site), admit)).with_state::<()>(site.clone())
    };
    let refused = told(axum::routing::any(|| async { Failure::TakesNoForm }));
    router
        .fallback_service(told(axum::routing::any(|| async { Failure::NotFound })))
        .method_not_allowed_fallback(move |request| not_taken(request, refused))
        .with_state(site.clone())
}

fn of_method<'a>(endpoints: &'a [Endpoint], method: &'a Method) -> impl Iterator<Item = &'a Endpoint> {
    endpoints.iter().filter(move |endpoint| endpoint.method == *method)
}

/// What takes forms only is left for the page the form stands on: the language is changed there, or the address opened
/// again.
async fn above(request: Request) -> Response {
    Redirect::to(page_above(request.uri().path())).into_response()
}

/// The other way round, a page that is sent a form says that it takes none.
async fn not_taken(request: Request, refused: MethodRouter) -> Response {
    match *request.method() {
        Method::GET | Method::HEAD => above(request).await,
        _ => refused.oneshot(request).await.into_response(),
    }
}

/// The page a form stands on that is sent to an address of its own.
pub(crate) fn page_above(path: &str) -> &str {
    let path = path.trim_end_matches('/');
    let page = match path.split_once("/acts/") {
        Some((page, _)) => page,
        None => path.rsplit_once('/').map_or("/", |(page, _)| page),
    };
    if page.is_empty() { "/" } else { page }
}

#[derive(Clone)]
pub(crate) struct AccessRule {
    site: Site,
    pub access: Access,
    limit: Option<RateLimit>,
    takes: Takes,
    heavy: bool,
    json: bool,
    pub may: Option<MayBring>,
    pub holds: Holds,
    /// Whether there is a page at the same address.
    pub page: bool,
}

impl AccessRule {
    fn of(site: &Site, endpoint: &Endpoint, pages: &HashSet<&'static str>) -> AccessRule {
        AccessRule {
            site: site.clone(),
            access: endpoint.access,
            limit: endpoint.limit,
            takes: endpoint.takes,
            heavy: endpoint.heavy,
            json: endpoint.json,
            may: endpoint.may,
            holds: endpoint.holds,
            page: pages.contains(endpoint.path),
        }
    }

    fn nowhere(site: &Site) -> AccessRule {
        let endpoint = get("", Access::Everybody, || async {});
        AccessRule::of(site, &endpoint, &HashSet::new())
    }
}

/// What is looked at before anything of a form is read; answers how many bytes of files it may bring, where it may at all.
async fn before_any_byte(
    rule: &AccessRule,
    context: &RequestContext,
    headers: &HeaderMap,
) -> Result<Option<u64>, Failure> {
    // Who administers must see what was just saved, also on another node.
    if rule.access == Access::Role(Role::Administrator) {
        context.app().refresh_reference().await.map_err(Failure::Fault)?;
    }
    match rule.may.filter(|_| sent::may_hold_files(headers)) {
        Some(may) => may(context.clone()).await.map(Some),
        None => Ok(context.room),
    }
}

/// No address of ours is longer, in bytes.
const ADDRESS_MAX: usize = 8 * 1024;

/// Reads who asks, checks the rule, runs the handler, and turns a failure into a page.
async fn admit(State(rule): State<AccessRule>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let context = match RequestContext::read(&rule.site, &parts).await {
        Ok(context) => {
            RequestContext { takes: rule.takes, json: rule.json && wants_json(&parts.headers), ..context }
        }
        Err(fault) => {
            tracing::error!(error = %fault, "the session could not be read");
            return faulty();
        }
    };
    // A page says its own address again, in the way to the other language.
    if context.path.len() > ADDRESS_MAX {
        return render(&RequestContext { path: "/".into(), ..context }, Failure::NotFound);
    }
    // No address of ours holds a NUL, and PostgreSQL takes none.
    if context.path.contains("%00") {
        return render(&context, Failure::NotFound);
    }
    if !switch::is_known(&context.path) {
        return render(&context, Failure::NotFound);
    }
    if let Some(there) = switch::asked(&parts.method, &context) {
        return private(axum::response::Redirect::to(&there).into_response(), &context);
    }
    let wanted = parts.extensions.remove::<held::HeldKey>();
    let mut context = context;
    let switched =
        switch::requested_language(&parts.method, &parts.uri).filter(|_| !context.saves && wanted.is_none());
    // Whoever is signed in is led to the host that speaks it.
    if let Some(language) = switched.filter(|_| rule.holds == Holds::Shown) {
        context.language = language;
    }
    match limit(&rule, &context).and_then(|()| rule.access.admits(&context)) {
        Ok(()) => {}
        Err(Failure::SignInFirst) if parts.method == Method::POST && wanted.is_none() => {
            return held::sign_in_first(&rule, context, Request::from_parts(parts, body)).await;
        }
        Err(failure) => return answer(&context, failure),
    }
    match before_any_byte(&rule, &context, &parts.headers).await {
        Ok(room) => context.room = room,
        Err(failure) => return answer(&context, failure),
    }
    if let Some(wanted) = &wanted {
        context = match held::take(context, wanted).await {
            Ok(looking) => looking,
            Err(response) => return response,
        };
    }
    parts.extensions.insert(context.clone());
    let mut request = Request::from_parts(parts, body);
    if switched.is_some() {
        request = match switch::pressed(&rule, &context, request).await {
            Ok(Pressed::On(request)) => request,
            Ok(Pressed::Answered(response)) => return private(response, &context),
            Ok(Pressed::Shown(form)) => {
                context = held::looking(context, form);
                let mut request = Request::new(axum::body::Body::empty());
                *request.method_mut() = Method::POST;
                request.extensions_mut().insert(context.clone());
                request
            }
            Err(failure) => return answer(&context, failure),
        };
    }
    let response = match rule.heavy {
        true => apart(&rule, request, next).await,
        false => next.run(request).await,
    };
    leave(&rule, &context, response, switched).await
}

/// What the handler answered, as it goes out: a failure as a page, and the sentence of the form before said once.
async fn leave(
    rule: &AccessRule,
    context: &RequestContext,
    mut response: Response,
    switched: Option<Language>,
) -> Response {
    let failure = response.extensions_mut().remove::<std::sync::Arc<Failure>>();
    let failure = failure.and_then(|failure| std::sync::Arc::try_unwrap(failure).ok());
    if context.held.is_some() {
        let mut response = held::only_shown(context, response, failure);
        if switched.is_some() {
            response = switch::go_on(context, response);
        }
        return private(response, context);
    }
    let response = match failure {
        Some(failure) => answer(context, failure),
        None => response,
    };
    settle(rule, context, response.status()).await;
    let response = match switched.filter(|_| rule.holds == Holds::Shown) {
        Some(_) => switch::go_on(context, response),
        None => response,
    };
    let mut response = private(response, context);
    if context.said.is_some() && response.status() == StatusCode::OK {
        crate::flash::forget(&mut response, context);
    }
    response
}

/// Whether JSON is named among what is accepted, and no page is: browsers name pages.
fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let (mut json, mut page) = (false, false);
    for kind in accepted.flat_map(|value| value.split(',')) {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        json |= kind.eq_ignore_ascii_case("application/json") || kind.eq_ignore_ascii_case(PROBLEM);
        page |= kind.eq_ignore_ascii_case("text/html");
    }
    json && !page
}

/// What is left to do once a form was answered.
async fn settle(rule: &AccessRule, context: &RequestContext, status: StatusCode) {
    // Only a form shown again keeps what it brought: else what nothing named is nobody's. After a fault of ours it is not
    // certain yet what was named.
    let shown_again = [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT].contains(&status);
    if rule.may.is_some() && !shown_again && !status.is_server_error() {
        let tokens = std::mem::take(&mut *context.landed.lock().expect("no panic while it is noted"));
        if let Err(fault) = app::files::remove_unnamed(context.app(), tokens).await {
            tracing::warn!(error = %fault, "files nobody named could not be removed");
        }
    }
    if status.is_redirection() {
        held::sent(context, rule).await;
    }
}

/// The largest form of what is heavy: a drawing or a table, and what goes with it.
const HEAVY_FORM_MAX: usize = ui::posted::SHEET_MAX + 1024 * 1024;

/// Runs a handler on a thread of its own when its turn comes, so that the threads that answer everybody stay free. What
/// it is sent is read before: nobody's turn waits for a slow line.
async fn apart(rule: &AccessRule, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, HEAVY_FORM_MAX).await else {
        return Failure::BadRequest.into_response();
    };
    let Some(turn) = rule.site.limits.turn().await else { return Failure::Busy.into_response() };
    let request = Request::from_parts(parts, bytes.into());
    let runtime = tokio::runtime::Handle::current();
    let run = move || {
        let _turn = turn;
        runtime.block_on(next.run(request))
    };
    match tokio::task::spawn_blocking(run).await {
        Ok(response) => response,
        Err(panicked) => Failure::Fault(app::Fault::other(panicked)).into_response(),
    }
}

fn limit(rule: &AccessRule, context: &RequestContext) -> Result<(), Failure> {
    match rule.limit {
        Some(limit) => {
            rule.site.limits.check(limit, context.client).map_err(|seconds| Failure::TooOften { seconds })
        }
        None => Ok(()),
    }
}

fn answer(context: &RequestContext, failure: Failure) -> Response {
    match failure {
        Failure::SignInFirst if !context.json => held::to_sign_in(context, &context.path),
        failure => render(context, failure),
    }
}

/// Pages are nobody else's: no cache keeps them.
fn private(mut response: Response, context: &RequestContext) -> Response {
    let headers = response.headers_mut();
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    }
    headers.insert(header::CONTENT_LANGUAGE, header::HeaderValue::from_static(context.language.code()));
    response
}
