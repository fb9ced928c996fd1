//! What tests read of the national database.

use super::read_line;

/// The first way of a packet with one fee and limit.
pub(super) fn way(fee: (&str, &str, &str), limit: (&str, &str, &str)) -> domain::procedure::Method {
    let line = serde_json::json!({ "result": [{ "MATTHC": "1.900001", "TENTTHC": "Thử", "CACHTHUCTHUCHIEN": [{
        "KENH": "1", "THOIGIAN": [{ "THOIGIANGIAIQUYET": limit.0, "DONVITINH": limit.1, "MOTA": limit.2,
            "PHILEPHI": [{ "SOTIEN": fee.0, "DONVI": fee.1, "MOTA": fee.2 }] }] }] }] });
    read_line(&line.to_string()).remove(0).unwrap().procedure.methods.remove(0)
}
