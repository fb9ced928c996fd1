-- What figures need of each dossier that counts, days as numbers since 1970-01-01. Nothing personal, and kept for ever.
create table measure (
    dossier_id key64,
    competent_id int64 not null,
    procedure_code text not null,
    channel text not null,
    came int64 not null,
    limited int64 not null,
    done int64,
    judged text,
    late_from int64
) strict;
-- A figure is opened to its dossiers along these.
create index measure_came on measure (competent_id, came, dossier_id);
create index measure_done on measure (competent_id, done, dossier_id) where done is not null;
create index measure_in_hand on measure (competent_id, came, dossier_id) where done is null;
-- Sums of what they add up to, by spans of several lengths.
create table tally (
    agency_id int64 not null,
    span text not null,
    procedure_code text not null,
    received_online int64 not null,
    received_counter int64 not null,
    received_post int64 not null,
    done_early int64 not null,
    done_on_time int64 not null,
    done_late int64 not null,
    became_late int64 not null,
    late_ended int64 not null,
    received_without_limit int64 not null,
    done_without_limit int64 not null,
    primary key (agency_id, span, procedure_code)
) clustered;
-- What acts changed of them and is not folded in yet: added to at its end and never waited for.
create table tally_change (
    id key64,
    agency_id int64 not null,
    procedure_code text not null,
    day int64 not null,
    summed text not null,
    n int64 not null
) strict;
