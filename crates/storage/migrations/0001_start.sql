-- One fact about the installation by name: its kind, keys, counters of change.
create table meta (
    name text primary key,
    value text not null
) clustered;

-- People, organisations and officers who sign in. `login` is folded to small letters.
create table account (
    id key64,
    login text not null unique,
    kind text not null check (kind in ('person', 'organisation', 'officer')),
    password text not null,
    name text not null,
    identity text not null,
    phone text not null,
    email text not null,
    address text not null,
    assurance text not null,
    created_at int64 not null,
    disabled int64 not null
) strict;
create index account_email on account (email);

create table officer (
    account_id key64 references account (id),
    agency_id int64 not null,
    unit text not null,
    body text not null
) strict;
create index officer_place on officer (agency_id, unit);

-- The token itself is with the browser; only its digest is here.
create table session (
    token bytes primary key,
    account_id int64 not null references account (id),
    created_at int64 not null,
    seen_at int64 not null,
    ends_at int64 not null,
    -- Sessions that grew from one sign-in by crossing hosts: signing out ends them together.
    family bytes not null
) clustered;
create index session_family on session (family);
create index session_account on session (account_id);
create index session_end on session (ends_at);

-- Single-use secrets: password letters, crossings between the two hosts.
create table ticket (
    token bytes primary key,
    purpose text not null,
    account_id int64 not null references account (id),
    body text not null,
    ends_at int64 not null
) clustered;
create index ticket_end on ticket (ends_at);
create index ticket_account on ticket (account_id);

create table agency (
    id key64,
    slug text not null unique,
    body text not null
) strict;

-- Hours and days of an agency's own; agency 0 is the whole province.
create table calendar_week (
    agency_id key64,
    body text not null
) strict;
create table calendar_day (
    agency_id int64 not null,
    day text not null,
    body text not null,
    primary key (agency_id, day)
) clustered;

create table field (
    slug text primary key,
    place int64 not null,
    body text not null
) clustered;
create table life_event (
    slug text primary key,
    place int64 not null,
    body text not null
) clustered;

create table procedure_version (
    code text not null,
    version int64 not null,
    valid_from text not null,
    valid_to text,
    body text not null,
    primary key (code, version)
) clustered;
create table process_version (
    code text not null,
    version int64 not null,
    created_at int64 not null,
    body text not null,
    primary key (code, version)
) clustered;

-- Which agency supplies which procedure, at which online level, received where.
create table supply (
    code text not null,
    agency_id int64 not null,
    valid_from text not null,
    valid_to text,
    level int64 not null,
    receiving_id int64 not null,
    primary key (code, agency_id, valid_from)
) clustered;

-- The current state of each dossier, as its events tell it; lists read this.
create table dossier (
    id key64,
    reference text not null unique,
    code text unique,
    external_code text,
    procedure_code text not null,
    channel text not null,
    receiving_id int64 not null,
    competent_id int64 not null,
    account_id int64,
    stage text not null,
    unit text,
    step text,
    assignee_id int64,
    steps_done int64 not null,
    steps_total int64 not null,
    submitted_at int64 not null,
    accepted_at int64,
    due_original int64,
    due_current int64,
    finished_at int64,
    returned_at int64,
    sequence int64 not null,
    head bytes not null,
    rooted int64 not null
) strict;
create index dossier_account on dossier (account_id, submitted_at desc, id desc) where account_id is not null;
create index dossier_unrooted on dossier (id) where rooted < sequence;
create index dossier_done_competent on dossier (competent_id, finished_at desc, id desc) where finished_at is not null;
create index dossier_done_receiving on dossier (receiving_id, finished_at desc, id desc) where finished_at is not null;

-- Names and numbers people look a dossier up by; erasable.
create table dossier_party (
    dossier_id int64 not null references dossier (id),
    role text not null,
    name text not null,
    name_key text not null,
    identity text not null,
    primary key (dossier_id, role)
) clustered;
create index dossier_party_name on dossier_party (name_key, dossier_id desc);
create index dossier_party_identity on dossier_party (identity, dossier_id desc) where identity <> '';

