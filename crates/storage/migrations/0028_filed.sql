-- Quarterly reports as records of their own: as each stands, which follows from its events; each event, chained to the one
-- before and signed; and what was frozen when an issue was sent, whose digest its event has.
create table quarterly_report (
    id key64,
    quarter text not null,
    report text not null,
    agency_id int64 not null,
    sequence int64 not null,
    head bytes not null,
    body text not null
) strict;
create unique index quarterly_report_of on quarterly_report (quarter, report, agency_id);
create table quarterly_event (
    report_id int64 not null,
    sequence int64 not null,
    at int64 not null,
    facts text not null,
    digest bytes not null,
    signature bytes not null,
    primary key (report_id, sequence)
) strict;
create table quarterly_issue (
    report_id int64 not null,
    issue int64 not null,
    body text not null,
    primary key (report_id, issue)
) strict;
