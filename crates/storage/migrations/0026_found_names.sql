-- People who are found by their name are told from the index alone; of very many with one name each row lies somewhere else.
drop index dossier_party_received;
drop index dossier_party_decided;
create index dossier_party_received on dossier_party (receiving_id, name_key, dossier_id desc, role, name);
create index dossier_party_decided on dossier_party (competent_id, name_key, dossier_id desc, role, name);
