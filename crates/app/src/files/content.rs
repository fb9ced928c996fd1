//! What a content is, told by its bytes, and whether it is whole: an officer who cannot open it would ask for it again
//! days later.

use super::{FileProblem, locked};

typed::keyed! {
    /// What is taken, by its media type: what a row says, and nothing else is ever sent to a browser. Judged by the content,
    /// never by the name.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
    pub enum Media {
        Pdf = "application/pdf",
        Jpeg = "image/jpeg",
        Png = "image/png",
    }
}

/// Maximum bytes before the beginning of a PDF: some programs write a mark, blank lines or a header of their own.
const BEGINS: usize = 1024;
/// Bytes by which the kind of a content is known: what begins on the last of [`BEGINS`] is there whole.
pub(super) const HEAD: usize = BEGINS + PDF.len() - 1;
/// Maximum bytes from the end mark of a PDF to the end of the file, without blanks and zeros after it.
const TAIL: usize = 2048;
/// Maximum blanks at the end of a stream that the length a PDF says may include.
const BLANKS: usize = 16;
/// What a name must not hold on one system or another, and what it must not be.
const FORBIDDEN: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
const PDF: &[u8] = b"%PDF-";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

impl Media {
    /// How names of it end, the usual way first.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Media::Pdf => &["pdf"],
            Media::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Media::Png => &["png"],
        }
    }

    /// By how it begins, of which [`HEAD`] bytes are enough.
    pub fn of_first_bytes(bytes: &[u8]) -> Option<Media> {
        if bytes.starts_with(JPEG) {
            Some(Media::Jpeg)
        } else if bytes.starts_with(PNG) {
            Some(Media::Png)
        } else {
            let at = find(&bytes[..bytes.len().min(HEAD)], PDF)?;
            // Before it stand words at most, and no page of the web.
            let before = std::str::from_utf8(&bytes[..at]).ok()?;
            let page = before.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with('<');
            (!page && !before.contains('\0')).then_some(Media::Pdf)
        }
    }

    /// A name as it is served: one that can be saved anywhere, with an ending by which it opens as what it is, and as
    /// nothing else.
    pub fn named(self, name: &str) -> String {
        let allowed =
            |letter: char| if FORBIDDEN.contains(&letter) || letter.is_control() { '_' } else { letter };
        let name: String = name.chars().map(allowed).collect();
        let name = name.trim_end_matches(['.', ' ']);
        let (stem, ending) = match name.rsplit_once('.') {
            Some((stem, ending)) if self.endings().contains(&&*ending.to_lowercase()) => (stem, ending),
            _ => (name, self.endings()[0]),
        };
        let stem = if stem.trim_matches(['.', ' ']).is_empty() { "file" } else { stem };
        let first = stem.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        let device = DEVICES.contains(&first.as_str())
            || first
                .strip_prefix("com")
                .or(first.strip_prefix("lpt"))
                .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()));
        format!("{}{stem}.{ending}", if device { "_" } else { "" })
    }

    /// Whether it can be opened by whoever has it.
    pub(super) fn check(self, bytes: &[u8]) -> Result<(), FileProblem> {
        let whole = match self {
            Media::Pdf => whole_pdf(bytes),
            Media::Jpeg => whole_jpeg(bytes),
            Media::Png => whole_png(bytes),
        };
        match self {
            _ if !whole => Err(FileProblem::Cut),
            Media::Pdf if locked::needs_password(bytes) => Err(FileProblem::Locked),
            _ => Ok(()),
        }
    }
}

pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

pub(super) fn find_last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}

