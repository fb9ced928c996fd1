//! From the bytes of a file to text that may be parsed: encodings, and a guard against files made to do harm.
//!
//! The parser used recurses once for each element inside an element and compares each attribute with the others of its
//! tag, so depth, attributes and declarations are bounded here, before it sees the text.

use crate::problem::Unreadable;

/// What one file may be.
pub const BYTES_MAX: usize = 8 << 20;
const DEPTH_MAX: usize = 200;
const ATTRIBUTES_MAX: usize = 200;
/// Declared around any one place, and in the whole file.
const PREFIXES_MAX: usize = 200;
const PREFIXES_IN_ALL_MAX: usize = 20_000;
pub(crate) const NODES_MAX: u32 = 400_000;

/// How a ZIP archive begins.
const PACKED: &[u8] = b"PK\x03\x04";

/// The text of a file in whatever encoding it was saved.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > BYTES_MAX {
        return Err(Unreadable::TooLarge { bytes: bytes.len() as u64 });
    }
    if bytes.starts_with(PACKED) {
        return Err(Unreadable::Packed);
    }
    let (text, broken) = match unmarked_utf16(bytes) {
        Some(encoding) => encoding.decode_without_bom_handling(bytes),
        None => {
            let label = declared(bytes).unwrap_or_else(|| "utf-8".into());
            let Some(encoding) = encoding_rs::Encoding::for_label(label.as_bytes()) else {
                return Err(Unreadable::Encoding { name: label });
            };
            // A file that says UTF-16 in letters of one byte is not in UTF-16.
            let wide = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
            let encoding = if wide { encoding_rs::UTF_8 } else { encoding };
            let (text, _, broken) = encoding.decode(bytes);
            (text, broken)
        }
    };
    if broken {
        return Err(Unreadable::Encoding { name: declared(bytes).unwrap_or_else(|| "utf-8".into()) });
    }
    let text = typed::document(&text).into_owned();
    guard(&text)?;
    Ok(text)
}

/// The text of a file as it can be kept: what it says of its encoding is true of UTF-8 from now on.
pub fn as_text(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = decode(bytes)?;
    match declared(text.as_bytes()) {
        Some(label) if !label.eq_ignore_ascii_case("utf-8") => Ok(text.replacen(&label, "UTF-8", 1)),
        _ => Ok(text),
    }
}

fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// The encoding named in the first line, which is always readable as letters of one byte.
fn declared(bytes: &[u8]) -> Option<String> {
    let head: String = bytes.iter().take(200).map(|byte| *byte as char).collect();
    let declaration = &head[head.find("<?xml")?..];
    let declaration = &declaration[..declaration.find("?>")?];
    let value = declaration[declaration.find("encoding")? + 8..].trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    Some(value[1..].split(quote).next()?.trim().to_string())
}

/// Walks over the tags once. What is wrong in another way is left to the parser.
fn guard(text: &str) -> Result<(), Unreadable> {
    let bytes = text.as_bytes();
    let (mut at, mut in_all) = (0, 0usize);
    // Of each element around: how many prefixes it and those around it declare.
    let mut around: Vec<usize> = Vec::new();
    while let Some(open) = find(bytes, at, b"<") {
        let rest = &bytes[open..];
        at = if rest.starts_with(b"<!--") {
            find(bytes, open + 4, b"-->").map_or(bytes.len(), |end| end + 3)
        } else if rest.starts_with(b"<![CDATA[") {
            find(bytes, open + 9, b"]]>").map_or(bytes.len(), |end| end + 3)
        } else if rest.starts_with(b"<?") {
            find(bytes, open + 2, b"?>").map_or(bytes.len(), |end| end + 2)
        } else if rest.starts_with(b"<!") {
            return Err(Unreadable::Declarations);
        } else if rest.starts_with(b"</") {
            around.pop();
            open + 2
        } else {
            let tag = tag(bytes, open + 1);
            let prefixes = around.last().copied().unwrap_or(0) + tag.prefixes;
            in_all += tag.prefixes;
            if tag.attributes > ATTRIBUTES_MAX || prefixes > PREFIXES_MAX || in_all > PREFIXES_IN_ALL_MAX {
                return Err(Unreadable::TooManyAttributes);
            }
            if !tag.closed {
                around.push(prefixes);
            }
            if around.len() > DEPTH_MAX {
                return Err(Unreadable::TooDeep);
            }
            tag.end
        };
    }
    Ok(())
}

