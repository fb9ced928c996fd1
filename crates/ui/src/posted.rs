//! What a form posted: fields as they came, files streamed to the store while they arrive.

use crate::access::Takes;
use crate::{Ask, Failure};
use app::files::{FILE_MAX, FileProblem, Landed};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;

/// The largest form without files, in bytes.
/// Room for a procedure of hundreds of papers with long names, percent-encoded.
const FORM_MAX: usize = 4 * 1024 * 1024;
/// The largest drawing or table, in bytes.
pub const SHEET_MAX: usize = 8 * 1024 * 1024;
const FIELDS_MAX: usize = 5_000;

#[derive(Clone, Debug, Default)]
pub struct Posted {
    fields: Vec<(String, String)>,
    pub files: Vec<PostedFile>,
    /// A drawing or a table, where the endpoint takes one.
    pub sheet: Option<Sheet>,
}

/// A drawing or a table as it came.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// As the sender named it, without folders.
    pub name: String,
    /// Its bytes, or nothing where there are too many of them.
    pub bytes: Option<Vec<u8>>,
}

#[derive(Clone, Debug)]
pub struct PostedFile {
    /// The field it came in.
    pub field: String,
    /// As the sender named it, without folders.
    pub name: String,
    pub landed: Result<Landed, FileProblem>,
}

impl Posted {
    pub fn of(fields: Vec<(String, String)>) -> Posted {
        Posted { fields, ..Posted::default() }
    }

    /// As typed.
    pub fn raw(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    pub fn find(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Tidied: composed letters, no invisible ones, single blanks.
    pub fn text(&self, name: &str) -> String {
        forms::tidy(self.raw(name))
    }

    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Posted, Failure> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            let ask = request.extensions().get::<Ask>().cloned().ok_or(Failure::NotFound)?;
            if ask.takes == Takes::Nothing {
                return Err(Failure::BadRequest);
            }
            let multipart = Multipart::from_request(request, state).await.map_err(|_| Failure::BadRequest)?;
            return read_multipart(&ask, multipart).await;
        }
        let bytes =
            axum::body::to_bytes(request.into_body(), FORM_MAX).await.map_err(|_| Failure::BadRequest)?;
        let fields: Vec<(String, String)> =
            serde_urlencoded::from_bytes(&bytes).map_err(|_| Failure::BadRequest)?;
        if fields.len() > FIELDS_MAX {
            return Err(Failure::BadRequest);
        }
        let fields = fields.into_iter().map(|(name, value)| (name, value.replace('\0', ""))).collect();
        Ok(Posted { fields, ..Posted::default() })
    }
}

async fn read_multipart(ask: &Ask, mut multipart: Multipart) -> Result<Posted, Failure> {
    let mut posted = Posted::default();
    let mut size = 0;
    while let Some(mut field) = multipart.next_field().await.map_err(|_| Failure::BadRequest)? {
        let name = field.name().unwrap_or_default().to_string();
        if posted.fields.len() + posted.files.len() >= FIELDS_MAX {
            return Err(Failure::BadRequest);
        }
        let Some(file_name) = field.file_name().map(file_name) else {
            let value = field.text().await.map_err(|_| Failure::BadRequest)?;
            size += value.len();
            if size > FORM_MAX {
                return Err(Failure::BadRequest);
            }
            posted.fields.push((name, value.replace('\0', "")));
            continue;
        };
        // A file field left empty still comes along, without a name.
        if file_name.is_empty() {
            continue;
        }
        if ask.takes == Takes::Sheets {
            posted.sheet = Some(Sheet { name: file_name, bytes: read_sheet(&mut field).await? });
            continue;
        }
        let landed = receive(ask, &mut field).await?;
        posted.files.push(PostedFile { field: name, name: file_name, landed });
    }
    take_kept(ask, &mut posted).await?;
    Ok(posted)
}

/// Files that arrived with an earlier sending of the same form and were kept; a newly chosen one replaces them.
async fn take_kept(ask: &Ask, posted: &mut Posted) -> Result<(), Failure> {
    for (name, value) in posted.fields.clone() {
        let Some(field) = name.strip_prefix("kept-") else { continue };
        if posted.files.iter().any(|file| file.field == field) {
            continue;
        }
        let (token, name) = value.split_once(' ').unwrap_or((&value, ""));
        if let Some(landed) = ask.app().land_again(token.to_string()).await? {
            let (field, name) = (field.to_string(), file_name(name));
            posted.files.push(PostedFile { field, name, landed: Ok(landed) });
        }
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
    ask: &Ask,
    field: &mut axum::extract::multipart::Field<'_>,
) -> Result<Result<Landed, FileProblem>, Failure> {
    let mut upload = ask.app().files.begin().await?;
    let mut problem = None;
    loop {
        match field.chunk().await {
            Ok(None) => break,
            // The rest of a file that will not be taken is read past, so that the answer can be heard.
            Ok(Some(_)) if problem.is_some() => {}
            Ok(Some(piece)) => problem = upload.write(&piece).await?.err(),
            Err(_) => {
                return Ok(Err(FileProblem::Broken));
            }
        }
    }
    match problem {
        Some(problem) => Ok(Err(problem)),
        None => Ok(upload.finish().await?),
    }
}

/// The last part of a path, tidied and at most 120 characters.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    forms::tidy(last).replace('\n', " ").chars().take(120).collect()
}

/// Why a file was not taken, in a sentence.
pub fn file_sentence(problem: FileProblem, name: &str, language: domain::Language) -> String {
    let megabytes = FILE_MAX / 1024 / 1024;
    match problem {
        FileProblem::Empty => {
            language.pick(format!("Tệp “{name}” không có nội dung"), format!("The file “{name}” is empty"))
        }
        FileProblem::TooLarge => language.pick(
            format!("Tệp “{name}” lớn hơn {megabytes} MB, hãy chụp hoặc quét lại với cỡ nhỏ hơn"),
            format!("The file “{name}” is larger than {megabytes} MB; scan or photograph it smaller"),
        ),
        FileProblem::WrongType => language.pick(
            format!("Tệp “{name}” không phải PDF, JPG hay PNG"),
            format!("The file “{name}” is not a PDF, JPG or PNG"),
        ),
        FileProblem::Broken => language.pick(
            format!("Tệp “{name}” bị ngắt giữa chừng, hãy gửi lại"),
            format!("The file “{name}” was cut off; please send it again"),
        ),
    }
}
