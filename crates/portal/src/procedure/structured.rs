//! What search engines are told: the procedure as a government service in the vocabulary of schema.org.

use app::master_data::MasterData;
use domain::deadline::Limit;
use domain::procedure::{Channel, Procedure};
use serde_json::{Value, json};
use web::RequestContext;

/// JSON that may stand inside a script element.
pub fn data(context: &RequestContext, procedure: &Procedure, data: &MasterData) -> String {
    let (language, today) = (context.language, context.today());
    let code = procedure.code.as_str();
    let organisation = |id| {
        let agency = data.agency(id)?;
        Some(json!({
            "@type": "GovernmentOrganization",
            "name": agency.name.get(language),
            "telephone": agency.phone,
            "address": agency.address,
        }))
    };
    let offerings = data.offerings(code, today);
    let providers: Vec<Value> =
        offerings.iter().filter_map(|offering| organisation(offering.agency)).collect();
    let online = data.applies_online(procedure, today);
    let channels: Vec<Value> = procedure
        .methods
        .iter()
        .filter(|method| method.channel != Channel::Online || online)
        .map(|method| {
            let mut channel = json!({
                "@type": "ServiceChannel",
                "name": method.channel.name(language),
                "processingTime": duration(&method.limit),
            });
            if method.channel == Channel::Online {
                let apply = context.absolute(language, &format!("/apply/{code}"));
                channel["serviceUrl"] = apply.into();
            }
            channel
        })
        .collect();
    let fees: Vec<Value> = procedure
        .methods
        .iter()
        .flat_map(|method| &method.fees)
        .filter(|fee| !fee.example)
        .filter_map(|fee| {
            Some(json!({
                "@type": "Offer",
                "name": fee.name.get(language),
                "price": fee.known()?,
                "priceCurrency": "VND",
            }))
        })
        .collect();
    let audiences: Vec<Value> = procedure
        .audiences
        .iter()
        .map(|audience| json!({ "@type": "Audience", "audienceType": audience.name(language) }))
        .collect();
    let mut service = json!({
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": procedure.name.get(language),
        "alternateName": procedure.short_name.get(language),
        "identifier": code,
        "url": context.absolute(language, &format!("/procedures/{code}")),
        "serviceType": data.field(&procedure.field).map(|field| field.name.get(language)),
        "description": procedure.summary.get(language),
        "provider": providers,
        "audience": audiences,
        "availableChannel": channels,
        "offers": fees,
    });
    known_only(&mut service);
    service.to_string().replace('<', "\\u003c")
}

/// What we do not know is not said.
fn known_only(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(known_only);
            fields.retain(|_, value| {
                !matches!(value, Value::Null) && *value != json!([]) && *value != json!("")
            });
        }
        Value::Array(values) => values.iter_mut().for_each(known_only),
        _ => {}
    }
}

/// An ISO 8601 duration where the limit is one: days and hours of work are none.
fn duration(limit: &Limit) -> Value {
    match limit {
        Limit::CalendarDays(days) => format!("P{days}D").into(),
        Limit::Months(months) => format!("P{months}M").into(),
        Limit::Years(years) => format!("P{years}Y").into(),
        Limit::SameDay
        | Limit::WorkingDays(_)
        | Limit::WorkingHours(_)
        | Limit::WorkingMinutes(_)
        | Limit::Words(_) => Value::Null,
    }
}
