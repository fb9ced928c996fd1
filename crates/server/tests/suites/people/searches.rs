//! Who searched for people.

use super::count;
use crate::common::{ENGLISH, World, engines};
use axum::http::StatusCode;

#[tokio::test(flavor = "multi_thread")]
async fn officers_searches_for_people_are_recorded_without_the_number_or_the_name() {
    for engine in engines() {
        let world = World::new(engine);
        let mut counter = world.signed_in("counter").await;
        for wanted in ["099 190 000 001", "Trần Thị Minh Châu", "H99.01-260302-0001"] {
            counter.post("/office/search", &[("wanted", wanted)]).await;
        }
        let looked = [("act", "find"), ("key", "any"), ("identity", "099190000777")];
        let found = counter.post("/office/counter/justice/2.000635", &looked).await;
        assert!(!found.location.contains("777"), "no number stands in an address: {}", found.location);
        counter.follow(&found).await.is(StatusCode::OK).shows("099190000777");
        let mut admin = world.signed_in("admin").await;
        let page = admin.get("/office/administration/searches").await;
        page.is(StatusCode::OK)
            .shows("Số định danh có ba số cuối 001")
            .shows("Nguyễn Thị Hạnh")
            .hides("099190000001")
            .hides("Minh Châu");
        assert_eq!(count(&world, "select count(*) from audit where what = 'search'").await, 3);
        page.shows("ba số cuối 777");
        let mut english = admin.clone().on(ENGLISH);
        let pass = admin.get("/cross?to=/office/administration/searches").await;
        english.get(pass.location.trim_start_matches(&format!("http://{ENGLISH}"))).await;
        english.get("/office/administration/searches").await.shows("A number ending in 001");
        // They do not push changes out of sight.
        admin.get("/office/administration").await.shows("Nhật ký tra cứu người").hides("· search ·");
        counter.get("/office/administration/searches").await.is(StatusCode::NOT_FOUND);
    }
}
