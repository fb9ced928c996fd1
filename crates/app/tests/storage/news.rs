//! News between the nodes of one database.

use crate::world::*;
use app::news::News;
use std::time::Duration;
use testkit::{Engine, engines};

#[test]
fn what_one_node_does_another_hears() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    let _turn = turn(&[Engine::Postgres]);
    let world = World::seeded(Home::new(Engine::Postgres));
    let other = world.second_node();
    let listening = app::news::listen(&other).expect("there may be several nodes");
    let mut heard = other.news.subscribe();
    let mut own = world.app.news.subscribe();
    let within = Duration::from_secs(20);
    let next = |news: &mut tokio::sync::broadcast::Receiver<News>| {
        world.wait(async { tokio::time::timeout(within, news.recv()).await.expect("it is heard").unwrap() })
    };
    // Whoever begins to listen may have missed something.
    assert!(matches!(next(&mut heard), News::Everything));
    let opened = world.open(world.opening("told", vec![accept()])).unwrap().dossier;
    let News::Changed(change) = next(&mut own) else { panic!("it is told at home at once") };
    assert_eq!(change.reference, opened.reference.to_string());
    world.wait(app::news::announce(&world.app)).unwrap();
    let News::Changed(change) = next(&mut heard) else { panic!("it is told what changed") };
    assert_eq!((change.reference.as_str(), change.sequence), (opened.reference.as_str(), opened.sequence));
    drop(listening);
}

#[test]
fn one_node_alone_tells_nobody_and_listens_to_nobody() {
    let world = World::seeded(Home::new(Engine::Sqlite));
    assert!(app::news::listen(&world.app).is_none());
    let mut own = world.app.news.subscribe();
    world.open(world.opening("told", vec![accept()])).unwrap();
    world.open(world.opening("told", vec![accept()])).unwrap();
    world.wait(app::news::announce(&world.app)).unwrap();
    assert!(own.try_recv().is_ok());
    assert!(own.try_recv().is_err(), "what is asked for twice happens once");
}
