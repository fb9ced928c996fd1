-- Messages are shown by the dossier they are about, and read with it.
create index message_dossier on message (dossier_id, account_id, at desc, id desc) where dossier_id is not null;