struct SourceTag {
    end: usize,
    attributes: usize,
    prefixes: usize,
    closed: bool,
}

fn tag(bytes: &[u8], from: usize) -> SourceTag {
    let mut tag = SourceTag { end: from, attributes: 0, prefixes: 0, closed: false };
    let mut quote = None;
    while let Some(byte) = bytes.get(tag.end) {
        match (quote, byte) {
            (Some(open), byte) if open == *byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'=') => tag.attributes += 1,
            (None, b'x') if bytes[tag.end..].starts_with(b"xmlns") => tag.prefixes += 1,
            (None, b'>') => {
                tag.closed = bytes[tag.end - 1] == b'/';
                tag.end += 1;
                break;
            }
            (None, _) => {}
        }
        tag.end += 1;
    }
    tag
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let first = what[0];
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_in_the_encoding_it_was_saved_in() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a n=\"Thẩm định\"/>";
        let wide = |order: fn(u16) -> [u8; 2], mark: &[u8]| -> Vec<u8> {
            mark.iter().copied().chain(text.encode_utf16().flat_map(order)).collect()
        };
        for bytes in [
            wide(u16::to_le_bytes, &[0xff, 0xfe]),
            wide(u16::to_be_bytes, &[0xfe, 0xff]),
            wide(u16::to_le_bytes, &[]),
            wide(u16::to_be_bytes, &[]),
            text.as_bytes().to_vec(),
            [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat(),
        ] {
            assert_eq!(decode(&bytes).unwrap(), text);
        }
        assert!(
            as_text(&wide(u16::to_le_bytes, &[0xff, 0xfe]))
                .unwrap()
                .starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        );
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a n='\xe9'/>";
        assert!(decode(latin).unwrap().contains('é'));
        assert_eq!(
            decode(b"<?xml version='1.0' encoding='klingon'?><a/>"),
            Err(Unreadable::Encoding { name: "klingon".into() })
        );
        assert_eq!(decode(b"PK\x03\x04\x14\0\x06\0"), Err(Unreadable::Packed));
        assert_eq!(decode(b"<a>\xff</a>"), Err(Unreadable::Encoding { name: "utf-8".into() }));
    }

    #[test]
    fn what_would_harm_is_refused_before_it_is_parsed() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(decode(bomb.as_bytes()), Err(Unreadable::Declarations));
        let deep = "<a>".repeat(100_000);
        assert_eq!(decode(deep.as_bytes()), Err(Unreadable::TooDeep));
        let wide: String = (0..5_000).map(|n| format!(" a{n}='1'")).collect();
        assert_eq!(decode(format!("<a{wide}/>").as_bytes()), Err(Unreadable::TooManyAttributes));
        let scopes =
            |count: usize| -> String { (0..count).map(|n| format!("<a xmlns:p{n}='u{n}'/>")).collect() };
        assert!(decode(format!("<b>{}</b>", scopes(5_000)).as_bytes()).is_ok());
        assert_eq!(
            decode(format!("<b>{}</b>", scopes(50_000)).as_bytes()),
            Err(Unreadable::TooManyAttributes)
        );
        let large = vec![b' '; BYTES_MAX + 1];
        assert_eq!(decode(&large), Err(Unreadable::TooLarge { bytes: BYTES_MAX as u64 + 1 }));
        assert!(decode(b"<a b='>'><!-- <c> --><![CDATA[<d>]]></a>").is_ok());
    }
}
