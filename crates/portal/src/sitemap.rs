//! For search engines: which pages there are, in both languages, and which are nobody's business.

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use domain::Language;
use web::{Answer, RequestContext};

/// Maximum addresses of the site map, below the 50,000 of its standard; the catalogue has some thousands.
const MOST: usize = 25_000;

pub async fn sitemap(context: RequestContext) -> Answer {
    let data = context.app().master_data();
    let mut paths: Vec<String> =
        ["/", "/procedures", "/figures", "/figures/data", "/lookup"].map(str::to_string).to_vec();
    paths.extend(
        data.public_procedures(context.today())
            .iter()
            .map(|procedure| format!("/procedures/{}", procedure.code)),
    );
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in paths.iter().take(MOST) {
        let of = |language| context.absolute(language, path);
        xml.push_str(&format!("<url><loc>{}</loc>", of(context.language)));
        for language in [Language::Vietnamese, Language::English] {
            let (code, address) = (language.code(), of(language));
            xml.push_str(&format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\"/>"));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    Ok(([(CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}

pub async fn robots(context: RequestContext) -> Answer {
    let closed = [
        "/office",
        "/apply",
        "/drafts",
        "/dossiers",
        "/lookup?",
        "/procedures?",
        "/procedures/suggest",
        "/figures?",
    ];
    let mut text = String::from("User-agent: *\n");
    for path in closed {
        text.push_str(&format!("Disallow: {path}\n"));
    }
    text.push_str(&format!("Sitemap: {}\n", context.absolute(context.language, "/sitemap.xml")));
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}
