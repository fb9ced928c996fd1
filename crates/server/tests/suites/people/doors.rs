//! Where officers have a listener of their own.

#[cfg(unix)]
use crate::common::program::Installed;
#[cfg(unix)]
use crate::common::steps::registration;
use crate::common::{Engine, engines};
use app::accounts::AccountScope;

/// What a listener of the real program answers.
#[cfg(unix)]
struct DoorAnswer {
    status: u16,
    /// The session it began, if any.
    session: Option<String>,
    text: String,
}

#[cfg(unix)]
fn ask(
    at: std::net::SocketAddr,
    method: &str,
    path: &str,
    session: Option<&str>,
    fields: &[(&str, &str)],
) -> DoorAnswer {
    use std::io::{Read, Write};
    let body = serde_urlencoded::to_string(fields).unwrap();
    let cookie = session.map(|session| format!("Cookie: motcua={session}\r\n")).unwrap_or_default();
    let mut line = std::net::TcpStream::connect(at).unwrap();
    write!(
        line,
        "{method} {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n{cookie}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    let (head, text) = answer.split_once("\r\n\r\n").unwrap();
    let set = head.lines().find_map(|line| line.strip_prefix("set-cookie: motcua="));
    let session = set.and_then(|line| line.split(';').next()).filter(|secret| !secret.is_empty());
    DoorAnswer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        session: session.map(str::to_string),
        text: text.to_string(),
    }
}

/// The real program with two listeners: whoever is in at one is nobody at the other.
#[cfg(unix)]
fn two_doors(engine: Engine) {
    let database = (engine == Engine::Postgres).then(crate::common::Database::create);
    let installed = Installed::new(database.as_ref().map(crate::common::Database::url));
    installed.configure(&installed.folder, 0, "office_listen = \"127.0.0.1:0\"");
    let mut serving = installed.serve();
    serving.wait_for("officers are received");
    let (portal, office) = (serving.address(), serving.address_in("officers are received"));

    let chief = [("login", "chief"), ("password", "mot mat khau dai")];
    let refused = ask(portal, "POST", "/sign-in", None, &chief);
    assert_eq!((refused.status, &refused.session), (422, &None));
    let wrong = ask(portal, "POST", "/sign-in", None, &[("login", "chief"), ("password", "wrong")]);
    assert_eq!(refused.text, wrong.text, "it does not tell that the password was right");
    let inside = ask(office, "POST", "/office/sign-in", None, &chief);
    assert_eq!(inside.status, 303);
    let officer = inside.session.unwrap();
    assert_eq!(ask(office, "GET", "/office/administration", Some(&officer), &[]).status, 200);
    assert_eq!(ask(portal, "GET", "/office/administration", Some(&officer), &[]).status, 404);
    assert_eq!(ask(portal, "GET", "/sessions", Some(&officer), &[]).status, 303);
    assert!(!ask(portal, "GET", "/", Some(&officer), &[]).text.contains("Nguyễn Văn An"));

    let new = registration(&[("password", "mot mat khau khac")]);
    let citizen = ask(portal, "POST", "/register", None, &new).session.unwrap();
    assert_eq!(ask(portal, "GET", "/dossiers", Some(&citizen), &[]).status, 200);
    let own = [("login", "tam8"), ("password", "mot mat khau khac")];
    for path in ["/sign-in", "/office/sign-in"] {
        let refused = ask(office, "POST", path, None, &own);
        assert_eq!((refused.status, refused.session), (422, None), "{path}");
    }
    assert_eq!(ask(office, "GET", "/sessions", Some(&citizen), &[]).status, 303);
    assert_eq!(ask(portal, "POST", "/sign-in", None, &own).status, 303);
}

#[cfg(unix)]
#[test]
fn with_a_listener_of_their_own_officers_sign_in_there_alone() {
    for engine in engines() {
        two_doors(engine);
    }
}

/// Where one listener stands for both, everybody comes in.
#[test]
fn each_door_admits_its_own() {
    use app::accounts::AccountKind::{Officer, Organisation, Person};
    for (scope, admitted) in [
        (AccountScope::Everybody, &[Person, Organisation, Officer][..]),
        (AccountScope::Applicants, &[Person, Organisation]),
        (AccountScope::Officers, &[Officer]),
    ] {
        for kind in [Person, Organisation, Officer] {
            assert_eq!(scope.admits(kind), admitted.contains(&kind), "{scope:?} {kind:?}");
        }
    }
}
