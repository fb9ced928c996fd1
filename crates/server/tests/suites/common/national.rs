//! Records as the national database sends them, small.

/// A record of the newer public shape.
pub fn record(code: &str, name: &str, field: &str, more: &str) -> String {
    format!(
        r#"{{"code":"{code}","name":"{name}","state":"ACTIVE","category":{{"name":"{field}"}},"subjectTypesDetails":[{{"name":"Công dân Việt Nam"}}]{more}}}"#
    )
}

/// A national procedure with two cases and, online and at the counter, two limits.
pub fn in_cases(code: &str) -> String {
    let way = |method: &str| {
        format!(
            r#"{{"submissionMethod":"{method}","processingTime":3,"processingTimeUnit":"WORKING_DAY","description":"Trường hợp cấp lại"}},
               {{"submissionMethod":"{method}","processingTime":10,"processingTimeUnit":"WORKING_DAY","description":"Trường hợp cấp mới"}}"#
        )
    };
    let paper = |name: &str| format!(r#"{{"name":"{name}","originalQty":1,"required":true}}"#);
    let more = format!(
        r#","executionMethods":[{},{}],"executionCases":[
            {{"name":"","profileComponents":[{}]}},
            {{"name":"Trường hợp cấp mới","profileComponents":[{}]}},
            {{"name":"Trường hợp cấp lại","profileComponents":[{}]}}]"#,
        way("ONLINE"),
        way("DIRECT"),
        paper("Đơn đề nghị"),
        paper("Bản vẽ"),
        paper("Giấy phép cũ"),
    );
    record(code, "Cấp giấy phép thử nghiệm", "Lĩnh vực thử", &more).replace('\n', " ")
}
