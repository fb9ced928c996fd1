//! How a form is read: its fields, and its files streamed to the store while they arrive.

use crate::access::Takes;
use crate::{Failure, RequestContext};
use app::files::{FileProblem, StoredUpload};
use app::intake::{Room, Sender};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use std::collections::HashSet;
use std::sync::Arc;
use ui::Posted;
use ui::posted::{KEPT, PostedFile, PostedSheet, SHEET_MAX, VALUE_MAX};

/// Maximum bytes of a form without its files: room for a procedure of hundreds of papers with long names, percent-encoded.
const FORM_MAX: usize = 4 * 1024 * 1024;
const FIELDS_MAX: usize = 5_000;

/// A form as it was sent, for a handler.
pub struct Sent(pub Posted);

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Sent, Failure> {
        if let Some(held) =
            request.extensions().get::<RequestContext>().and_then(|context| context.held.as_deref())
        {
            return Ok(Sent(held.clone()));
        }
        // It was read before.
        if let Some(posted) = request.extensions().get::<Arc<Posted>>() {
            return Ok(Sent(Posted::clone(posted)));
        }
        if may_hold_files(request.headers()) {
            let context = request.extensions().get::<RequestContext>().cloned().ok_or(Failure::NotFound)?;
            if context.takes == Takes::Nothing {
                return Err(Failure::BadRequest);
            }
            let multipart = Multipart::from_request(request, state).await.map_err(|_| Failure::BadRequest)?;
            return read_multipart(&context, multipart).await.map(Sent);
        }
        let bytes =
            axum::body::to_bytes(request.into_body(), FORM_MAX).await.map_err(|_| Failure::BadRequest)?;
        let fields: Vec<(String, String)> =
            serde_urlencoded::from_bytes(&bytes).map_err(|_| Failure::BadRequest)?;
        if fields.len() > FIELDS_MAX {
            return Err(Failure::BadRequest);
        }
        let fields = fields.into_iter().map(|(name, value)| (name, kept(&value))).collect();
        Ok(Sent(Posted::of(fields)))
    }
}

/// What is kept of a field.
fn kept(value: &str) -> String {
    typed::first_letters(value, VALUE_MAX).replace('\0', "")
}

/// Whether a form is sent in the one way that can bring files.
pub(crate) fn may_hold_files(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

/// Files of a form that is still arriving: gone again, unless all of it arrives.
struct ArrivingFiles {
    files: app::files::Files,
    tokens: Vec<String>,
}

impl Drop for ArrivingFiles {
    fn drop(&mut self) {
        for token in &self.tokens {
            let _ = self.files.remove_now(token);
        }
    }
}

async fn read_multipart(context: &RequestContext, mut multipart: Multipart) -> Result<Posted, Failure> {
    let mut posted = Posted::default();
    let mut arriving = ArrivingFiles { files: context.app().files.clone(), tokens: Vec::new() };
    let mut room = room(context)?;
    let mut size = 0;
    while let Some(mut field) = multipart.next_field().await.map_err(|_| Failure::BadRequest)? {
        let name = field.name().unwrap_or_default().to_string();
        if posted.fields.len() + posted.files.len() >= FIELDS_MAX {
            return Err(Failure::BadRequest);
        }
        let named = field.file_name().map(|sent| (!sent.is_empty()).then(|| file_name(sent)));
        let Some(named) = named else {
            let value = read_text(&mut field, FORM_MAX - size).await?;
            size += value.len();
            posted.fields.push((name, kept(&value)));
            continue;
        };
        // A file field left empty still comes along, without a name.
        let Some(file_name) = named else { continue };
        if context.takes == Takes::Sheets {
            posted.sheet = Some(PostedSheet { name: file_name, bytes: read_sheet(&mut field).await? });
            continue;
        }
        let room = room.as_mut().ok_or(Failure::BadRequest)?;
        let full = posted.files.len() >= context.app().bounds.files_of_draft;
        let landed = receive(context, room, &mut field, full).await?;
        arriving.tokens.extend(landed.as_ref().ok().map(|landed| landed.token.clone()));
        posted.files.push(PostedFile { field: name, name: file_name, landed });
    }
    take_kept(context, &mut posted).await?;
    // From here on it is the handler's; what that does not name goes when it was done all the same.
    context.landed.lock().expect("no panic while it is noted").append(&mut arriving.tokens);
    Ok(posted)
}

/// A field's text; reading stops at the maximum number of bytes.
async fn read_text(
    field: &mut axum::extract::multipart::Field<'_>,
    bytes_max: usize,
) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|_| Failure::BadRequest)? {
        if bytes.len() + piece.len() > bytes_max {
            return Err(Failure::BadRequest);
        }
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| Failure::BadRequest)
}

/// What whoever sends may still bring.
fn room(context: &RequestContext) -> Result<Option<Room>, Failure> {
    let Some(left) = context.room else { return Ok(None) };
    let who = context.signed_in()?;
    let sender = match who.officer {
        Some(_) => Sender::Officer(who.id()),
        None => Sender::Applicant(who.id()),
    };
    Ok(Some(Room { sender, address: crate::limits::network(context.client), left }))
}

