//! Who somebody says they are: kind, country and number of a paper.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn who_somebody_is_is_kind_country_and_number() {
    for engine in engines() {
        let world = World::new(engine);
        let mut new = world.visitor();
        let passport = |country| {
            [("identity", "123 456 789"), ("identity-kind", "passport"), ("identity-country", country)]
        };
        // Nobody's country is made up.
        for country in ["", "XX"] {
            let unknown = new.post("/register", &registration(&passport(country))).await;
            unknown.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn nước cấp hộ chiếu");
        }
        let unknown = new.post("/register", &registration(&[("identity-kind", "visa")])).await;
        unknown.is(StatusCode::UNPROCESSABLE_ENTITY);
        // Nine digits from abroad are no old identity card by themselves, and what was chosen stays.
        for more in [("identity-country", "GB"), ("phone", "+44 20 7946 0000")] {
            let asked = [("identity", "123456789"), ("identity-kind", ""), more];
            let asked = new.post("/register", &registration(&asked)).await;
            asked.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Hãy chọn loại giấy tờ có số này");
            assert_eq!(asked.input("identity"), "123456789");
            if more.1 == "GB" {
                asked.shows("<option value=\"GB\" selected>");
            }
        }
        new.post("/register", &registration(&passport("GB"))).await.is(StatusCode::SEE_OTHER);
        let page = new.get("/profile").await;
        assert_eq!(page.input("identity"), "123456789");
        page.shows("<option value=\"passport\" selected>").shows("<option value=\"GB\" selected>");

        // At the counter each is found by its own particulars.
        let mut counter = world.signed_in("counter").await;
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let take = |name: &'static str, more: &[(&'static str, &'static str)]| {
            let mut fields = vec![
                ("act", "ask"),
                ("key", name),
                ("name", name),
                ("address", "Số 9"),
                ("channel", "direct"),
                ("delivery", "counter"),
                ("words", "Thiếu tờ khai"),
            ];
            fields.extend(more.iter().copied());
            fields
        };
        let card = take("Lê Thị Thẻ", &[("identity", "123-456-789")]);
        counter.post(&desk, &card).await.is(StatusCode::SEE_OTHER);
        let british = take("John Smith", &passport("GB"));
        let taken = counter.post(&desk, &british).await;
        taken.is(StatusCode::SEE_OTHER);
        let (dossier, _) =
            taken.location.split_once("/slips/").expect("what is asked for goes along on paper");
        counter.get(dossier).await.shows("Hộ chiếu 123456789 (Anh)");
        let find = |more: Vec<(&'static str, &'static str)>| {
            let mut fields = vec![("act", "find"), ("key", "any")];
            fields.extend(more);
            fields
        };
        for (who, name) in [
            (vec![("identity", "123 456 789")], "Lê Thị Thẻ"),
            (passport("GB").to_vec(), "John Smith"),
            (passport("FR").to_vec(), ""),
        ] {
            let found = counter.post(&desk, &find(who)).await;
            assert_eq!(counter.follow(&found).await.input("name"), name);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreigner_registers_with_a_card_or_passport_and_a_phone_from_home() {
    for engine in engines() {
        let world = World::new(engine);
        let mut form = world.visitor().on(ENGLISH);
        form.get("/register").await.shows("passport").shows("residence card").shows("+44 20 7946 0000");
        let card = [("identity", "DN 123-4567"), ("identity-kind", "residence-card")];
        let passport = [("identity", "C01X00T47"), ("identity-kind", "passport"), ("identity-country", "DE")];
        for (login, paper, kept) in [("card1", &card[..], "DN1234567"), ("pass1", &passport[..], "C01X00T47")]
        {
            let mut new = world.visitor().on(ENGLISH);
            let mut changed =
                vec![("login", login), ("name", "Anna Schmidt"), ("phone", "+49 30 901820"), ("email", "")];
            changed.extend(paper);
            new.post("/register", &registration(&changed)).await.is(StatusCode::SEE_OTHER);
            let page = new.get("/profile").await;
            assert_eq!((page.input("identity"), page.input("phone")), (kept.into(), "+4930901820".into()));
            // What is theirs is saved again without an address for letters.
            let mut again = vec![
                ("name", "Anna Schmidt"),
                ("phone", "+49 30 901821"),
                ("email", ""),
                ("address", "Số 8"),
                ("present", ""),
            ];
            again.extend(paper);
            new.post("/profile", &again).await.is(StatusCode::SEE_OTHER);
            assert_eq!(new.get("/profile").await.input("phone"), "+4930901821");
        }
        // Of a number alone it is not known that it is no Vietnamese one: it is said what to choose.
        let fields = registration(&[("identity", "DN1234567")]);
        let unknown = world.visitor().post("/register", &fields).await;
        unknown.is(StatusCode::UNPROCESSABLE_ENTITY).shows("hãy chọn loại giấy tờ");
        let fields = registration(&[("identity", "12"), ("identity-kind", "residence-card")]);
        let short = world.visitor().post("/register", &fields).await;
        short.is(StatusCode::UNPROCESSABLE_ENTITY).shows("Số thẻ thường trú, tạm trú");

        let mut counter = world.signed_in("counter").await;
        let desk = format!("/office/counter/justice/{ORDINARY}");
        let taken = [
            ("act", "ask"),
            ("key", "card"),
            ("name", "Anna Schmidt"),
            ("identity", "DN1234567"),
            ("identity-kind", "residence-card"),
            ("address", "Số 9"),
            ("channel", "direct"),
            ("delivery", "counter"),
            ("words", "Thiếu tờ khai"),
        ];
        counter.post(&desk, &taken).await.is(StatusCode::SEE_OTHER);
        let find = [
            ("act", "find"),
            ("key", "any"),
            ("identity", "dn-123 4567"),
            ("identity-kind", "residence-card"),
        ];
        let found = counter.post(&desk, &find).await;
        assert_eq!(counter.follow(&found).await.input("name"), "Anna Schmidt");
        let other = [
            ("act", "find"),
            ("key", "any"),
            ("identity", "DN1234567"),
            ("identity-kind", "passport"),
            ("identity-country", "DE"),
        ];
        let found = counter.post(&desk, &other).await;
        assert_eq!(counter.follow(&found).await.input("name"), "");
    }
}
