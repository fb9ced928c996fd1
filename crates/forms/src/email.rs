//! E-mail addresses: the ones a mailer can write to, and no others. The only place that says which.

/// The longest address, and the longest name in one (RFC 5321).
const BYTES_MAX: usize = 254;
const NAME_MAX: usize = 64;

/// The address in small letters; nothing where no mailer would take it, such as with a comment, a quoted name, or letters
/// beyond those every mail server knows.
pub(crate) fn read(typed: &str) -> Option<String> {
    let address = typed::address(typed);
    let (name, host) = address.split_once('@')?;
    let in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    let in_host = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let name_right =
        name.len() <= NAME_MAX && name.split('.').all(|part| !part.is_empty() && part.bytes().all(in_name));
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(in_host)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let top = last.len() >= 2 && last.bytes().any(|byte| byte.is_ascii_alphabetic());
    let right =
        address.len() <= BYTES_MAX && name_right && host.contains('.') && host.split('.').all(label) && top;
    right.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_a_mailer_takes() {
        for (typed, kept) in [
            ("An@Example.VN", "an@example.vn"),
            (" an@example.vn\u{200b}", "an@example.vn"),
            ("\u{feff}a\u{ad}n@exam\u{2060}ple.vn", "an@example.vn"),
            ("an.le+hoso@mail.example.vn", "an.le+hoso@mail.example.vn"),
            ("o'hara@example.ie", "o'hara@example.ie"),
            ("O`Hara@example.ie", "o`hara@example.ie"),
            ("an@xn--v-nfa.vn", "an@xn--v-nfa.vn"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(kept), "{typed}");
        }
        for typed in [
            "an",
            "an@",
            "@example.vn",
            "an@example",
            "an@@example.vn",
            "mailto:an@example.vn",
            "an@example.vn/",
            "an@example.vn.",
            ".an@example.vn",
            "an.@example.vn",
            "an..le@example.vn",
            "an(home)@example.vn",
            "an@example..vn",
            "an@-example.vn",
            "an@example-.vn",
            "an@exam_ple.vn",
            "an@example.v",
            "an@10.0.0.1",
            "an@[10.0.0.1]",
            "an le@example.vn",
            "\"an le\"@example.vn",
            "<an@example.vn>",
            "an@example.vn, ba@example.vn",
            "an@example.vn;ba@example.vn",
            "ân@example.vn",
            "an@vídụ.vn",
            "an@example.vn?subject=x",
            "an:le@example.vn",
            "an@example.vn:25",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(read(&format!("{}@example.vn", "a".repeat(65))), None);
        assert_eq!(read(&format!("an@{}.vn", "a".repeat(64))), None);
    }
}
