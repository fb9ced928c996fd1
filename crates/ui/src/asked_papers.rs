//! The papers of a request for completion by name, each with why it is asked for where that is not why the rest is.

use domain::Language;
use domain::dossier::Request;
use domain::procedure::Procedure;

pub fn asked_papers(request: &Request, procedure: Option<&Procedure>, language: Language) -> Vec<String> {
    let named = |id: &String| {
        let paper = procedure.and_then(|procedure| procedure.paper(id));
        let name = paper.map_or(id.as_str(), |paper| paper.name.get(language));
        match request.reasons.iter().find(|of| of.paper == *id) {
            Some(of) => format!("{name} ({})", of.code.name(language).to_lowercase()),
            None => name.to_string(),
        }
    };
    request.papers.iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dossier::{PaperReason, ReasonCode};

    #[test]
    fn a_paper_says_its_own_reason_and_one_that_is_unknown_its_key() {
        let procedure = testkit::samples::procedure();
        let known = &procedure.papers[0];
        let request = Request {
            papers: vec![known.id.clone(), "gone".into()],
            reason_code: Some(ReasonCode::Missing),
            reasons: vec![PaperReason { paper: known.id.clone(), code: ReasonCode::Expired }],
            ..Request::default()
        };
        for (language, why) in
            [(Language::Vietnamese, "giấy tờ hết hạn sử dụng"), (Language::English, "a document has expired")]
        {
            let said = asked_papers(&request, Some(&procedure), language);
            assert_eq!(said, [format!("{} ({why})", known.name.get(language)), "gone".into()]);
        }
    }
}
