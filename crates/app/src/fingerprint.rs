//! Who wants what, as a digest, so that a key which comes again is known to bring the same request or another. Files
//! and free words are left out: sent again, they come as new ones. What is hashed never changes: an act sent before an
//! upgrade may be sent again after it.

use crate::random;
use domain::dossier::{Command, Party, PartyKind};
use domain::officer::Actor;

/// One act on a dossier.
pub fn of_act(actor: &Actor, reference: &str, command: &Command) -> Vec<u8> {
    of(actor, reference, &numbered(command), &[])
}

/// A filing, with the acts that go with it.
pub fn of_filing(actor: &Actor, procedure: &str, owner: &Party, then: &[Command]) -> Vec<u8> {
    of(actor, procedure, &written(owner), then)
}

fn of(actor: &Actor, about: &str, what: &str, then: &[Command]) -> Vec<u8> {
    let who = match actor.trace().account {
        Some(account) => format!("Some(AccountId({}))", account.0),
        None => "None".into(),
    };
    let then = then.iter().map(numbered).collect::<Vec<_>>().join(", ");
    random::digest(&format!("{who} {about} {what} [{then}]")).to_vec()
}

fn numbered(command: &Command) -> String {
    format!("Discriminant({})", command.number())
}

fn written(owner: &Party) -> String {
    let Party { kind, name, identity, phone, email, address, .. } = owner;
    let identity = &identity.number;
    let kind = match kind {
        PartyKind::Person => "Person",
        PartyKind::Organisation => "Organisation",
    };
    format!(
        "Party {{ kind: {kind}, name: {name:?}, identity: {identity:?}, phone: {phone:?}, email: {email:?}, \
         address: {address:?} }}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dossier::{Accept, HandOver, Withdraw};
    use domain::officer::{AccountId, Assurance};

    #[test]
    fn a_wish_that_was_hashed_before_is_still_the_same_wish() {
        let actor = Actor::Applicant { account: AccountId(7), assurance: Assurance::Verified };
        let withdraw = Command::Withdraw(Withdraw { words: "anything".into(), reason_code: None });
        let before = random::digest("Some(AccountId(7)) 0123456789ABCDEF Discriminant(16) []");
        assert_eq!(of_act(&actor, "0123456789ABCDEF", &withdraw), before);
        let owner =
            Party { name: "Trần \"An\"".into(), identity: "099190000001".into(), ..Party::default() };
        let then = [Command::Accept(Accept::default()), Command::HandOver(HandOver)];
        let before = random::digest(
            "None 2.000635 Party { kind: Person, name: \"Trần \\\"An\\\"\", identity: \"099190000001\", phone: \"\", \
             email: \"\", address: \"\" } [Discriminant(0), Discriminant(4)]",
        );
        assert_eq!(of_filing(&Actor::System, "2.000635", &owner, &then), before);
    }
}