fn whole_pdf(bytes: &[u8]) -> bool {
    let end = bytes.iter().rposition(|byte| !byte.is_ascii_whitespace() && *byte != 0).map_or(0, |at| at + 1);
    let tail = &bytes[end.saturating_sub(TAIL)..end];
    // One made for the web has an end near its beginning too, and says how long it is.
    let head = &bytes[..bytes.len().min(HEAD)];
    let linearized = find(head, b"/Linearized").and_then(|at| {
        let dictionary = head[at..].split(|byte| *byte == b'>').next()?;
        let length = find(dictionary, b"/L ").map(|at| &dictionary[at + 3..])?;
        let digits: Vec<u8> = length.iter().copied().take_while(u8::is_ascii_digit).collect();
        std::str::from_utf8(&digits).ok()?.parse::<usize>().ok()
    });
    // The last place it points from has its end behind it, and nothing has begun behind that: what was added later, such as
    // a signature, is cut.
    let last = find_last(tail, b"startxref").unwrap_or(0);
    let end_of_all = find(&tail[last..], b"%%EOF").map(|at| &tail[last + at..]);
    end_of_all.is_some_and(|behind| !begins_object(behind))
        && linearized.is_none_or(|length| end >= length.saturating_sub(BLANKS))
}

/// Whether a part of a PDF begins in it: `12 0 obj`.
fn begins_object(bytes: &[u8]) -> bool {
    bytes.split(|byte| b"\r\n".contains(byte)).any(|line| {
        let mut words = line.split(|byte| *byte == b' ');
        let mut number =
            || words.next().is_some_and(|word| !word.is_empty() && word.iter().all(u8::is_ascii_digit));
        number() && number() && words.next().is_some_and(|word| word.starts_with(b"obj"))
    })
}

/// Its parts one by one up to the picture itself, and the end of that.
fn whole_jpeg(bytes: &[u8]) -> bool {
    let (mut at, mut framed) = (2, false);
    while let Some([0xff, kind]) = bytes.get(at..at + 2) {
        match kind {
            // Filling, and parts without content.
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            0xd8 | 0xd9 => return false,
            kind => {
                let Some([high, low]) = bytes.get(at + 2..at + 4) else { return false };
                framed |= matches!(kind, 0xc0..=0xcf) && !matches!(kind, 0xc4 | 0xc8 | 0xcc);
                at += 2 + usize::from(u16::from_be_bytes([*high, *low])).max(2);
                if *kind == 0xda {
                    // In the picture itself this never stands; behind its end cameras put what they like.
                    return framed && bytes.get(at..).is_some_and(|rest| find(rest, b"\xff\xd9").is_some());
                }
            }
        }
    }
    false
}

