//! Where a request comes from: the peer, or what proxies we trust say of it.

use std::net::{IpAddr, SocketAddr};

/// The address a request comes from. Each proxy adds to the right of X-Forwarded-For whom it was asked by, so the hops are
/// read from the right for as long as their writer is trusted. Where one cannot be read nothing further is believed: it
/// may have been put there to make an invented one count.
pub fn client<'a>(peer: IpAddr, trusted: &[IpAddr], forwarded: impl Iterator<Item = &'a [u8]>) -> IpAddr {
    let lines: Vec<String> = forwarded.map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    let mut known = peer;
    for hop in lines.iter().flat_map(|line| line.split(',')).rev() {
        if !trusted.contains(&known) {
            break;
        }
        let Some(before) = read(hop) else { break };
        known = before;
    }
    known
}

/// A hop as proxies write it: an address, with a port or without, in quotation marks or without.
fn read(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let hop = hop.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(hop);
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    let address = bare.parse().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|hop| hop.ip()))?;
    Some(IpAddr::to_canonical(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(peer: &str, lines: &[&str], expected: &str) {
        let trusted = ["10.0.0.1", "10.0.0.2", "2001:db8::f"].map(|address| address.parse().unwrap());
        let lines = lines.iter().map(|line| line.as_bytes());
        let found = client(peer.parse().unwrap(), &trusted, lines);
        assert_eq!(found, expected.parse::<IpAddr>().unwrap());
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        check("198.51.100.1", &["203.0.113.7"], "198.51.100.1");
        check("10.0.0.1", &["203.0.113.7"], "203.0.113.7");
        check("10.0.0.1", &["192.0.2.66, 203.0.113.7"], "203.0.113.7");
        check("10.0.0.1", &["192.0.2.66, 203.0.113.7, 10.0.0.2"], "203.0.113.7");
        check("10.0.0.1", &["192.0.2.66", "203.0.113.7", "10.0.0.2"], "203.0.113.7");
        check("10.0.0.1", &[], "10.0.0.1");
    }

    #[test]
    fn a_hop_is_read_with_a_port_brackets_and_quotation_marks() {
        check("10.0.0.1", &["203.0.113.7:51234"], "203.0.113.7");
        check("10.0.0.1", &["[2001:db8::1]:443"], "2001:db8::1");
        check("10.0.0.1", &["[2001:db8::1]"], "2001:db8::1");
        check("10.0.0.1", &["\"[2001:db8::1]\""], "2001:db8::1");
        check("10.0.0.1", &["\"[2001:db8::1]:443\""], "2001:db8::1");
        check("10.0.0.1", &["2001:db8::1"], "2001:db8::1");
        check("10.0.0.1", &["::ffff:203.0.113.7"], "203.0.113.7");
        check("10.0.0.1", &["203.0.113.7:51234, 10.0.0.2:80"], "203.0.113.7");
        check("2001:db8::f", &["203.0.113.7, [2001:db8::f]:9"], "203.0.113.7");
    }

    #[test]
    fn behind_a_hop_that_cannot_be_read_nothing_is_believed() {
        check("10.0.0.1", &["203.0.113.7, unknown"], "10.0.0.1");
        check("10.0.0.1", &["203.0.113.7, _hidden, 10.0.0.2"], "10.0.0.2");
        check("10.0.0.1", &["203.0.113.7, , 10.0.0.2"], "10.0.0.2");
        check("10.0.0.1", &["203.0.113.7", "", "10.0.0.2"], "10.0.0.2");
        check("10.0.0.1", &["203.0.113.7, 198.51.100.1:port"], "10.0.0.1");
        check("10.0.0.1", &["203.0.113.7, \"198.51.100.1"], "10.0.0.1");
        check("10.0.0.1", &["203.0.113.7", "thư"], "10.0.0.1");
    }
}
