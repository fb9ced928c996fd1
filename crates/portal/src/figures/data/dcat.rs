//! The data set as catalogues of data read it: DCAT, version 2, as JSON-LD. Addresses are those of the Vietnamese host.

use super::{DATA, DataFormat, file_name, rows};
use app::public_figures::PublicBook;
use domain::Language;
use domain::report::Quarter;
use serde_json::{Value, json};
use web::RequestContext;

pub fn catalogue(context: &RequestContext, book: &PublicBook) -> Value {
    described(|path| context.absolute(Language::Vietnamese, path), book)
}

pub fn described(absolute: impl Fn(&str) -> String, book: &PublicBook) -> Value {
    let said = |of: fn(&rows::Words) -> &'static str| {
        [Language::Vietnamese, Language::English]
            .map(|language| json!({"@language": language.code(), "@value": of(&rows::Words(language))}))
    };
    let home = absolute(DATA);
    let file = |quarter: &Quarter, format: DataFormat| {
        let address = absolute(&format!("{DATA}/{}", file_name(*quarter, format)));
        json!({
            "@type": "dcat:Distribution",
            "@id": address,
            "dct:title": file_name(*quarter, format),
            "dcat:downloadURL": {"@id": address},
            "dcat:accessURL": {"@id": home},
            "dcat:mediaType": format.media().split(';').next(),
            "dct:license": rows::LICENCE,
        })
    };
    let files: Vec<Value> = book
        .quarters
        .iter()
        .flat_map(|quarter| DataFormat::ALL.map(|format| file(quarter, format)))
        .collect();
    let days = book.quarters.last().zip(book.quarters.first());
    let temporal = days.map(|(first, last)| {
        json!({
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": first.period().from.to_string(),
            "dcat:endDate": last.period().to.to_string(),
        })
    });
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
        },
        "@type": "dcat:Dataset",
        "@id": home,
        "dct:title": said(|d| d.title()),
        "dct:description": said(|d| d.lead()),
        "dct:language": ["vi", "en"],
        "dct:accrualPeriodicity": {"@id": "http://purl.org/cld/freq/daily"},
        "dct:modified": book.told.map(|night| night.to_string()),
        "dct:license": rows::LICENCE,
        "dct:temporal": temporal,
        "dcat:landingPage": {"@id": home},
        "dcat:distribution": files,
    })
}
