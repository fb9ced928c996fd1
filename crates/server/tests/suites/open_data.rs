//! Figures for everybody, through the front door: pages and files say the same, in both languages and on both engines.

use crate::common::{ENGLISH, Engine, VIETNAMESE, World, engines};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use std::collections::BTreeMap;
use tower::ServiceExt;

/// What a file of rows says under its heads; quoted text keeps its commas.
fn read_csv(text: &str) -> Vec<BTreeMap<String, String>> {
    let line = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                letter => cells.last_mut().unwrap().push(letter),
            }
        }
        cells
    };
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(line);
    let heads = lines.next().unwrap();
    lines.map(|line| heads.iter().cloned().zip(line).collect()).collect()
}

async fn published(engine: Engine) {
    let world = World::lived(engine);
    let mut visitor = world.visitor().on(VIETNAMESE);
    visitor.get("/figures").await.is(StatusCode::OK).shows("Chưa đủ hồ sơ để nói");
    visitor.get("/procedures/2.000635").await.shows("Chưa đủ hồ sơ để nói");
    assert!(app::public_figures::tell(&world.app).await.unwrap());
    // The usual time stands where one decides to apply.
    visitor.get("/procedures/2.000635").await.shows("9 trên 10 hồ sơ trong toàn tỉnh");
    world
        .visitor()
        .on(ENGLISH)
        .get("/procedures/2.000635")
        .await
        .shows("9 in 10 applications across the province");
    let book = app::public_figures::book(&world.app).await.unwrap();
    let page = visitor.get("/figures/data").await;
    let (mut rows, mut files) = (Vec::new(), 0);
    for quarter in &book.quarters {
        let address = format!("/figures/data/{}-{}.csv", quarter.year().number(), quarter.number());
        page.shows(&address);
        let file = visitor.get(&address).await;
        file.is(StatusCode::OK);
        let tag = file.headers[header::ETAG].to_str().unwrap().to_string();
        assert!(file.headers[header::CACHE_CONTROL].to_str().unwrap().starts_with("public"));
        not_again(&world, &address, &tag).await;
        let english = world.visitor().on(ENGLISH).get(&address).await;
        assert_eq!(english.body, file.body, "one file, whichever host");
        let of_quarter = read_csv(&file.text());
        let json = visitor.get(&address.replace(".csv", ".json")).await;
        let json: serde_json::Value = serde_json::from_slice(&json.body).unwrap();
        assert_eq!(json["rows"].as_array().unwrap().len(), of_quarter.len());
        rows.extend(of_quarter);
        files += 1;
    }
    assert!(files > 0 && rows.len() > 3, "{} rows", rows.len());
    let sum = |key: &str| rows.iter().filter_map(|row| row[key].parse::<i64>().ok()).sum::<i64>();
    for row in &rows {
        let number = |key: &str| row[key].parse::<f64>().ok();
        if let Some(received) = number("received") {
            assert!(received >= 10.0, "{row:?}");
            let share = number("received_online").unwrap() / received;
            assert!((share - number("online_share").unwrap()).abs() < 0.000_051, "{row:?}");
        }
        if let Some(done) = number("done") {
            assert!(done >= 10.0, "{row:?}");
            let share = (number("done_early").unwrap() + number("done_on_time").unwrap()) / done;
            assert!((share - number("on_time_share").unwrap()).abs() < 0.000_051, "{row:?}");
        }
    }
    // What the province's pages of each year add up to is what the files do.
    let received: i64 = book.province.values().map(|of| of.received.total()).sum();
    assert_eq!(sum("received"), received);
    for path in [
        "/figures?agency=justice",
        "/figures?procedure=2.000635",
        "/figures?by=field",
        "/figures?by=procedure",
    ] {
        for host in [VIETNAMESE, ENGLISH] {
            world.visitor().on(host).get(path).await.is(StatusCode::OK).hides("class=\"empty");
        }
    }
    for path in
        ["/figures?agency=nowhere", "/figures?by=x", "/figures/data/2026-1.txt", "/figures/data/1999-1.csv"]
    {
        visitor.get(path).await.is(StatusCode::NOT_FOUND);
    }
    let described = visitor.get("/figures/data/catalogue.jsonld").await;
    let described: serde_json::Value = serde_json::from_slice(&described.body).unwrap();
    assert_eq!(described["dcat:distribution"].as_array().unwrap().len(), 2 * files);
}

/// Whoever has a file is not sent it again.
async fn not_again(world: &World, address: &str, tag: &str) {
    let request = Request::get(address).header(header::HOST, VIETNAMESE).header(header::IF_NONE_MATCH, tag);
    let answer = world.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), StatusCode::NOT_MODIFIED);
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reads_and_takes_the_same_figures() {
    for engine in engines() {
        published(engine).await;
    }
}