-- Open work only: a narrow table, so that no list scans the big one.
create table work (
    dossier_id key64 references dossier (id),
    agency_id int64 not null,
    unit text not null,
    queue text not null,
    assignee_id int64,
    due int64 not null
) strict;
create index work_agency on work (agency_id, queue, due, dossier_id);
create index work_agency_due on work (agency_id, due, dossier_id);
create index work_unit on work (agency_id, unit, queue, due, dossier_id);
create index work_unit_due on work (agency_id, unit, due, dossier_id);
create index work_assignee on work (assignee_id, due, dossier_id) where assignee_id is not null;

-- Which divisions had a dossier that is finished: each sees its own past, not its neighbours'.
create table finished (
    dossier_id int64 not null references dossier (id),
    unit text not null,
    agency_id int64 not null,
    finished_at int64 not null,
    primary key (dossier_id, unit)
) clustered;
create index finished_unit on finished (agency_id, unit, finished_at desc, dossier_id desc);

-- The record. `facts` are the bytes that were hashed.
create table event (
    dossier_id int64 not null references dossier (id),
    sequence int64 not null,
    at int64 not null,
    facts text not null,
    private_digest bytes not null,
    digest bytes not null,
    primary key (dossier_id, sequence)
) clustered;
-- What may be erased while the chain stays whole.
create table event_private (
    dossier_id int64 not null,
    sequence int64 not null,
    salt bytes,
    body text,
    erased_under text,
    primary key (dossier_id, sequence)
) clustered;

-- A key that was used settles a lost connection and a button pressed twice.
create table act_key (
    key text primary key,
    dossier_id int64 not null references dossier (id),
    sequence int64 not null,
    -- A digest of who wanted what: the same key for something else is no repetition.
    wish bytes not null
) clustered;

create table code_counter (
    agency_code text not null,
    day text not null,
    last int64 not null,
    primary key (agency_code, day)
) clustered;

-- The one-time code on a receipt; only its digest.
create table join_code (
    dossier_id key64 references dossier (id),
    code bytes not null,
    tries int64 not null,
    ends_at int64 not null
) strict;

create table reading (
    dossier_id int64 not null references dossier (id),
    at int64 not null,
    account_id int64 not null,
    primary key (dossier_id, at, account_id)
) clustered;

create table audit (
    id key64,
    at int64 not null,
    account_id int64,
    what text not null,
    subject text not null,
    body text not null
) strict;

create table draft (
    id key64,
    token text not null unique,
    account_id int64 not null references account (id),
    procedure_code text not null,
    version int64 not null,
    agency_id int64 not null,
    body text not null,
    updated_at int64 not null,
    submitted text
) strict;
create index draft_account on draft (account_id, updated_at desc);

-- A stored file. It belongs to a draft until it is handed in, then to a dossier.
create table file (
    id key64,
    token text not null unique,
    sha256 text not null,
    media text not null,
    size int64 not null,
    name text not null,
    stored_at int64 not null,
    draft_id int64,
    paper text not null,
    dossier_id int64
) strict;
create index file_draft on file (draft_id) where draft_id is not null;
create index file_dossier on file (dossier_id) where dossier_id is not null;

-- What must still be done after a commit: letters, recomputations.
create table job (
    id key64,
    kind text not null,
    body text not null,
    due_at int64 not null,
    tries int64 not null,
    failure text not null,
    state text not null check (state in ('waiting', 'failed', 'done'))
) strict;
create index job_waiting on job (due_at, id) where state = 'waiting';
create index job_failed on job (id) where state = 'failed';

-- What the portal tells a person.
create table message (
    id key64,
    account_id int64 not null references account (id),
    dossier_id int64 references dossier (id),
    notice text not null,
    body text not null,
    at int64 not null,
    read_at int64
) strict;
create index message_account on message (account_id, at desc, id desc);
create index message_unread on message (account_id) where read_at is null;

create table saved_search (
    token text primary key,
    account_id int64 not null,
    body text not null,
    ends_at int64 not null
) clustered;

-- The signed root: heads of all chains that moved since the one before.
create table root (
    id key64,
    at int64 not null,
    previous bytes not null,
    digest bytes not null,
    signature bytes not null
) strict;
create table root_head (
    root_id int64 not null references root (id),
    dossier_id int64 not null,
    sequence int64 not null,
    digest bytes not null,
    primary key (root_id, dossier_id)
) clustered;
create index root_head_dossier on root_head (dossier_id, sequence);
