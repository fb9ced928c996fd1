-- What was erased, under which document, signed: what is missing without such a protocol was taken away.
create table erasure (
    id key64,
    at int64 not null,
    under_document text not null,
    body text not null,
    signature bytes not null
) strict;
alter table file add column erased_under text;
