//! Who a procedure is meant for, said to whoever is signed in as somebody else: a warning, for one may act for another.

use app::accounts::AccountKind;
use domain::Language;
use domain::procedure::{Audience, Procedure};
use ui::part::{Notice, Tone};
use web::RequestContext;

ui::words! {
    organisations = "Thủ tục này dành cho doanh nghiệp, tổ chức", "This procedure is for companies and organisations";
    organisations_more = "Bạn đang dùng tài khoản cá nhân. Chỉ nộp tiếp nếu bạn làm thay cho một doanh nghiệp hoặc tổ chức.", "You are signed in as a person. Go on only if you act for a company or organisation.";
    people = "Thủ tục này dành cho cá nhân", "This procedure is for people";
    people_more = "Bạn đang dùng tài khoản của tổ chức. Chỉ nộp tiếp nếu bạn làm thay cho một người.", "You are signed in as an organisation. Go on only if you act for a person.";
}

pub fn for_others(context: &RequestContext, procedure: &Procedure) -> Option<Notice> {
    let account = &context.who.as_ref().filter(|who| who.officer.is_none())?.account;
    notice(procedure, account.kind, context.language)
}

fn notice(procedure: &Procedure, kind: AccountKind, language: Language) -> Option<Notice> {
    let t = Words(language);
    let audiences = &procedure.audiences;
    let any = |of: &[Audience]| audiences.iter().any(|audience| of.contains(audience));
    let people = any(&[Audience::Citizen, Audience::Foreigner]);
    let organisations = any(&[Audience::Business, Audience::Organisation]);
    // A household business is a person's.
    let both = audiences.is_empty() || any(&[Audience::HouseholdBusiness]);
    let (title, more) = match kind {
        AccountKind::Person if organisations && !people && !both => {
            (t.organisations(), t.organisations_more())
        }
        AccountKind::Organisation if people && !organisations && !both => (t.people(), t.people_more()),
        _ => return None,
    };
    Some(Notice::titled(Tone::Warning, title).sentence(more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whom_it_is_not_meant_for_is_told() {
        use Audience::{Business, Citizen, Foreigner, HouseholdBusiness, Organisation};
        for (audiences, person, organisation) in [
            (vec![], false, false),
            (vec![Business], true, false),
            (vec![Business, Organisation], true, false),
            (vec![Citizen], false, true),
            (vec![Citizen, Foreigner], false, true),
            (vec![Citizen, Business], false, false),
            (vec![HouseholdBusiness], false, false),
        ] {
            let procedure = Procedure { audiences: audiences.clone(), ..testkit::samples::procedure() };
            let told = |kind| notice(&procedure, kind, Language::English).is_some();
            assert_eq!(told(AccountKind::Person), person, "{audiences:?}");
            assert_eq!(told(AccountKind::Organisation), organisation, "{audiences:?}");
            assert!(!told(AccountKind::Officer));
        }
    }
}
