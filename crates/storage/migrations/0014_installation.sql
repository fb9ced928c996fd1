-- From here on database, folder and keys belong together by an installation id, which the program puts into `meta`; a
-- program that knows nothing of it must not touch them (`migration.rs`).
delete from meta where name = 'installation';