/// Files that arrived with an earlier sending of the same form and were kept; a newly chosen one replaces them.
async fn take_kept(context: &RequestContext, posted: &mut Posted) -> Result<(), Failure> {
    let mut tokens = HashSet::new();
    for (name, value) in posted.fields.clone() {
        let Some(field) = name.strip_prefix(KEPT) else { continue };
        // Each once, and no more than a form may bring.
        let token = value.split(' ').next().unwrap_or_default().to_string();
        if tokens.len() >= context.app().bounds.files_of_draft || !tokens.insert(token) {
            continue;
        }
        if posted.files.iter().any(|file| file.field == field) {
            continue;
        }
        let (token, name) = value.split_once(' ').unwrap_or((&value, ""));
        let landed = match app::files::land_again(context.app(), token.to_string()).await? {
            Some(landed) => Ok(landed),
            // It has its row: this form was sent before.
            None if app::files::find(context.app(), token.to_string()).await?.is_some() => continue,
            // Kept for a day and no longer: it is missed now, and not when somebody looks for it.
            None => Err(FileProblem::Broken),
        };
        posted.files.push(PostedFile { field: field.to_string(), name: file_name(name), landed });
    }
    Ok(())
}

/// A drawing or a table, read past where it is too large, so that the answer can be heard.
async fn read_sheet(field: &mut axum::extract::multipart::Field<'_>) -> Result<Option<Vec<u8>>, Failure> {
    let mut bytes = Some(Vec::new());
    while let Some(piece) = field.chunk().await.map_err(|_| Failure::BadRequest)? {
        bytes = bytes.filter(|read: &Vec<u8>| read.len() + piece.len() <= SHEET_MAX);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&piece);
        }
    }
    Ok(bytes)
}

async fn receive(
    context: &RequestContext,
    room: &mut Room,
    field: &mut axum::extract::multipart::Field<'_>,
    full: bool,
) -> Result<Result<StoredUpload, FileProblem>, Failure> {
    let mut problem = if full || !app::intake::take_in(context.app(), room, FILE_COST) {
        Some(FileProblem::TooMuch)
    } else {
        (!app::intake::disk_has_room(context.app())).then_some(FileProblem::NoRoom)
    };
    let mut upload = match problem {
        None => Some(context.app().files.begin().await?),
        Some(_) => None,
    };
    let mut looked = 0;
    loop {
        let piece = match field.chunk().await {
            Ok(None) => break,
            Ok(Some(piece)) => piece,
            Err(_) => return Ok(Err(FileProblem::Broken)),
        };
        // The rest of a file that will not be taken is read past, so that the answer can be heard.
        let Some(taking) = upload.as_mut() else { continue };
        let bytes = piece.len() as u64;
        looked += bytes;
        problem = if bytes > room.left || !app::intake::take_in(context.app(), room, bytes) {
            Some(FileProblem::TooMuch)
        } else if looked >= LOOKED_EVERY && !app::intake::disk_has_room(context.app()) {
            Some(FileProblem::NoRoom)
        } else {
            taking.write(&piece).await?.err()
        };
        room.left = room.left.saturating_sub(bytes);
        looked %= LOOKED_EVERY;
        // What it had written goes now, and not when the line ends.
        if problem.is_some() {
            upload = None;
        }
    }
    match (upload, problem) {
        (Some(upload), None) => Ok(upload.finish().await?),
        (_, problem) => Ok(Err(problem.unwrap_or(FileProblem::Broken))),
    }
}

/// What a file counts beside its bytes: the smallest takes a place in a folder, a block and a wait for the disk too.
const FILE_COST: u64 = 256 * 1024;
/// Bytes between two looks at the free space of the disk.
const LOOKED_EVERY: u64 = 1024 * 1024;

/// Maximum letters kept of a file's name.
const NAME_MAX: usize = 120;
/// An ending is no longer.
const ENDING_MAX: usize = 8;

/// The last part of a path, tidied; a long one is cut before its ending, and one without a letter to be seen has another.
fn file_name(sent: &str) -> String {
    let name = typed::one_line(sent.rsplit(['/', '\\']).next().unwrap_or_default());
    if name.is_empty() {
        return "file".into();
    }
    if name.chars().count() <= NAME_MAX {
        return name;
    }
    let ending = name.rfind('.').map(|at| &name[at..]).filter(|ending| ending.chars().count() <= ENDING_MAX);
    let ending = ending.unwrap_or_default();
    let stem: String = name.chars().take(NAME_MAX - ending.chars().count()).collect();
    format!("{}{ending}", stem.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_field_is_kept_what_any_takes_and_one_letter_more() {
        assert_eq!(kept("a\0b"), "ab");
        assert_eq!(kept(&"ă".repeat(3_000_000)).chars().count(), VALUE_MAX);
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = file_name(&format!("C:\\Giấy tờ\\{}.pdf", "đơn ".repeat(45)));
        assert!(name.ends_with(".pdf") && name.chars().count() <= NAME_MAX, "{name}");
        assert_eq!(file_name("a/b/ba\u{309}n khai.PDF"), "bản khai.PDF");
        assert_eq!(file_name(&"x".repeat(178)).len(), NAME_MAX);
        assert_eq!(file_name("\u{202e} \u{200b}"), "file");
        assert_eq!(file_name("C:\\fakepath\\..\\\u{202e}fdp.exe\u{200f}"), "fdp.exe");
        assert_eq!(
            file_name(&format!("{}. Một câu dài không phải đuôi tệp", "x".repeat(120))).len(),
            NAME_MAX
        );
    }
}