fn whole_png(bytes: &[u8]) -> bool {
    let (mut at, mut first, mut picture) = (PNG.len(), true, false);
    while let Some(head) = bytes.get(at..at + 8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        // With its sum behind it.
        let Some(content) = bytes.get(at + 8..).and_then(|rest| rest.get(..length + 4)) else { return false };
        match &head[4..] {
            b"IHDR" if first && length == 13 => {
                let sized = content[..8].chunks(4).all(|side| side.iter().any(|byte| *byte != 0));
                if !sized {
                    return false;
                }
            }
            b"IHDR" => return false,
            _ if first => return false,
            b"IDAT" => picture = true,
            b"IEND" => return picture,
            _ => {}
        }
        first = false;
        at += 12 + length;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(name: &str) -> Vec<u8> {
        std::fs::read(format!("{}/tests/files/{name}.pdf", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    fn judged(bytes: &[u8]) -> Result<Media, FileProblem> {
        let media = Media::of_first_bytes(bytes).ok_or(FileProblem::WrongType)?;
        media.check(bytes).map(|()| media)
    }

    #[test]
    fn a_pdf_may_begin_a_little_later() {
        let plain = sample("plain");
        let header =
            b"--b1\r\nContent-Disposition: form-data; name=\"f\"\r\nContent-Type: application/pdf\r\n\r\n";
        for before in [&b""[..], b"\xef\xbb\xbf", b"\n", b"\r\n \r\n", b"\xef\xbb\xbf\r\n", header] {
            assert_eq!(judged(&[before, &plain].concat()), Ok(Media::Pdf), "{before:?}");
        }
        for behind in [&b"\n"[..], b"\r\n--b1--\r\n", &[0; 5_000], &[b' '; 3_000]] {
            assert_eq!(judged(&[&plain, behind].concat()), Ok(Media::Pdf));
        }
        // It begins on the last of the bytes, wherever the pieces of it end.
        for before in [0, 1, 1_019, 1_020, 1_021, 1_022, BEGINS - 1] {
            let moved = [&vec![b'\n'; before], &plain[..]].concat();
            assert_eq!(judged(&moved), Ok(Media::Pdf), "{before}");
            assert_eq!(Media::of_first_bytes(&moved[..HEAD.min(moved.len())]), Some(Media::Pdf), "{before}");
        }
        let late = vec![b'\n'; BEGINS];
        for wrong in [
            &late[..],
            b"<!doctype html>",
            b"\xef\xbb\xbf <script>",
            b"GIF89a\x01\0\x01\0",
            b"PK\x03\x04\0\0",
        ] {
            assert_eq!(judged(&[wrong, &plain].concat()), Err(FileProblem::WrongType), "{wrong:?}");
        }
    }

    #[test]
    fn what_is_cut_is_said() {
        for name in ["plain", "linear", "streams"] {
            let whole = sample(name);
            assert_eq!(judged(&whole), Ok(Media::Pdf), "{name}");
            for end in [whole.len() / 2, whole.len() - 8, 100] {
                assert_eq!(judged(&whole[..end]), Err(FileProblem::Cut), "{name} {end}");
            }
        }
        // What was added later is cut.
        let added = b"\n7 0 obj\n<</Type /Sig /Contents <00>>>\nendobj\n";
        assert_eq!(judged(&[&sample("plain"), &added[..]].concat()), Err(FileProblem::Cut));
        let end = b"trailer\n<</Size 8>>\nstartxref\n0\n%%EOF\n";
        assert_eq!(judged(&[&sample("plain"), &added[..], end].concat()), Ok(Media::Pdf));
        // One for the web that ends behind its first page.
        let long = [
            b"%PDF-1.5\n1 0 obj\n<</Linearized 1/L 90000/O 3>>\nendobj\nstartxref\n0\n%%EOF\n",
            &[b'%'; 900][..],
        ]
        .concat();
        assert_eq!(judged(&long), Err(FileProblem::Cut));

        let mut jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
        assert_eq!(judged(&jpeg), Err(FileProblem::Cut), "a head and no picture");
        assert_eq!(judged(&[&jpeg[..], b"\xff\xd9"].concat()), Err(FileProblem::Cut));
        jpeg.extend(b"\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\x7f");
        assert_eq!(judged(&jpeg), Err(FileProblem::Cut));
        jpeg.extend(b"\xff\xd9");
        assert_eq!(judged(&jpeg), Ok(Media::Jpeg));
        assert_eq!(judged(&[&jpeg[..], b"SEFH of a camera"].concat()), Ok(Media::Jpeg));

        let chunk = |kind: &[u8; 4], content: &[u8]| {
            [&(content.len() as u32).to_be_bytes()[..], kind, content, &[0; 4]].concat()
        };
        let header = chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0");
        let png = [PNG, &header, &chunk(b"IDAT", b"x"), &chunk(b"IEND", b"")].concat();
        assert_eq!(judged(&png), Ok(Media::Png));
        for end in [8, 24, png.len() - 1, png.len() - 12] {
            assert_eq!(judged(&png[..end]), Err(FileProblem::Cut), "{end}");
        }
        assert_eq!(judged(&[PNG, &header, &chunk(b"IEND", b"")].concat()), Err(FileProblem::Cut));
        for short in 0..13 {
            let header = chunk(b"IHDR", &[1; 13][..short]);
            let png = [PNG, &header, &chunk(b"IDAT", b"x"), &chunk(b"IEND", b"")].concat();
            assert_eq!(judged(&png), Err(FileProblem::Cut), "{short}");
        }
    }

    #[test]
    fn what_only_looks_like_a_lock_is_passed_over_soon() {
        for unit in ["/Encrypt(", "/Encrypt<", "/Encrypt%", "/ID(", "/ID<"] {
            let lock =
                if unit.starts_with("/ID") { "/Encrypt <</Filter /Standard /R 2 /U (x)>>" } else { "" };
            let pdf = format!("%PDF-1.4\n{}\n{lock}\nstartxref\n0\n%%EOF\n", unit.repeat(1_000_000));
            // Read to the end at each place it would take hours.
            let _ = judged(pdf.as_bytes());
        }
    }

    #[test]
    fn a_pdf_that_needs_a_password_to_be_opened_is_said_and_one_that_only_forbids_is_taken() {
        for version in ["r2", "r3", "r4", "r5", "r6"] {
            assert_eq!(judged(&sample(&format!("{version}-open"))), Ok(Media::Pdf), "{version}");
            assert_eq!(judged(&sample(&format!("{version}-locked"))), Err(FileProblem::Locked), "{version}");
        }
        // Some programs say how long the key is in one place only, or in bytes.
        for said in ["             /O", " /Length 16 /O "] {
            let shorter = |name: &str| {
                let (mut bytes, known) = (sample(name), b" /Length 128 /O");
                let at = find(&bytes, known).unwrap();
                bytes[at..at + known.len()].copy_from_slice(said.as_bytes());
                bytes
            };
            assert_eq!(judged(&shorter("r4-open")), Ok(Media::Pdf), "{said}");
            assert_eq!(judged(&shorter("r4-locked")), Err(FileProblem::Locked), "{said}");
        }
    }

    #[test]
    fn any_bytes_are_judged_without_harm() {
        let mut state = 7u32;
        let mut any = |length: usize| -> Vec<u8> {
            let next = |state: &mut u32| {
                *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (*state >> 24) as u8
            };
            (0..length).map(|_| next(&mut state)).collect()
        };
        for name in ["r2-open", "r4-locked", "r6-locked", "linear"] {
            let whole = sample(name);
            for _ in 0..300 {
                let mut changed = whole.clone();
                let (at, with) = (any(2), any(6));
                let at = usize::from(u16::from_be_bytes([at[0], at[1]])) % (changed.len() - 6);
                changed[at..at + 6].copy_from_slice(&with);
                let _ = judged(&changed);
            }
        }
        for head in [JPEG, PNG, PDF] {
            for length in 0..60 {
                let _ = judged(&[head, &any(length)].concat());
            }
        }
    }

    #[test]
    fn a_name_ends_as_what_it_is() {
        for (media, name, served) in [
            (Media::Pdf, "scan", "scan.pdf"),
            (Media::Pdf, "Đơn.PDF", "Đơn.PDF"),
            (Media::Pdf, "a.pdf.exe", "a.pdf.exe.pdf"),
            (Media::Pdf, "Quyết định 12.2026", "Quyết định 12.2026.pdf"),
            (Media::Jpeg, "ảnh.jpeg", "ảnh.jpeg"),
            (Media::Jpeg, "ảnh.png", "ảnh.png.jpg"),
            (Media::Png, "ảnh.", "ảnh.png"),
            (Media::Png, "", "file.png"),
            (Media::Pdf, ".pdf", "file.pdf"),
            (Media::Pdf, "..", "file.pdf"),
            (Media::Pdf, "scan.pdf.", "scan.pdf"),
            (Media::Pdf, "a/b\\c:d?.pdf", "a_b_c_d_.pdf"),
            (Media::Pdf, "CON", "_CON.pdf"),
            (Media::Pdf, "aux.pdf", "_aux.pdf"),
            (Media::Pdf, "lpt1.x.pdf", "_lpt1.x.pdf"),
            (Media::Pdf, "companion.pdf", "companion.pdf"),
        ] {
            assert_eq!(media.named(name), served);
        }
    }
}
