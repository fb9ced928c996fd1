//! Sending a stored file: as what it was judged to be, never sniffed, never run.

use crate::{Answer, RequestContext};
use app::files::{Media, StoredFile};
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse;
use futures_util::Stream;
use tokio::io::AsyncReadExt;

const PIECE: usize = 64 * 1024;

/// A stored file as an answer, once the caller has checked that it may be read.
pub async fn send(context: &RequestContext, file: &StoredFile) -> Answer {
    let content = context.app().files.open_read(&file.token).await?;
    let mut response = Body::from_stream(pieces(content)).into_response();
    describe(response.headers_mut(), file);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

/// The content, piece by piece.
fn pieces(file: tokio::fs::File) -> impl Stream<Item = std::io::Result<Vec<u8>>> {
    futures_util::stream::try_unfold(file, |mut file| async move {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok(if read == 0 { None } else { Some((piece, file)) })
    })
}

/// Type, length and name; the browser may show it but must not guess what it is.
fn describe(headers: &mut HeaderMap, file: &StoredFile) {
    // Whatever a row says: nothing that a browser would run.
    let media = Media::parse(&file.media);
    let mime = media.map_or("application/octet-stream", Media::key);
    // Saved, it opens as what it is.
    let name = media.map_or_else(|| file.name.clone(), |media| media.named(&file.name));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(file.size));
    let encoded: String = name
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
                (byte as char).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    if let Ok(name) = HeaderValue::from_str(&format!("inline; filename*=UTF-8''{encoded}")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    // It is shown by itself or in a page of ours, runs nothing and asks for nothing, whatever it holds: the sandbox goes along
    // with it, since browsers show no PDF where the frame itself is one.
    let policy = "sandbox; default-src 'none'; frame-ancestors 'self'";
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
}
