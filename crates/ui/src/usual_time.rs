//! How long it really takes, in a sentence.

use app::master_data::MasterData;
use app::public_figures::UsualTime;
use domain::Language;

crate::words! {
    here(days: u16, agency: &str) = "9 trên 10 hồ sơ tại {agency} đã xong trong {days} ngày làm việc.", "9 in 10 applications to {agency} were decided within {days} working day." / "9 in 10 applications to {agency} were decided within {days} working days.";
    here_at_once(agency: &str) = "9 trên 10 hồ sơ tại {agency} đã xong ngay trong ngày tiếp nhận.", "9 in 10 applications to {agency} were decided the day they were accepted.";
    anywhere(days: u16) = "9 trên 10 hồ sơ trong toàn tỉnh đã xong trong {days} ngày làm việc.", "9 in 10 applications across the province were decided within {days} working day." / "9 in 10 applications across the province were decided within {days} working days.";
    anywhere_at_once = "9 trên 10 hồ sơ trong toàn tỉnh đã xong ngay trong ngày tiếp nhận.", "9 in 10 applications across the province were decided the day they were accepted.";
}

/// By when nine in ten were decided: at an agency by its name, or in the province where none is named.
pub fn sentence(agency: Option<&str>, days: u16, language: Language) -> String {
    let t = Words(language);
    match (agency, days) {
        (Some(agency), 0) => t.here_at_once(agency),
        (Some(agency), days) => t.here(days, agency),
        (None, 0) => t.anywhere_at_once().into(),
        (None, days) => t.anywhere(days),
    }
}

/// The same as it was found.
pub fn said(usual: &UsualTime, data: &MasterData, language: Language) -> String {
    let agency = usual.agency.and_then(|agency| data.agency(agency));
    sentence(agency.map(|agency| agency.name.get(language)), usual.days, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_as_people_say_them() {
        let english = |days| sentence(None, days, Language::English);
        assert!(english(0).ends_with("the day they were accepted."));
        assert!(english(1).ends_with("within 1 working day."));
        assert!(
            sentence(Some("Sở Tư pháp"), 4, Language::Vietnamese)
                .contains("Sở Tư pháp đã xong trong 4 ngày làm việc")
        );
    }
}
