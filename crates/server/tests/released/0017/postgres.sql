--
-- PostgreSQL database dump
--

\restrict d3ilbOkSk0xmhkGOJ2v2qiv9u4sOnkAvnPPdHcEEoFaKd2P14BhbrtlcjGMYjXI

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account (
    id bigint NOT NULL,
    login text NOT NULL,
    kind text NOT NULL,
    password text NOT NULL,
    name text NOT NULL,
    identity text NOT NULL,
    phone text NOT NULL,
    email text NOT NULL,
    address text NOT NULL,
    assurance text NOT NULL,
    created_at bigint NOT NULL,
    disabled bigint NOT NULL,
    confirmed_email text DEFAULT ''::text NOT NULL,
    CONSTRAINT account_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'officer'::text])))
);


--
-- Name: act_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.act_key (
    key text NOT NULL,
    dossier_id bigint NOT NULL,
    sequence bigint NOT NULL,
    wish bytea NOT NULL,
    used_at bigint DEFAULT 0 NOT NULL
);


--
-- Name: agency; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.agency (
    id bigint NOT NULL,
    slug text NOT NULL,
    body text NOT NULL
);


--
-- Name: attempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.attempt (
    subject bytea NOT NULL,
    times bigint NOT NULL,
    ends_at bigint NOT NULL
);


--
-- Name: audit; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit (
    id bigint NOT NULL,
    at bigint NOT NULL,
    account_id bigint,
    what text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL
);


--
-- Name: batch; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.batch (
    id bigint NOT NULL,
    token text NOT NULL,
    account_id bigint NOT NULL,
    stands_for bigint,
    act text NOT NULL,
    begun_at bigint,
    undoes bigint,
    made_at bigint NOT NULL
);


--
-- Name: batch_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.batch_item (
    batch_id bigint NOT NULL,
    place bigint NOT NULL,
    dossier_id bigint NOT NULL,
    state text NOT NULL,
    body text NOT NULL
);


--
-- Name: calendar_day; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calendar_day (
    agency_id bigint NOT NULL,
    day text NOT NULL,
    body text NOT NULL
);


--
-- Name: calendar_week; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.calendar_week (
    agency_id bigint NOT NULL,
    body text NOT NULL
);


--
-- Name: code_counter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.code_counter (
    agency_code text NOT NULL,
    day text NOT NULL,
    last bigint NOT NULL
);


--
-- Name: dossier; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dossier (
    id bigint NOT NULL,
    reference text NOT NULL,
    code text,
    external_code text,
    procedure_code text NOT NULL,
    channel text NOT NULL,
    receiving_id bigint NOT NULL,
    competent_id bigint NOT NULL,
    account_id bigint,
    stage text NOT NULL,
    unit text,
    step text,
    assignee_id bigint,
    steps_done bigint NOT NULL,
    steps_total bigint NOT NULL,
    submitted_at bigint NOT NULL,
    accepted_at bigint,
    due_original bigint,
    due_current bigint,
    finished_at bigint,
    returned_at bigint,
    sequence bigint NOT NULL,
    head bytea NOT NULL,
    rooted bigint NOT NULL,
    main_id bigint
);


--
-- Name: dossier_party; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.dossier_party (
    dossier_id bigint NOT NULL,
    role text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    identity text NOT NULL,
    receiving_id bigint DEFAULT 0 NOT NULL,
    competent_id bigint DEFAULT 0 NOT NULL
);


--
-- Name: draft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft (
    id bigint NOT NULL,
    token text NOT NULL,
    account_id bigint NOT NULL,
    procedure_code text NOT NULL,
    version bigint NOT NULL,
    agency_id bigint NOT NULL,
    body text NOT NULL,
    updated_at bigint NOT NULL,
    submitted text
);


--
-- Name: erasure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.erasure (
    id bigint NOT NULL,
    at bigint NOT NULL,
    under_document text NOT NULL,
    body text NOT NULL,
    signature bytea NOT NULL
);


--
-- Name: event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event (
    dossier_id bigint NOT NULL,
    sequence bigint NOT NULL,
    at bigint NOT NULL,
    facts text NOT NULL,
    private_digest bytea NOT NULL,
    digest bytea NOT NULL
);


--
-- Name: event_private; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.event_private (
    dossier_id bigint NOT NULL,
    sequence bigint NOT NULL,
    salt bytea,
    body text,
    erased_under text
);


--
-- Name: field; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.field (
    slug text NOT NULL,
    place bigint NOT NULL,
    body text NOT NULL
);


--
-- Name: file; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.file (
    id bigint NOT NULL,
    token text NOT NULL,
    sha256 text NOT NULL,
    media text NOT NULL,
    size bigint NOT NULL,
    name text NOT NULL,
    stored_at bigint NOT NULL,
    draft_id bigint,
    paper text NOT NULL,
    dossier_id bigint,
    erased_under text
);


--
-- Name: finished; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.finished (
    dossier_id bigint NOT NULL,
    unit text NOT NULL,
    agency_id bigint NOT NULL,
    finished_at bigint NOT NULL
);


--
-- Name: involved; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.involved (
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    agency_id bigint NOT NULL,
    how text NOT NULL
);


--
-- Name: job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job (
    id bigint NOT NULL,
    kind text NOT NULL,
    body text NOT NULL,
    due_at bigint NOT NULL,
    tries bigint NOT NULL,
    failure text NOT NULL,
    state text NOT NULL,
    lane text DEFAULT 'inside-quick'::text NOT NULL,
    in_order text,
    held_at bigint,
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'failed'::text, 'done'::text])))
);


--
-- Name: join_code; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.join_code (
    dossier_id bigint NOT NULL,
    code bytea NOT NULL,
    tries bigint NOT NULL,
    ends_at bigint NOT NULL
);


--
-- Name: known_browser; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.known_browser (
    token bytea NOT NULL,
    account_id bigint NOT NULL,
    seen_at bigint NOT NULL
);


--
-- Name: letter_address; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.letter_address (
    job_id bigint NOT NULL,
    address text NOT NULL,
    made_at bigint NOT NULL
);


--
-- Name: life_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.life_event (
    slug text NOT NULL,
    place bigint NOT NULL,
    body text NOT NULL
);


--
-- Name: list_view; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.list_view (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    agency_id bigint NOT NULL,
    unit text NOT NULL,
    shared bigint NOT NULL,
    name text NOT NULL,
    query text NOT NULL,
    made_at bigint NOT NULL
);


--
-- Name: message; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    dossier_id bigint,
    notice text NOT NULL,
    body text NOT NULL,
    at bigint NOT NULL,
    read_at bigint
);


--
-- Name: meta; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.meta (
    name text NOT NULL,
    value text NOT NULL
);


--
-- Name: migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration (
    name text NOT NULL,
    checksum text NOT NULL
);


--
-- Name: national_record; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.national_record (
    code text NOT NULL,
    digest bytea NOT NULL,
    run bigint NOT NULL,
    received_at bigint NOT NULL,
    body text NOT NULL
);


--
-- Name: officer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.officer (
    account_id bigint NOT NULL,
    agency_id bigint NOT NULL,
    unit text NOT NULL,
    body text NOT NULL
);


--
-- Name: procedure_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.procedure_version (
    code text NOT NULL,
    version bigint NOT NULL,
    valid_from text NOT NULL,
    valid_to text,
    body text NOT NULL,
    closed_because text DEFAULT ''::text NOT NULL
);


--
-- Name: process_draft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.process_draft (
    code text NOT NULL,
    source text NOT NULL,
    updated_at bigint NOT NULL,
    updated_by bigint NOT NULL
);


--
-- Name: process_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.process_version (
    code text NOT NULL,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    body text NOT NULL,
    valid_from text DEFAULT ''::text NOT NULL,
    published_by bigint,
    approval text DEFAULT ''::text NOT NULL
);


--
-- Name: proposal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.proposal (
    id bigint NOT NULL,
    code text NOT NULL,
    run bigint NOT NULL,
    made_at bigint NOT NULL,
    state text NOT NULL,
    field_name text NOT NULL,
    closing text NOT NULL,
    body text NOT NULL,
    decided_at bigint,
    decided_by bigint,
    CONSTRAINT proposal_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'dismissed'::text, 'replaced'::text])))
);


--
-- Name: reading; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.reading (
    dossier_id bigint NOT NULL,
    at bigint NOT NULL,
    account_id bigint NOT NULL
);


--
-- Name: root; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.root (
    id bigint NOT NULL,
    at bigint NOT NULL,
    previous bytea NOT NULL,
    digest bytea NOT NULL,
    signature bytea NOT NULL
);


--
-- Name: root_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.root_head (
    root_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    sequence bigint NOT NULL,
    digest bytea NOT NULL
);


--
-- Name: saved_search; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.saved_search (
    token text NOT NULL,
    account_id bigint NOT NULL,
    body text NOT NULL,
    ends_at bigint NOT NULL
);


--
-- Name: session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session (
    token bytea NOT NULL,
    account_id bigint NOT NULL,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ends_at bigint NOT NULL,
    family bytea NOT NULL,
    browser text DEFAULT ''::text NOT NULL
);


--
-- Name: substitution; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.substitution (
    id bigint NOT NULL,
    absent_id bigint NOT NULL,
    substitute_id bigint NOT NULL,
    agency_id bigint NOT NULL,
    from_day text NOT NULL,
    to_day text NOT NULL,
    document text NOT NULL,
    made_by bigint NOT NULL,
    made_at bigint NOT NULL
);


--
-- Name: supply; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.supply (
    code text NOT NULL,
    agency_id bigint NOT NULL,
    valid_from text NOT NULL,
    valid_to text,
    level bigint NOT NULL,
    receiving_id bigint NOT NULL
);


--
-- Name: ticket; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.ticket (
    token bytea NOT NULL,
    purpose text NOT NULL,
    account_id bigint NOT NULL,
    body text NOT NULL,
    ends_at bigint NOT NULL
);


--
-- Name: timer; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.timer (
    key text NOT NULL,
    next_at bigint NOT NULL
);


--
-- Name: work; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.work (
    dossier_id bigint NOT NULL,
    place bigint NOT NULL,
    agency_id bigint NOT NULL,
    unit text NOT NULL,
    queue text NOT NULL,
    assignee_id bigint,
    due bigint NOT NULL,
    step text,
    step_due bigint,
    receiving_id bigint NOT NULL,
    competent_id bigint NOT NULL,
    procedure_code text NOT NULL
);


--
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account VALUES
	(816127672320000016, 'counter', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Thị Hạnh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000017, 'counter2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Văn Nam', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000018, 'counter3', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phan Thị Yến', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000019, 'centre.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Vũ Quang Khải', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000020, 'admin', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đỗ Xuân Kiên', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000021, 'officer', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lê Thị Thanh Bình', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000022, 'justice.officer2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hồ Đức Anh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000023, 'division-head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phạm Đức Long', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000024, 'agency-head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Minh Trí', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000025, 'justice.officer3', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Mai Thị Nhung', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000026, 'justice.officer4', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trịnh Hữu Nghĩa', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000027, 'justice.division-head2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trần Thị Hồng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000028, 'province.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trần Hữu Nghĩa', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000029, 'home-affairs.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Vũ Văn Tùng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000030, 'home-affairs.employment1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Ngô Thị Quyên', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000031, 'home-affairs.employment2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tô Quang Minh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000032, 'home-affairs.employment.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đoàn Thu Giang', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000033, 'home-affairs.merit1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lê Thị Hiền', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000034, 'home-affairs.merit2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đặng Văn Quân', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000035, 'home-affairs.merit.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Dương Thị Thủy', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000036, 'finance.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hà Ngọc Khánh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000037, 'finance.business-registration1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tạ Thị Lan', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000038, 'finance.business-registration2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phạm Văn Tuấn', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000039, 'finance.business-registration.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Bùi Văn Hải', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000040, 'finance.enterprise-support1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lý Ngọc Diệp', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000041, 'finance.enterprise-support2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Cao Quang Dũng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000042, 'finance.enterprise-support.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Chu Xuân Trường', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000043, 'construction.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Văn Bình', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000044, 'construction.housing1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đỗ Thị Vân', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000045, 'construction.housing2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đinh Đức Hiếu', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000046, 'construction.housing.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lương Thị Thu', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000047, 'construction.building1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trần Thị Phượng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000048, 'construction.building2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Vũ Văn Đạt', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000049, 'construction.building.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Ngô Ngọc Ánh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000050, 'agriculture-environment.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tô Thu Hương', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000051, 'agriculture-environment.land-registry1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đoàn Thị Mai', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000052, 'agriculture-environment.land-registry2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lê Xuân Kiên', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000053, 'agriculture-environment.land-registry.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đặng Văn Lực', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000054, 'agriculture-environment.animal-health1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Dương Ngọc Trâm', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000055, 'agriculture-environment.animal-health2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hà Quang Huy', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000056, 'agriculture-environment.animal-health.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tạ Hữu Lộc', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000057, 'health.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phạm Văn Hùng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000058, 'health.pharmacy1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Bùi Ngọc Ánh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000059, 'health.pharmacy2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lý Đức Long', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000060, 'health.pharmacy.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Cao Thị Mai', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000061, 'health.organisation1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Chu Thị Trang', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000062, 'health.organisation2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Văn Thắng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000063, 'health.organisation.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đỗ Ngọc Trâm', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000064, 'industry-trade.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đinh Thị Hạnh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000065, 'industry-trade.trade1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lương Thị Yến', '', '', '', '', 'verified', 1772416800000, 0, '');
INSERT INTO public.account VALUES
	(816127672320000066, 'industry-trade.trade2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Xuân Bách', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000067, 'industry-trade.trade.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phan Văn Tuấn', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000068, 'industry-trade.energy1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hồ Thu Cúc', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000069, 'industry-trade.energy2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Mai Đức Trung', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000070, 'industry-trade.energy.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trịnh Quang Dũng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000071, 'education.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lê Xuân Trường', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000072, 'education.quality1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đặng Ngọc Hà', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000073, 'education.quality2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Dương Văn Chiến', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000074, 'education.quality.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hà Thị Hiền', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000075, 'education.primary1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tạ Thị Huệ', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000076, 'education.primary2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phạm Xuân Phong', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000077, 'education.primary.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Bùi Ngọc Khánh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000078, 'culture-tourism.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lý Thị Lan', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000079, 'culture-tourism.tourism1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Cao Thị Loan', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000080, 'culture-tourism.tourism2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Chu Hữu Phước', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000081, 'culture-tourism.tourism.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Xuân Kiên', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000082, 'culture-tourism.heritage1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đỗ Thu Hoài', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000083, 'culture-tourism.heritage2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đinh Văn Hoan', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000084, 'culture-tourism.heritage.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lương Quang Huy', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000085, 'police.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Hữu Lộc', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000086, 'police.records1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phan Ngọc Bích', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000087, 'police.records2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hồ Văn Sơn', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000088, 'police.records.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Mai Thị Loan', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000089, 'police.traffic1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trịnh Thị Hằng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000090, 'police.traffic2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Vũ Văn Thắng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000091, 'police.traffic.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Ngô Thị Nga', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000092, 'ho-van.counter', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tô Thị Oanh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000093, 'ho-van.counter2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đoàn Quang Khải', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000094, 'ho-van.civil-status1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phạm Ngọc Bích', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000095, 'ho-van.civil-status2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Bùi Văn Tuấn', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000096, 'ho-van.economy1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lý Văn Hải', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000097, 'ho-van.economy2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Cao Thị Dung', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000098, 'ho-van.economy.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Chu Quang Dũng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000099, 'ho-van.social1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Xuân Trường', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000100, 'ho-van.social2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đỗ Thị Mai', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000101, 'ho-van.social.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đinh Thị Trang', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000102, 'ho-van.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lương Đức Hiếu', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000103, 'mai-khe.counter', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Ngọc Trâm', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000104, 'mai-khe.counter2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phan Xuân Phong', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000105, 'mai-khe.civil-status1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hồ Thị Yến', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000106, 'mai-khe.civil-status2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Mai Văn Định', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000107, 'mai-khe.economy1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trịnh Đức Toàn', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000108, 'mai-khe.economy2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trần Thu Cúc', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000109, 'mai-khe.economy.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Vũ Xuân Kiên', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000110, 'mai-khe.social1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Ngô Văn Lực', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000111, 'mai-khe.social2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tô Thị Quyên', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000112, 'mai-khe.social.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đoàn Ngọc Hà', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000113, 'mai-khe.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lê Thu Giang', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000114, 'suoi-ngoc.counter', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đặng Thị Hiền', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000115, 'suoi-ngoc.counter2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Dương Văn Sơn', '', '', '', '', 'verified', 1772416800000, 0, '');
INSERT INTO public.account VALUES
	(816127672320000116, 'suoi-ngoc.civil-status1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hà Thị Thủy', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000117, 'suoi-ngoc.civil-status2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tạ Quang Vinh', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000118, 'suoi-ngoc.economy1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Hữu Nghĩa', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000119, 'suoi-ngoc.economy2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đỗ Thị Thảo', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000120, 'suoi-ngoc.economy.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đinh Văn Tùng', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000121, 'suoi-ngoc.social1', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lương Đức Long', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000122, 'suoi-ngoc.social2', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Thu Giang', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000123, 'suoi-ngoc.social.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phan Thị Hiền', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000124, 'suoi-ngoc.head', 'officer', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hồ Văn Tuấn', '', '', '', '', 'verified', 1772416800000, 0, ''),
	(816127672320000125, 'citizen', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trần Thị Minh Châu', '099190000001', '0900000101', 'tran.thi.minh.chau@example.vn', 'Số 12, đường Hoa Sen, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'tran.thi.minh.chau@example.vn'),
	(816127672320000126, 'citizen-2', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Văn Phúc', '099058000002', '0900000102', 'nguyen.van.phuc@example.vn', 'Số 27, đường Cây Đa, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'nguyen.van.phuc@example.vn'),
	(816127672320000127, 'citizen-3', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lê Hoàng Gia Bảo', '099095000003', '0900000103', 'le.hoang.gia.bao@example.vn', 'Số 8, ngõ 3, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'le.hoang.gia.bao@example.vn'),
	(816127672320000128, 'citizen-4', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phạm Thị Ngọc Anh', '099193000004', '0900000104', 'pham.thi.ngoc.anh@example.vn', 'Thôn Khê Thượng, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'pham.thi.ngoc.anh@example.vn'),
	(816127672320000129, 'citizen-5', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Văn Thạo', '099047000005', '0900000105', 'hoang.van.thao@example.vn', 'Thôn Khê Hạ, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'hoang.van.thao@example.vn'),
	(816127672320000130, 'citizen-6', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Vũ Thị Lành', '099149000006', '0900000106', 'vu.thi.lanh@example.vn', 'Thôn Bến Ngọc, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'vu.thi.lanh@example.vn'),
	(816127672320000131, 'citizen-7', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đặng Quốc Việt', '099086000007', '0900000107', 'dang.quoc.viet@example.vn', 'Thôn Đồi Chè, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'dang.quoc.viet@example.vn'),
	(816127672320000132, 'citizen-8', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Bùi Thị Thanh Tâm', '099184000008', '0900000108', 'bui.thi.thanh.tam@example.vn', 'Số 45, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'bui.thi.thanh.tam@example.vn'),
	(816127672320000133, 'citizen-9', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đỗ Minh Quân', '099099000009', '0900000109', 'do.minh.quan@example.vn', 'Thôn Đồng Lác, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'do.minh.quan@example.vn'),
	(816127672320000134, 'citizen-10', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hồ Thị Kim Cương', '099178000010', '0900000110', 'ho.thi.kim.cuong@example.vn', 'Số 12, đường Hoa Sen, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'ho.thi.kim.cuong@example.vn'),
	(816127672320000135, 'citizen-11', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Ngô Bá Khiêm', '099072000011', '0900000111', 'ngo.ba.khiem@example.vn', 'Số 27, đường Cây Đa, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'ngo.ba.khiem@example.vn'),
	(816127672320000136, 'citizen-12', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Dương Thùy Miên', '099301000012', '0900000112', 'duong.thuy.mien@example.vn', 'Số 8, ngõ 3, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'duong.thuy.mien@example.vn'),
	(816127672320000137, 'citizen-13', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lý Văn Sáng', '099081000013', '0900000113', 'ly.van.sang@example.vn', 'Thôn Khê Thượng, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'ly.van.sang@example.vn'),
	(816127672320000138, 'citizen-14', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đinh Thị Mơ', '099166000014', '0900000114', 'dinh.thi.mo@example.vn', 'Thôn Khê Hạ, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'dinh.thi.mo@example.vn'),
	(816127672320000139, 'citizen-15', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Mai Anh Dũng', '099089000015', '0900000115', 'mai.anh.dung@example.vn', 'Thôn Bến Ngọc, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'mai.anh.dung@example.vn'),
	(816127672320000140, 'citizen-16', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tô Thị Hải Yến', '099197000016', '0900000116', 'to.thi.hai.yen@example.vn', 'Thôn Đồi Chè, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'to.thi.hai.yen@example.vn'),
	(816127672320000141, 'citizen-17', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hà Văn Tiến', '099055000017', '0900000117', 'ha.van.tien@example.vn', 'Số 45, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'ha.van.tien@example.vn'),
	(816127672320000142, 'citizen-18', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Cao Thị Bích Ngọc', '099192000018', '0900000118', 'cao.thi.bich.ngoc@example.vn', 'Thôn Đồng Lác, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'cao.thi.bich.ngoc@example.vn'),
	(816127672320000143, 'citizen-19', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lương Thế Hiển', '099083000019', '0900000119', 'luong.the.hien@example.vn', 'Số 12, đường Hoa Sen, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'luong.the.hien@example.vn'),
	(816127672320000144, 'citizen-20', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trịnh Thị Thu Hà', '099176000020', '0900000120', 'trinh.thi.thu.ha@example.vn', 'Số 27, đường Cây Đa, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'trinh.thi.thu.ha@example.vn'),
	(816127672320000145, 'citizen-21', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Đoàn Công Danh', '099094000021', '0900000121', 'doan.cong.danh@example.vn', 'Số 8, ngõ 3, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'doan.cong.danh@example.vn'),
	(816127672320000146, 'citizen-22', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Tạ Thị Phương Thảo', '099300000022', '0900000122', 'ta.thi.phuong.thao@example.vn', 'Thôn Khê Thượng, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'ta.thi.phuong.thao@example.vn'),
	(816127672320000147, 'citizen-23', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Chu Văn Mẫn', '099061000023', '0900000123', 'chu.van.man@example.vn', 'Thôn Khê Hạ, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'chu.van.man@example.vn'),
	(816127672320000148, 'citizen-24', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nguyễn Thị Sen', '099150000024', '0900000124', 'nguyen.thi.sen@example.vn', 'Thôn Bến Ngọc, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'nguyen.thi.sen@example.vn'),
	(816127672320000149, 'citizen-25', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trần Đình Phong', '099087000025', '0900000125', 'tran.dinh.phong@example.vn', 'Thôn Đồi Chè, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'tran.dinh.phong@example.vn'),
	(816127672320000150, 'citizen-26', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lê Thị Cẩm Tú', '099191000026', '0900000126', 'le.thi.cam.tu@example.vn', 'Số 45, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'le.thi.cam.tu@example.vn'),
	(816127672320000151, 'citizen-27', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phạm Gia Huy', '099203000027', '0900000127', 'pham.gia.huy@example.vn', 'Thôn Đồng Lác, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'pham.gia.huy@example.vn'),
	(816127672320000152, 'citizen-28', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Phan Thị Xuân', '099169000028', '0900000128', 'phan.thi.xuan@example.vn', 'Số 12, đường Hoa Sen, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'phan.thi.xuan@example.vn'),
	(816127672320000153, 'citizen-29', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Vi Văn Núi', '099079000029', '0900000129', 'vi.van.nui@example.vn', 'Số 27, đường Cây Đa, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'vi.van.nui@example.vn'),
	(816127672320000154, 'citizen-30', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Lò Thị Pành', '099188000030', '0900000130', 'lo.thi.panh@example.vn', 'Số 8, ngõ 3, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lo.thi.panh@example.vn'),
	(816127672320000155, 'citizen-31', 'person', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hoàng Thị Bảo Trân', '099198000031', '0900000131', 'hoang.thi.bao.tran@example.vn', 'Thôn Khê Thượng, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'hoang.thi.bao.tran@example.vn'),
	(816127672320000156, 'company', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Công ty TNHH Du lịch Lam Hồ', '9900000001', '0900000201', 'lienhe.lamho@example.vn', 'Số 30, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.lamho@example.vn'),
	(816127672320000157, 'company-2', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Công ty Cổ phần Chè Đồi Ngọc', '9900000002', '0900000202', 'lienhe.chedoingoc@example.vn', 'Thôn Đồi Chè, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.chedoingoc@example.vn'),
	(816127672320000158, 'company-3', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Công ty TNHH Thực phẩm Khê Xanh', '9900000003', '0900000203', 'lienhe.khexanh@example.vn', 'Thôn Khê Thượng, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.khexanh@example.vn'),
	(816127672320000159, 'company-4', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Công ty TNHH Cơ khí Thanh Phát', '9900000004', '0900000204', 'lienhe.thanhphat@example.vn', 'Số 60, đường Cây Đa, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.thanhphat@example.vn'),
	(816127672320000160, 'company-5', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Hợp tác xã Thủy sản Bến Ngọc', '9900000005', '0900000205', 'lienhe.benngoc@example.vn', 'Thôn Bến Ngọc, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.benngoc@example.vn'),
	(816127672320000161, 'company-6', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Công ty Cổ phần Điện tử Hồ Vân', '9900000006', '0900000206', 'lienhe.hovan-electronics@example.vn', 'Số 27, đường Cây Đa, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.hovan-electronics@example.vn'),
	(816127672320000162, 'company-7', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Nhà thuốc An Tâm Mai Khê', '9900000007', '0900000207', 'lienhe.antam@example.vn', 'Thôn Khê Hạ, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.antam@example.vn'),
	(816127672320000163, 'company-8', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Công ty TNHH Xây dựng Lam Sơn Vàng', '9900000008', '0900000208', 'lienhe.lamsonvang@example.vn', 'Số 14, đường Hoa Sen, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.lamsonvang@example.vn'),
	(816127672320000164, 'company-9', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Trường Tiểu học Suối Ngọc', '9900000009', '0900000209', 'lienhe.tieuhocsuoingoc@example.vn', 'Thôn Bến Ngọc, xã Suối Ngọc, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.tieuhocsuoingoc@example.vn'),
	(816127672320000165, 'company-10', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Công ty TNHH Bánh kẹo Hoa Sen Hồ', '9900000010', '0900000210', 'lienhe.hoasenho@example.vn', 'Thôn Đồng Lác, xã Mai Khê, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.hoasenho@example.vn');
INSERT INTO public.account VALUES
	(816127672320000166, 'company-11', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Khách sạn Bờ Hồ', '9900000011', '0900000211', 'lienhe.khachsanboho@example.vn', 'Số 45, đường Bờ Hồ, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.khachsanboho@example.vn'),
	(816127672320000167, 'company-12', 'organisation', '$argon2id$v=19$m=19456,t=2,p=1$FOkfU4p5yY5QG6PNkIiDeA$lyGVqKJizPqmYNrn8dNwANAzQDBnsZKrD9tAOFTVeUs', 'Ngân hàng TMCP Thanh Lam', '9900000012', '0900000212', 'lienhe.nganhangthanhlam@example.vn', 'Số 3, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam', 'password', 1772416800000, 0, 'lienhe.nganhangthanhlam@example.vn'),
	(816127672320000217, 'tam8', 'person', '$argon2id$v=19$m=19456,t=2,p=1$iDfyPFeK6GW6zbIdxIPXIg$eOxQlxeqQzwS0vP/mUD3ldUFddM0IOh1rZQnLaL1Vq8', 'Lê Ðình Tám', '099200000008', '0900000108', 'tam@example.vn', 'Số 8', 'password', 1772416800000, 0, '');


--
-- Data for Name: act_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.act_key VALUES
	('1m9wkrtv9mqzy9bf5b31py3r49ezknfp-accept', 816127672320000259, 3, '\x88b655e33dcf2b0e4ae508df08db116131cfe0ad8de88c734ae4c196e4794a77', 1772416800000),
	('28t2m3c541yr0d5rvb51ecpfm24syx0c-accept', 816127672320000239, 3, '\x07f76d90a91645f39b51f3de4c83124575c072439fe7bf59ed782859cdeddc1a', 1772416800000),
	('2vghk5ggdqdrsn71bs6tfkdpkw5gxc54-decide', 816127672320000170, 12, '\xde25976c76575a1d5471a676e89f5bdc08cff2c496571a19c5032d074820cf8c', 1772416800000),
	('4y00jgp33typsx7a4xmm6abemmtc7ktb-finish-step', 816127672320000191, 7, '\x8dcc1692f60b69f090d0c109b86bd9376fb66a57727e27904cb1f6089549b02e', 1772416800000),
	('514kpgrc5xvf4drfc3cj81asmtct9008-pause-for-fee', 816127672320000228, 6, '\x39d1711b23aedcc1a1b7b38382cc51bd9764560cede7c409f4975a5c09211873', 1772416800000),
	('9wt764jv8sc0fz08ek79jzx8dxnjk8rt-accept', 816127672320000184, 3, '\x3f08f443d06b92053c5c594504a119e65d056c278f20b64b432c1c9ecb67a469', 1772416800000),
	('ada0f0j97vxhyn0kkde2ys3bwx7z10ts-accept', 816127672320000222, 3, '\xa0e89150f9887d992489d497af4f481b2c1e64795f1fac4390212c23ad0cf030', 1772416800000),
	('answer-816127672320000191', 816127672320000184, 14, '\xa538570391dad83bfe5b9964428c03ef05b554f2c7b6cf673f0b218ed0fe6c0d', 1772416800000),
	('batch-816127672320000272-0', 816127672320000219, 5, '\x759773c7796b71af9bf6918db158cd7d5931e0da907877a2bd3a5d0b55d76b7a', 1772416800000),
	('cpdqe66gyt8ex6s84a7gvkhezjhnaj74-accept', 816127672320000198, 3, '\x57f78ba5002856af35adef746ed182d96e8674e8e7b7d95a7ac952c96e95511b', 1772416800000),
	('dcb4bzk49b18zxsq8139ghx3vf47br8s-extend', 816127672320000222, 6, '\xba8a1e4a8b6964dcc2cf7617396698c8089ec193e1b2a206170ca9e0c04b8c17', 1772416800000),
	('draft-5zm08yknfvfzjyjs3qhhz6bh3mch31b4', 816127672320000254, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-9nraccdyjkvnw0z7mbm1g9e0mqxeeyea', 816127672320000198, 1, '\x436f053a29d9553edb857790359c34eb8b53433ba54fbf651524d227322d60d0', 1772416800000),
	('draft-bf45q1t6c8m35cy83rtmmz21a3qy12qr', 816127672320000184, 1, '\x436f053a29d9553edb857790359c34eb8b53433ba54fbf651524d227322d60d0', 1772416800000),
	('draft-bj7veppb653z5pmw1bqbv24yvx2ywa75', 816127672320000177, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-bs31s7wvtjbkf7y9whb6eh379qzt0n4m', 816127672320000249, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-crjm9f04ax5hea5q7n3n9by5n2tgxhqp', 816127672320000276, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-e4d2n162dekpegcg8s2dhfy20mqz32n7', 816127672320000234, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-mjngyg84tvg096m7q3fqqxe1w08shm74', 816127672320000222, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-mps2vcb19jq4b0dbk02xa995gyn4q4jm', 816127672320000259, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-nfnt0jf1w4mg3kn8f643f0f2aynhcm2b', 816127672320000244, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-phwzmkrn197rh80c7vw5fzp1a718sf38', 816127672320000228, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-qhyre7x5zy5wct6g1nrnchh8crdjm8rx', 816127672320000170, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-t1nmjpfvf6b40xg6gerhtbg1dq4pye55', 816127672320000239, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-vb5kbyeqf78fxty7k1n98e4bptw8gj8v', 816127672320000264, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('draft-w1harnxjhxrbp0d5kqa7nbdd9w9aeevr', 816127672320000269, 1, '\xd4ffa25631273f40c88512ef6eb60f6bac922420e06d431b77388835700041df', 1772416800000),
	('fhp1hett2s9x2mrbncece9409x1j0t3m', 816127672320000219, 3, '\xc4ef63ac4433f9261598c8c0756185d0ae0e91d3083cb6599f8fc31698ede6b4', 1772416800000),
	('fqdgh8a8ry2nczathjhb3pw74tbyyr5g-finish-step', 816127672320000170, 10, '\xb3035014dcf1af8767368dd118e68209cd222c9f83b3cc0f2d81cc111cb3e854', 1772416800000),
	('gye21dm8j9gmc9xjev071xx3mzdhgcsw-accept', 816127672320000228, 3, '\x65fe0841b8f73161657df680a602c3b94ac9f6f991419e283bc6b98b160810bc', 1772416800000),
	('hesnn38rdph53b852aeap5ts2k40n1kd-accept', 816127672320000269, 3, '\x091a388bd4459d7688bac2daf82a06a9db5ce84cce6b19bd6459718c985eca0d', 1772416800000),
	('hqj68hyqcqeyas6ckk8n05hfw2mq5r6k-hand-hand-over', 816127672320000170, 5, '\x2945c5a6d4740340eab873f4078ebf1ddf39a74855f6dbcde878cfbe4580b005', 1772416800000),
	('hxsrp1bn4zt5y5kj6bxdmh0nk6ndh0a0-finish-step', 816127672320000198, 12, '\x177ecf7ec26de86f7cd8f63e0fafd71b12182d350dd9b2914b38e25ad2ed461b', 1772416800000),
	('j2e6swqcf12q5kzgesqr6r5k1jd1jscz-accept', 816127672320000170, 3, '\x7105e1465c1e5cf354109e519d798014b0db9fae5b15331c998517b31d5f9904', 1772416800000),
	('j7tmnj55zxqvj1y65wmnfddbf9ntr7wt-finish-step', 816127672320000170, 7, '\x3c2562bbd0a8af2b1989f69cdf8561efaf3ffb86696da38abf4978afc3e5f0b7', 1772416800000),
	('linked-816127672320000184-1', 816127672320000191, 5, '\x0020276ad46ce41e164218752db0032e7adc43a092284e2b375eadf630096d5b', 1772416800000),
	('linked-816127672320000198-1', 816127672320000205, 5, '\x0020276ad46ce41e164218752db0032e7adc43a092284e2b375eadf630096d5b', 1772416800000),
	('m6w8gv5hbkd2eeb4bnxa15n20cbsvv6a-accept', 816127672320000234, 3, '\x776a098a7e8013c5f1e9ddaef09063c325c3230c3aefd1fe1e33e53a4048c0a5', 1772416800000),
	('njbnpkkgbtdn14gkjf007npjs6g3yv5s-hand-hand-over', 816127672320000198, 6, '\xe56a10fe2e9d313e9020b91678abe1fa110924785f5a426a704ce6112291e686', 1772416800000),
	('njfyq5gsvgk6hpgzheek8hb9c19zx8b7-decide', 816127672320000191, 10, '\x1cae040ee5a1743d744b38b82a2c6728f39acc6dba0813c2edb9ca0d1fccc1d3', 1772416800000),
	('ny4s6sbqfe5e24fnx6hp41mrvc6y2w63-pause-for-applicant', 816127672320000177, 6, '\x8913d92c5e60991645d4300e5eb23d9cc1fe66b12c4471ac889fc772825940c7', 1772416800000),
	('pyrsqw5zy2vbekxyvq8tra1qy9szvep7', 816127672320000206, 2, '\xc0153108bbdf9f1df8cfb998a134f1af3bd655f7da9efe2280296b20d122bab2', 1772416800000),
	('rr3ezkztym04vgapqaqr8jhd3w3dvwfj-accept', 816127672320000249, 3, '\xa80ebaecf40380fe7d6fd99547694507311c552d1a91491c2c3d1e1a953969c7', 1772416800000),
	('s0kd38fwd3ghr1dsnkwfyv07xhwmsrar-accept', 816127672320000264, 3, '\x333f3ce39153dcfbb9e74360b3cdfe783be316d6898ad7c98d1886d0967979cd', 1772416800000),
	('s5wmqg8rz4874vsdgste43h5vsf00jdk-accept', 816127672320000244, 3, '\xbb9e63031ed97c35cf22bd1f52a7dd8eb4f075d0950cd3bbc8f890d8806133c3', 1772416800000),
	('s74wp56mnkd081zn91v3cjdh35d5wjnw-hand-hand-over', 816127672320000228, 5, '\xd2d23c89e0fdd952a2147db0fe1c0574d1e5563cacb9d58abda367ecc8ca5715', 1772416800000),
	('t8t3ae6er2w10kbxgz6jf4wh2h4mbr44-finish-step', 816127672320000184, 12, '\x54a97077519450990f705db7699609d32b1664c278d627376123cbff7584c72f', 1772416800000),
	('tp4nry8w0mztybxvsyprwya4pgxe54zz-hand-hand-over', 816127672320000184, 6, '\x9c010ef77222f48904a84e38897ccd02d4c697285592455aed9d6e504de9d077', 1772416800000),
	('x56q70zr6j8sr4ej2y87vzrr105x6kgz-hand-hand-over', 816127672320000222, 5, '\x334c68fbf6b812d6a661be2df0c769a9cd652cdaa6efb61976b58f2ca242e479', 1772416800000),
	('y1jqpzs54ffrkd72qf7gt8wf77vnvt3g-accept', 816127672320000254, 3, '\xbb3d775c8cd3a416cfe996eb7ce16809509b7f2baea10ec234bc56b95a3bb757', 1772416800000),
	('zrr3rzssfwf1h1yp8c136tmwf6mb80x1-hand-hand-over', 816127672320000177, 5, '\x584241032719efee25856e50c14f8962a57ab6ef15990c4a786e1ba25c0f5661', 1772416800000);
INSERT INTO public.act_key VALUES
	('zsqpm3asy0s64yv9ya7ynmyb8m0140v8-accept', 816127672320000177, 3, '\x0fea9c64d0ec37b3b6e12cb5b7309ac79cf5f60357567e713c76cd8abe2ca7ee', 1772416800000);


--
-- Data for Name: agency; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.agency VALUES
	(816127672320000000, 'province', '{"id":816127672320000000,"key":"province","kind":"province","name":{"vi":"Ủy ban nhân dân tỉnh Thanh Lam","en":"People''s Committee of Thanh Lam Province"},"address":"Số 1, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0000","codes":[{"code":"000.00.00.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Ủy ban nhân dân tỉnh","en":"Leadership of the People''s Committee"},"intake":false},{"key":"office","name":{"vi":"Văn phòng Ủy ban nhân dân tỉnh","en":"Office of the People''s Committee"},"intake":false}]}'),
	(816127672320000001, 'centre', '{"id":816127672320000001,"key":"centre","kind":"service-centre","name":{"vi":"Trung tâm Phục vụ hành chính công tỉnh Thanh Lam","en":"Thanh Lam Province Public Service Centre"},"address":"Số 5, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0020","codes":[{"code":"000.00.20.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"intake","name":{"vi":"Quầy tiếp nhận và trả kết quả","en":"Reception and results counter"},"intake":true},{"key":"leadership","name":{"vi":"Ban Giám đốc Trung tâm","en":"Centre management"},"intake":false},{"key":"systems","name":{"vi":"Bộ phận quản trị hệ thống","en":"Systems administration"},"intake":false}]}'),
	(816127672320000002, 'home-affairs', '{"id":816127672320000002,"key":"home-affairs","kind":"department","name":{"vi":"Sở Nội vụ tỉnh Thanh Lam","en":"Thanh Lam Department of Home Affairs"},"address":"Số 9, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0102","codes":[{"code":"000.00.02.H99","from":"2025-03-01","to":null}],"from":"2025-03-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"employment","name":{"vi":"Phòng Lao động - Việc làm","en":"Labour and Employment Division"},"intake":false},{"key":"merit","name":{"vi":"Phòng Người có công","en":"Division for People with Meritorious Service"},"intake":false}]}'),
	(816127672320000003, 'justice', '{"id":816127672320000003,"key":"justice","kind":"department","name":{"vi":"Sở Tư pháp tỉnh Thanh Lam","en":"Thanh Lam Department of Justice"},"address":"Số 11, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0103","codes":[{"code":"000.00.03.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"administration","name":{"vi":"Phòng Hành chính và Bổ trợ tư pháp","en":"Judicial Administration and Support Division"},"intake":false},{"key":"legislation","name":{"vi":"Phòng Xây dựng và Kiểm tra văn bản","en":"Legal Drafting and Review Division"},"intake":false}]}'),
	(816127672320000004, 'finance', '{"id":816127672320000004,"key":"finance","kind":"department","name":{"vi":"Sở Tài chính tỉnh Thanh Lam","en":"Thanh Lam Department of Finance"},"address":"Số 13, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0104","codes":[{"code":"000.00.04.H99","from":"2025-03-01","to":null}],"from":"2025-03-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"business-registration","name":{"vi":"Phòng Đăng ký kinh doanh","en":"Business Registration Division"},"intake":false},{"key":"enterprise-support","name":{"vi":"Phòng Hỗ trợ doanh nghiệp","en":"Enterprise Support Division"},"intake":false}]}'),
	(816127672320000005, 'construction', '{"id":816127672320000005,"key":"construction","kind":"department","name":{"vi":"Sở Xây dựng tỉnh Thanh Lam","en":"Thanh Lam Department of Construction"},"address":"Số 15, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0105","codes":[{"code":"000.00.05.H99","from":"2025-03-01","to":null}],"from":"2025-03-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"housing","name":{"vi":"Phòng Quản lý nhà và thị trường bất động sản","en":"Housing and Real Estate Market Division"},"intake":false},{"key":"building","name":{"vi":"Phòng Quản lý xây dựng","en":"Building Control Division"},"intake":false}]}'),
	(816127672320000006, 'agriculture-environment', '{"id":816127672320000006,"key":"agriculture-environment","kind":"department","name":{"vi":"Sở Nông nghiệp và Môi trường tỉnh Thanh Lam","en":"Thanh Lam Department of Agriculture and Environment"},"address":"Số 17, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0106","codes":[{"code":"000.00.06.H99","from":"2025-03-01","to":null}],"from":"2025-03-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"land-registry","name":{"vi":"Văn phòng Đăng ký đất đai","en":"Land Registration Office"},"intake":false},{"key":"animal-health","name":{"vi":"Chi cục Chăn nuôi và Thú y","en":"Livestock and Animal Health Sub-department"},"intake":false}]}'),
	(816127672320000007, 'health', '{"id":816127672320000007,"key":"health","kind":"department","name":{"vi":"Sở Y tế tỉnh Thanh Lam","en":"Thanh Lam Department of Health"},"address":"Số 19, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0107","codes":[{"code":"000.00.07.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"pharmacy","name":{"vi":"Phòng Nghiệp vụ Dược","en":"Pharmacy Division"},"intake":false},{"key":"organisation","name":{"vi":"Phòng Tổ chức cán bộ","en":"Personnel Division"},"intake":false}]}'),
	(816127672320000008, 'industry-trade', '{"id":816127672320000008,"key":"industry-trade","kind":"department","name":{"vi":"Sở Công Thương tỉnh Thanh Lam","en":"Thanh Lam Department of Industry and Trade"},"address":"Số 21, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0108","codes":[{"code":"000.00.08.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"trade","name":{"vi":"Phòng Quản lý thương mại","en":"Trade Division"},"intake":false},{"key":"energy","name":{"vi":"Phòng Quản lý năng lượng","en":"Energy Division"},"intake":false}]}'),
	(816127672320000009, 'education', '{"id":816127672320000009,"key":"education","kind":"department","name":{"vi":"Sở Giáo dục và Đào tạo tỉnh Thanh Lam","en":"Thanh Lam Department of Education and Training"},"address":"Số 23, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0109","codes":[{"code":"000.00.09.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"quality","name":{"vi":"Phòng Quản lý chất lượng","en":"Quality and Examinations Division"},"intake":false},{"key":"primary","name":{"vi":"Phòng Giáo dục Mầm non - Tiểu học","en":"Preschool and Primary Education Division"},"intake":false}]}'),
	(816127672320000010, 'culture-tourism', '{"id":816127672320000010,"key":"culture-tourism","kind":"department","name":{"vi":"Sở Văn hóa, Thể thao và Du lịch tỉnh Thanh Lam","en":"Thanh Lam Department of Culture, Sports and Tourism"},"address":"Số 25, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0110","codes":[{"code":"000.00.10.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Sở","en":"Department leadership"},"intake":false},{"key":"tourism","name":{"vi":"Phòng Quản lý du lịch","en":"Tourism Division"},"intake":false},{"key":"heritage","name":{"vi":"Phòng Quản lý văn hóa và di sản","en":"Culture and Heritage Division"},"intake":false}]}'),
	(816127672320000011, 'police', '{"id":816127672320000011,"key":"police","kind":"department","name":{"vi":"Công an tỉnh Thanh Lam","en":"Thanh Lam Provincial Police"},"address":"Số 27, đường Hồ Sen, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0111","codes":[{"code":"000.00.11.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"leadership","name":{"vi":"Lãnh đạo Công an tỉnh","en":"Leadership of the Provincial Police"},"intake":false},{"key":"records","name":{"vi":"Phòng Hồ sơ nghiệp vụ","en":"Criminal Records Division"},"intake":false},{"key":"traffic","name":{"vi":"Phòng Cảnh sát giao thông","en":"Traffic Police Division"},"intake":false}]}'),
	(816127672320000012, 'ho-van', '{"id":816127672320000012,"key":"ho-van","kind":"commune","name":{"vi":"Ủy ban nhân dân phường Hồ Vân","en":"People''s Committee of Ho Van Ward"},"address":"Số 2, đường Cây Đa, phường Hồ Vân, tỉnh Thanh Lam","phone":"0200 000 0131","codes":[{"code":"000.00.31.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"intake","name":{"vi":"Quầy tiếp nhận và trả kết quả","en":"Reception and results counter"},"intake":true},{"key":"civil-status","name":{"vi":"Bộ phận Tư pháp - Hộ tịch","en":"Justice and Civil Status Unit"},"intake":false},{"key":"economy","name":{"vi":"Phòng Kinh tế, Hạ tầng và Đô thị","en":"Economy, Infrastructure and Urban Affairs Division"},"intake":false},{"key":"social","name":{"vi":"Phòng Văn hóa - Xã hội","en":"Culture and Social Affairs Division"},"intake":false},{"key":"leadership","name":{"vi":"Lãnh đạo Ủy ban nhân dân phường","en":"Leadership of the People''s Committee"},"intake":false}]}'),
	(816127672320000013, 'mai-khe', '{"id":816127672320000013,"key":"mai-khe","kind":"commune","name":{"vi":"Ủy ban nhân dân xã Mai Khê","en":"People''s Committee of Mai Khe Commune"},"address":"Thôn Khê Thượng, xã Mai Khê, tỉnh Thanh Lam","phone":"0200 000 0132","codes":[{"code":"000.00.32.H99","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"intake","name":{"vi":"Quầy tiếp nhận và trả kết quả","en":"Reception and results counter"},"intake":true},{"key":"civil-status","name":{"vi":"Bộ phận Tư pháp - Hộ tịch","en":"Justice and Civil Status Unit"},"intake":false},{"key":"economy","name":{"vi":"Phòng Kinh tế, Hạ tầng và Đô thị","en":"Economy, Infrastructure and Urban Affairs Division"},"intake":false},{"key":"social","name":{"vi":"Phòng Văn hóa - Xã hội","en":"Culture and Social Affairs Division"},"intake":false},{"key":"leadership","name":{"vi":"Lãnh đạo Ủy ban nhân dân xã","en":"Leadership of the People''s Committee"},"intake":false}]}'),
	(816127672320000014, 'suoi-ngoc', '{"id":816127672320000014,"key":"suoi-ngoc","kind":"commune","name":{"vi":"Ủy ban nhân dân xã Suối Ngọc","en":"People''s Committee of Suoi Ngoc Commune"},"address":"Thôn Bến Ngọc, xã Suối Ngọc, tỉnh Thanh Lam","phone":"0200 000 0133","codes":[{"code":"H99.33","from":"2019-01-01","to":null}],"from":"2019-01-01","to":null,"successor":null,"units":[{"key":"intake","name":{"vi":"Quầy tiếp nhận và trả kết quả","en":"Reception and results counter"},"intake":true},{"key":"civil-status","name":{"vi":"Bộ phận Tư pháp - Hộ tịch","en":"Justice and Civil Status Unit"},"intake":false},{"key":"economy","name":{"vi":"Phòng Kinh tế, Hạ tầng và Đô thị","en":"Economy, Infrastructure and Urban Affairs Division"},"intake":false},{"key":"social","name":{"vi":"Phòng Văn hóa - Xã hội","en":"Culture and Social Affairs Division"},"intake":false},{"key":"leadership","name":{"vi":"Lãnh đạo Ủy ban nhân dân xã","en":"Leadership of the People''s Committee"},"intake":false}]}'),
	(816127672320000015, 'phuc-khe', '{"id":816127672320000015,"key":"phuc-khe","kind":"commune","name":{"vi":"Ủy ban nhân dân xã Phúc Khê","en":"People''s Committee of Phuc Khe Commune"},"address":"Thôn Khê Hạ, xã Phúc Khê, tỉnh Thanh Lam","phone":"0200 000 0134","codes":[{"code":"000.00.34.H99","from":"2019-01-01","to":"2025-06-30"}],"from":"2019-01-01","to":"2025-06-30","successor":816127672320000013,"units":[{"key":"intake","name":{"vi":"Quầy tiếp nhận và trả kết quả","en":"Reception and results counter"},"intake":true}]}');


--
-- Data for Name: attempt; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: audit; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit VALUES
	(816127672320000213, 1772416800000, 816127672320000021, 'absence', '816127672320000025 for 816127672320000021', '');


--
-- Data for Name: batch; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.batch VALUES
	(816127672320000272, '6zsgh20h91pxwwk67k7xjmykaqcej5hv', 816127672320000016, NULL, '{"kind":"hand-over"}', 1772416800000, NULL, 1772416800000);


--
-- Data for Name: batch_item; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.batch_item VALUES
	(816127672320000272, 0, 816127672320000219, 'done', '{"seen":3,"after":5}'),
	(816127672320000272, 1, 816127672320000234, 'waiting', '{"seen":3}'),
	(816127672320000272, 2, 816127672320000239, 'waiting', '{"seen":3}'),
	(816127672320000272, 3, 816127672320000244, 'waiting', '{"seen":3}'),
	(816127672320000272, 4, 816127672320000249, 'waiting', '{"seen":3}'),
	(816127672320000272, 5, 816127672320000254, 'waiting', '{"seen":3}'),
	(816127672320000272, 6, 816127672320000259, 'waiting', '{"seen":3}'),
	(816127672320000272, 7, 816127672320000264, 'waiting', '{"seen":3}'),
	(816127672320000272, 8, 816127672320000269, 'waiting', '{"seen":3}');


--
-- Data for Name: calendar_day; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: calendar_week; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: code_counter; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.code_counter VALUES
	('000.00.20.H99', '2026-03-02', 15);


--
-- Data for Name: dossier; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.dossier VALUES
	(816127672320000170, 'ZFX475V1CP5XVMVY', '000.00.20.H99-260302-0001', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'result-ready', NULL, NULL, NULL, 3, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, 1772416800000, NULL, 12, '\x2b201d1d4523b70316c07e9eba058868389e93ab1df19276c3c3a9178fb9265f', 12, NULL),
	(816127672320000177, '4J25K8KNM816FZEV', '000.00.20.H99-260302-0002', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'paused-for-applicant', 'administration', 'review', NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 6, '\xfe7e53186bd002a0b96740bb13445c2300dc483330ce3196aefc3948ac494fdd', 6, NULL),
	(816127672320000184, 'MNDNT5BKW8Z31YDY', '000.00.20.H99-260302-0003', NULL, '3.000333', 'online', 816127672320000001, 816127672320000011, 816127672320000125, 'processing', 'records', 'verify', NULL, 1, 4, 1772416800000, 1772416800000, 1773309600000, 1773309600000, NULL, NULL, 14, '\xc7fc66d8314b40d16cdc076d21de86afd9268bb26ad1b54e1f8feb0cd93a32f4', 14, NULL),
	(816127672320000191, 'Y8K27SE47E9XZ3E1', '000.00.20.H99-260302-0003-01', NULL, '9.000333', 'online', 0, 816127672320000003, NULL, 'returned', NULL, NULL, NULL, 2, 2, 1772416800000, 1772416800000, 1772589600000, 1772589600000, 1772416800000, 1772416800000, 10, '\x38b483bb6dc6980939f3a146416f3104e69dc44fd627b0d96802a106b67f382b', 10, 816127672320000184),
	(816127672320000198, 'C8K9WT46DWE4Q136', '000.00.20.H99-260302-0004', NULL, '3.000333', 'online', 816127672320000001, 816127672320000011, 816127672320000125, 'processing', 'records', 'verify', NULL, 1, 4, 1772416800000, 1772416800000, 1773309600000, 1773309600000, NULL, NULL, 12, '\x76084d56b5bac2bb1521e7b3672bf65171d4f4cbcf7eb7f55b260c080e18d295', 12, NULL),
	(816127672320000205, 'DM33BAJJ0WRKRY2Q', '000.00.20.H99-260302-0004-01', NULL, '9.000333', 'online', 0, 816127672320000003, NULL, 'processing', 'administration', 'search', NULL, 0, 2, 1772416800000, 1772416800000, 1772589600000, 1772589600000, NULL, NULL, 5, '\xce76f1ec03b4d81c4095b7a62ff9c42a00a3ea2e5c5069e23bc96b84b457ddc3', 5, 816127672320000198),
	(816127672320000206, 'X5Z05AN2TXPAX2P1', NULL, NULL, '2.000635', 'direct', 816127672320000001, 816127672320000003, NULL, 'refused', NULL, NULL, NULL, 0, 0, 1772416800000, NULL, NULL, NULL, NULL, NULL, 2, '\x8984aef30efa854fb7f40569a4bcd7968803efa9252967578a65ad8485e75984', 2, NULL),
	(816127672320000219, '8S7DHPCYYBT16Q6D', '000.00.20.H99-260302-0005', NULL, '2.000635', 'direct', 816127672320000001, 816127672320000003, NULL, 'processing', 'administration', 'review', NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 5, '\x2b715a8bf6f2636be545bf18411bdf227a72f921d561e784a3b9c3af8ddb8463', 0, NULL),
	(816127672320000222, 'YWPHPT27KNP75ADY', '000.00.20.H99-260302-0006', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'processing', 'administration', 'review', NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1774000800000, NULL, NULL, 6, '\xee23336c6c8f41c694f50d8c61921917536741f77b1aa4d89e6d88ca49324505', 0, NULL),
	(816127672320000228, '0GSPQ5MQ9FJ879MZ', '000.00.20.H99-260302-0007', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'paused-for-fee', 'administration', 'review', NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 6, '\xd960986e90eae1e9b6f0552600c0430851031f048f536d55aa28769502717c07', 0, NULL),
	(816127672320000234, 'JJ8Q3HK5CRN39Q2N', '000.00.20.H99-260302-0008', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\x82db42a21ceffa581b280b0b52d5adfa03e80625cd22c5473b66f0bb3d44f820', 0, NULL),
	(816127672320000239, '23Q3P6SSEXNXPRC5', '000.00.20.H99-260302-0009', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\x675ec211893a9b61f72f0daa3990f8bcea4e7d319933cade5b925f0911156f22', 0, NULL),
	(816127672320000244, 'VP6BBZGSG00PBT0B', '000.00.20.H99-260302-0010', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\xdbb5b453843db8c36e0cf9e6933d0fd0080dbd102810d33df83acd13e2d1dade', 0, NULL),
	(816127672320000249, 'ZY7N9HK4ESC1KTFB', '000.00.20.H99-260302-0011', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\x107477c69ab5336d0db7b9292293c1ff17cee84fbcc038e2d9fcc292e48900ac', 0, NULL),
	(816127672320000254, 'MMSR9Z8E07ADG16J', '000.00.20.H99-260302-0012', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\x9261f5b9ea79341767cee536838598a5199c1e1e3d5b7e25ebc7a19616199240', 0, NULL),
	(816127672320000259, '4VDR2J4RQQPFYYNM', '000.00.20.H99-260302-0013', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\x57a99793a30f1924c8b519d71b284e34045104cfad1b44eda897b54eb030838b', 0, NULL),
	(816127672320000264, 'QA1JP646DMNRNS5R', '000.00.20.H99-260302-0014', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\xb7e3888ee9dfd4e41080b28a4775b0e7d50915405da232bdc6ff223dff0b195f', 0, NULL),
	(816127672320000269, 'MG68AYHRYCH7CVRM', '000.00.20.H99-260302-0015', NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'accepted', NULL, NULL, NULL, 0, 3, 1772416800000, 1772416800000, 1772532000000, 1772532000000, NULL, NULL, 3, '\xb9e89857a4ee40fe1a0c74a9e1a382034f5e4a458dae49cdb1615571d56572e3', 0, NULL),
	(816127672320000276, '0CHTN3J2MXV1G6AV', NULL, NULL, '2.000635', 'online', 816127672320000001, 816127672320000003, 816127672320000125, 'submitted', NULL, NULL, NULL, 0, 0, 1772416800000, NULL, NULL, NULL, NULL, NULL, 1, '\x478e8c75ffab306c2b2af308dd8fd3a09b7f90690d3bdc663f732c5da6fb377a', 0, NULL);


--
-- Data for Name: dossier_party; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.dossier_party VALUES
	(816127672320000170, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000177, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000184, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000011),
	(816127672320000191, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 0, 816127672320000003),
	(816127672320000198, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000011),
	(816127672320000205, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 0, 816127672320000003),
	(816127672320000219, 'owner', 'Ðặng Văn Ðức', 'ðang van ðuc', '099190000009', 816127672320000001, 816127672320000003),
	(816127672320000222, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000228, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000234, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000239, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000244, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000249, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000254, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000259, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000264, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000269, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003),
	(816127672320000276, 'owner', 'Trần Thị Minh Châu', 'tran thi minh chau', '099190000001', 816127672320000001, 816127672320000003);


--
-- Data for Name: draft; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.draft VALUES
	(816127672320000168, 'qhyre7x5zy5wct6g1nrnchh8crdjm8rx', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'ZFX475V1CP5XVMVY'),
	(816127672320000175, 'bj7veppb653z5pmw1bqbv24yvx2ywa75', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, '4J25K8KNM816FZEV'),
	(816127672320000181, 'bf45q1t6c8m35cy83rtmmz21a3qy12qr', 816127672320000125, '3.000333', 1, 816127672320000011, '{}', 1772416800000, 'MNDNT5BKW8Z31YDY'),
	(816127672320000195, '9nraccdyjkvnw0z7mbm1g9e0mqxeeyea', 816127672320000125, '3.000333', 1, 816127672320000011, '{}', 1772416800000, 'C8K9WT46DWE4Q136'),
	(816127672320000210, 'ps2g6vetvrm3nhhksk049atm2yqwrk29', 816127672320000125, '2.000635', 1, 816127672320000003, '{"answers":{},"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"tran.thi.minh.chau@example.vn","address":"Số 12, đường Hoa Sen, phường Hồ Vân, tỉnh Thanh Lam"}},"delivery":"online","case":null,"passed":[]}', 1772416800000, NULL),
	(816127672320000220, 'mjngyg84tvg096m7q3fqqxe1w08shm74', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'YWPHPT27KNP75ADY'),
	(816127672320000226, 'phwzmkrn197rh80c7vw5fzp1a718sf38', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, '0GSPQ5MQ9FJ879MZ'),
	(816127672320000232, 'e4d2n162dekpegcg8s2dhfy20mqz32n7', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'JJ8Q3HK5CRN39Q2N'),
	(816127672320000237, 't1nmjpfvf6b40xg6gerhtbg1dq4pye55', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, '23Q3P6SSEXNXPRC5'),
	(816127672320000242, 'nfnt0jf1w4mg3kn8f643f0f2aynhcm2b', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'VP6BBZGSG00PBT0B'),
	(816127672320000247, 'bs31s7wvtjbkf7y9whb6eh379qzt0n4m', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'ZY7N9HK4ESC1KTFB'),
	(816127672320000252, '5zm08yknfvfzjyjs3qhhz6bh3mch31b4', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'MMSR9Z8E07ADG16J'),
	(816127672320000257, 'mps2vcb19jq4b0dbk02xa995gyn4q4jm', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, '4VDR2J4RQQPFYYNM'),
	(816127672320000262, 'vb5kbyeqf78fxty7k1n98e4bptw8gj8v', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'QA1JP646DMNRNS5R'),
	(816127672320000267, 'w1harnxjhxrbp0d5kqa7nbdd9w9aeevr', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, 'MG68AYHRYCH7CVRM'),
	(816127672320000274, 'crjm9f04ax5hea5q7n3n9by5n2tgxhqp', 816127672320000125, '2.000635', 1, 816127672320000003, '{}', 1772416800000, '0CHTN3J2MXV1G6AV');


--
-- Data for Name: erasure; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.erasure VALUES
	(816127672320000207, 1772416800000, 'Quyết định 5/QĐ-UBND', '{"under":"Quyết định 5/QĐ-UBND","at":1772416800000,"dossiers":[816127672320000206],"private_parts":2,"files":0}', '\x6d3d5974412a85a930a3bd0c37be604e157a1b14380389c97a572a76f56344ad09acc12771f2da60abec706e94b5de2ef5560f0c4264607455d9d7fb24934101');


--
-- Data for Name: event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.event VALUES
	(816127672320000170, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"ZFX475V1CP5XVMVY","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000169,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\xabe0de03090e01bebb0c71487c51eb3f43d932d86cc81c10ba5736e69707fe26', '\x5bfcbc1d591f273d24cb186241d4384fa365b827c3be630e4d789b9cd3bbcb91'),
	(816127672320000170, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x0028317610d58efb35cd88ebda606e385cec4752bdd4ed2909d87ab40efb3bfe'),
	(816127672320000170, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0001"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xb509d873a701006f3ec1bfbd2bb085c837277cb9a01b9fe6d9da802df267298c'),
	(816127672320000170, 4, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"handed-over","from":"intake","to":"administration"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xfa3083ad79c02ed0e8e7fbfd646fae702b5c4c85e53deb26cbd2b4d41ef483bb'),
	(816127672320000170, 5, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"step-started","step":"review","unit":"administration","due":1772438400000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xa191f2f027d9299546008e179dd29bd110af01e2758e57733305c827cc82f5f5'),
	(816127672320000170, 6, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000021,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"step-finished","step":"review"}', '\xceb39395b33dd8f34f57e32c256827d94305854373836e7108058873f9b6a682', '\x1d3f92e72aa5b92fd77513d66a946eae87a13570ed55095837fbc482c11adfa6'),
	(816127672320000170, 7, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000021,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"step-started","step":"check","unit":"administration","due":1772424000000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xa7d9066a34f1b8f0d562cc03f8208bf0b23db1e142153812f3167d1a9eee893b'),
	(816127672320000170, 8, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000023,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"step-finished","step":"check"}', '\xba1473d6546ffae7d3cdf0d7202c3c918e0f34001170de499a4b4cb0426fa18d', '\xdd0d7bc6690f80a4143a20e0f7fb8f160a41b434da1d3022aa56fe434598112b'),
	(816127672320000170, 9, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000023,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"handed-over","from":"administration","to":"leadership"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xf38f296e2e4dedd0c7967171e2ebbb35f3bd118fb4b61f018e8a308085de37fd'),
	(816127672320000170, 10, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000023,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"step-started","step":"approve","unit":"leadership","due":1772424000000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x418f1f849cc16d721927e18779f6ee642f064309cc293875545b4d2b0ae597a5'),
	(816127672320000170, 11, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000024,"agency":816127672320000003,"unit":"leadership","assurance":"verified"},"fact":"step-finished","step":"approve"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x93e0f35a18533ea0e970dcbd04c6a3b0029983aea20973befaf816a2b1e35b33'),
	(816127672320000170, 12, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000024,"agency":816127672320000003,"unit":"leadership","assurance":"verified"},"fact":"decided","outcome":"granted","document":"12/TL","result":{"id":816127672320000173,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}', '\xea1db084c9a5b842c613fbc111adaffcc3b2827e581de9057b2b1233435a05ef', '\x2b201d1d4523b70316c07e9eba058868389e93ab1df19276c3c3a9178fb9265f'),
	(816127672320000177, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"4J25K8KNM816FZEV","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000176,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x62c517890019e191da10c9cb4263927f6b1a1778881de1acc26a37469b9254bc', '\xd4c0c9b3484325025a0cb993cb9d791a3dd71e5edc3884d619563bfad87b49fa'),
	(816127672320000177, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x5f48bef6399674ab66343376a7432f8478a47d2b4ab8090cce4ac0541e3a5d20'),
	(816127672320000177, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0002"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xcfd2fde530f9da83214d1282d6c25edcdd6b5d5257434023879c4fa8df04bced'),
	(816127672320000177, 4, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"handed-over","from":"intake","to":"administration"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x163baf1bb67f85f7ca99241e3a28cd41f2ceda98689d0e5e18c1e6d3458c2f9d'),
	(816127672320000177, 5, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"step-started","step":"review","unit":"administration","due":1772438400000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x0b515c8ef65126e36bc1450ac1e12cc6c3f0b713c8063d0ef635c006d784a4b2'),
	(816127672320000177, 6, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000021,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"paused-for-applicant","request":{"papers":[]},"document":"5/TB","left":{"limit":{"unit":"working-days","n":1},"step_minutes":240}}', '\x6655b837c31f0dc66d164f9a3bfdf6ffd1c842705e2808ab55cf98b674f7000a', '\xfe7e53186bd002a0b96740bb13445c2300dc483330ce3196aefc3948ac494fdd'),
	(816127672320000184, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"MNDNT5BKW8Z31YDY","channel":"online","pinned":{"procedure":"3.000333","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000011,"account":816127672320000125,"papers":[{"paper":"form","originals":0,"copies":1,"file":{"id":816127672320000182,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}},{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000183,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x3f0656cf9c91d6b2f89906c650e09ff5478ae1846cd14864d995d2592f81670c', '\x5845bca53e000921b3e996819ac6e1f41c7a1d0036942c7776524379090633ff'),
	(816127672320000184, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"calendar-days","n":10},"due":1773309600000,"hand_over_by":1772445600000,"steps_total":4}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xc380d569ceced22ee724b6bcfe8595897f4e08c572fb2f58abc56dd6bf5c9e3f'),
	(816127672320000184, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0003"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x7b574284bf0ad04309b0f3a7943b49ef8a50bb0c16241a2b6406aa7e4e9e3eae'),
	(816127672320000184, 4, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"process-moved","moves":[{"passed":["begin","review"],"entered":[{"id":1,"at":"review","state":"waiting"}],"last":1}]}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x531c058f6504199c67324471336ee717dbbc84d463e108fc426aa668e8ff9b80'),
	(816127672320000184, 5, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"handed-over","from":"intake","to":"records"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x4bb57ae338d67c2046ba1ca040661b5a739707e825d8aa079fe20fad06a9fada'),
	(816127672320000184, 6, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"step-started","step":"review","unit":"records","due":1772503200000,"token":1}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xc9ebcd3919e67c00e32f18ac3550db8b5919ac5e38a99e21a43a31080e64f0ee'),
	(816127672320000184, 7, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"step-finished","step":"review","outcome":"verify","token":1}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x95ee778a9ac364bef8981664626d5684eb1ec05b03aed4a3b2d4064a3a75b5f4'),
	(816127672320000184, 8, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"process-moved","moves":[{"passed":["settled","told","both","verify","archive"],"left":[1],"entered":[{"id":2,"at":"verify","state":"waiting"},{"id":3,"at":"archive","state":"waiting"}],"last":3}]}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x168c7b75b7189bf69a72fc644ff3347979049b3402564ac7967d938414e1bb36'),
	(816127672320000184, 9, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"message-sent","event":"told"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x22cae31a0ed4361730185998265d6cbe4654cb4533ed9c15706222cb0c978b33'),
	(816127672320000184, 10, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"step-started","step":"verify","unit":"records","due":1772589600000,"token":2}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x39364b825da0391657ed094954ca3538f03fdc5071efc45f5c1607df50bc97bf'),
	(816127672320000184, 11, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"awaited","token":3,"event":"silent","unit":"records","what":{"for":"time","due":1772676000000,"rest":{"from":1772416800000,"minutes":1350}}}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xc6dd4051ce80394a8b4816c5c01646b7dd13214f3af3dc1940b2bb4b5d96f755'),
	(816127672320000184, 12, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"awaited","token":3,"event":"archive","unit":"records","what":{"for":"linked","number":1,"agency":816127672320000003,"procedure":"9.000333","minutes":900,"due":1772589600000}}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x7bfaae588cda80a38f4e69a9293991d653c1325792c72f9ad9b556994bec545a'),
	(816127672320000184, 13, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"linked-answered","number":1,"event":"archive","outcome":"granted","document":"12/TL","result":{"id":816127672320000194,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}', '\x81b868c7733b5ca8c95baac7101e84c8f3d756de1b8d4472a8c787a8ae7bc4e6', '\xe2962ad80710f2b565298a31fb67d6693f2bc981c9e75fec731cdb0865a21458'),
	(816127672320000184, 14, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"process-moved","moves":[{"passed":["heard"],"left":[3],"entered":[{"id":4,"at":"join","state":"arrived","by":"from-heard"}],"last":4}]}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xc7fc66d8314b40d16cdc076d21de86afd9268bb26ad1b54e1f8feb0cd93a32f4'),
	(816127672320000191, 1, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"submitted","reference":"Y8K27SE47E9XZ3E1","channel":"online","pinned":{"procedure":"9.000333","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000003,"competent":816127672320000003,"main":{"dossier":816127672320000184,"code":"000.00.20.H99-260302-0003","number":1,"minutes":900},"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000190,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"counter","answer_by":1772505000000}', '\x44969eebbe008d9aac98b3778ff9a62ef3317cdb1a478cf2337ec12308e037c7', '\x183010274b164784fb2d40202ffb33e712df48441a1a65c052d2c7c022ecc54d'),
	(816127672320000191, 2, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-hours","n":15},"due":1772589600000,"hand_over_by":1772445600000,"steps_total":2}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x1bf445385a513416e33f77e00a97aae6739a7c655df988a74d74d4af1df33f10'),
	(816127672320000191, 3, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"handed-over","to":"administration"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x50f343620395a6049746c297e3051222aea7ebdef1e3bb84915d63fc515e9a3d'),
	(816127672320000191, 4, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"step-started","step":"search","unit":"administration","due":1772503200000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xbed56ef28ab6e3023af132d116557a339c1b88fb7ab8358070977014a1015806'),
	(816127672320000191, 5, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0003-01"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x0c7275b379bb2932858b273017bca8c52e0786cf75d0f7b0bf5fa37a0bae610f'),
	(816127672320000191, 6, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000021,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"step-finished","step":"search"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xb1358cebd2a0d3968f62a5c771abecea244bf8b3845fde9f8b0245918ce2c13a'),
	(816127672320000191, 7, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000021,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"step-started","step":"answer","unit":"administration","due":1772438400000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x5c73830702a8b0d420f8ceb9807e98f5c10097f9a3df1cdbca795e6ac9c28a2b'),
	(816127672320000191, 8, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000023,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"step-finished","step":"answer"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x7825688e7af6e669bd315f0500b7431767172a6c45ec75a479d426d4a4812462'),
	(816127672320000191, 9, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000023,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"decided","outcome":"granted","document":"12/TL","result":{"id":816127672320000192,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}', '\x8c1ba908653c5ff6b89254026c83c5f96ac77c7ff86e728f9c2aabea25ef1d32', '\x099279db4a1f76c227280f8b489b5fcb4ff6239e34b6b04ac71780b90edb71c7'),
	(816127672320000191, 10, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000023,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"passed-on"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x38b483bb6dc6980939f3a146416f3104e69dc44fd627b0d96802a106b67f382b'),
	(816127672320000219, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x5d357d10ff732e46c4a818a0c0e60cea2e1d71df287496c23d1851969dfd3e57'),
	(816127672320000198, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"C8K9WT46DWE4Q136","channel":"online","pinned":{"procedure":"3.000333","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000011,"account":816127672320000125,"papers":[{"paper":"form","originals":0,"copies":1,"file":{"id":816127672320000196,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}},{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000197,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\xa023a797c6786d7e5edcfdab182a833dd47b15cc94485f7ab8666aa5fa136cea', '\xb50dc47e5137c013e5809ab258f6fa256e69da21e4b4fea9f1ad4f5f003c94f0'),
	(816127672320000198, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"calendar-days","n":10},"due":1773309600000,"hand_over_by":1772445600000,"steps_total":4}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x20338eb5f2da90ecdbcdd11b75199c0f9d128d75c5059e4ed9784b09700e7885'),
	(816127672320000198, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0004"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xa6e9379562ab93c7416d204b28e09a190a34c851f411bd0355a76911b844cb54'),
	(816127672320000198, 4, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"process-moved","moves":[{"passed":["begin","review"],"entered":[{"id":1,"at":"review","state":"waiting"}],"last":1}]}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x1e44ef2a5733a016e59a3e5a1f818467824c3192f419920cb0ad73fdd53f5fa1'),
	(816127672320000198, 5, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"handed-over","from":"intake","to":"records"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xd51f5646f9ddb85dc72b4dca84b2e84ecdb11e8649a24f599651ca38422538f1'),
	(816127672320000198, 6, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"step-started","step":"review","unit":"records","due":1772503200000,"token":1}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x83409f36cab31af3da55d9f651fdcc06b52c99c82a5d4419e750feb285588a29'),
	(816127672320000198, 7, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"step-finished","step":"review","outcome":"verify","token":1}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x6495f72fbf6191d7be90fbdd22ce4cee90e8330f14a1b4f2a49da32a5604fcc6');
INSERT INTO public.event VALUES
	(816127672320000198, 8, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"process-moved","moves":[{"passed":["settled","told","both","verify","archive"],"left":[1],"entered":[{"id":2,"at":"verify","state":"waiting"},{"id":3,"at":"archive","state":"waiting"}],"last":3}]}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x604ecca084afc54319d92ba15cdeb0f920b6f5dba16b58148223673670ab8571'),
	(816127672320000198, 9, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"message-sent","event":"told"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x0bb708a8c04db8b292ffc40cbade191b5539999adacdec212214f0b7b0dcb1ea'),
	(816127672320000198, 10, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"step-started","step":"verify","unit":"records","due":1772589600000,"token":2}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x6f661cb8e0ffab80d2db975cf36da6070ec69cad12e8acdbb326c5a05421fd16'),
	(816127672320000198, 11, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"awaited","token":3,"event":"silent","unit":"records","what":{"for":"time","due":1772676000000,"rest":{"from":1772416800000,"minutes":1350}}}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x72435ade69042f75b31e5858dfc42cc98903e192a8798458fb5b922c3bb8542f'),
	(816127672320000198, 12, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000086,"agency":816127672320000011,"unit":"records","assurance":"verified"},"fact":"awaited","token":3,"event":"archive","unit":"records","what":{"for":"linked","number":1,"agency":816127672320000003,"procedure":"9.000333","minutes":900,"due":1772589600000}}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x76084d56b5bac2bb1521e7b3672bf65171d4f4cbcf7eb7f55b260c080e18d295'),
	(816127672320000205, 1, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"submitted","reference":"DM33BAJJ0WRKRY2Q","channel":"online","pinned":{"procedure":"9.000333","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000003,"competent":816127672320000003,"main":{"dossier":816127672320000198,"code":"000.00.20.H99-260302-0004","number":1,"minutes":900},"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000204,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"counter","answer_by":1772505000000}', '\x4cdda79964aab85fd1e7ecdb52f886da05008b842653eb762593c7f9f846446e', '\x40ccec98ba4fdbab8447dbeffd81647a96485013145a75e7869e998421dee6eb'),
	(816127672320000205, 2, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-hours","n":15},"due":1772589600000,"hand_over_by":1772445600000,"steps_total":2}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x509f77e9dc7ea9bb94ad978e74be25c43a7ab90c8f6a2b68d409803aa0f864c6'),
	(816127672320000205, 3, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"handed-over","to":"administration"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xb59bd00e69cb3e2108540b6de608def4f3db806dba9f105622e54255025e9a43'),
	(816127672320000205, 4, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"step-started","step":"search","unit":"administration","due":1772503200000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x307389a2ed39480f062c349fb9b7771a767444b8d8e2cef41b77ae98cfe8f5b5'),
	(816127672320000205, 5, 1772416800000, '{"at":1772416800000,"by":{"assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0004-01"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xce76f1ec03b4d81c4095b7a62ff9c42a00a3ea2e5c5069e23bc96b84b457ddc3'),
	(816127672320000206, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"submitted","reference":"X5Z05AN2TXPAX2P1","channel":"direct","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"papers":[],"delivery":"counter","answer_by":1772505000000}', '\x4c41fa9728908f7956b309036904bb3814de091afdeff4d02e798faad319a14a', '\x46790b8a8d7feaaa28c522709dfcc0e26461a4569e4fda55846674b61d11197e'),
	(816127672320000206, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"refused"}', '\xecd39bb1cffc620a017cd3421468aedb76c99572c042415c4cf5bc4be8e3fc0d', '\x8984aef30efa854fb7f40569a4bcd7968803efa9252967578a65ad8485e75984'),
	(816127672320000219, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"submitted","reference":"8S7DHPCYYBT16Q6D","channel":"direct","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"papers":[{"paper":"identity","originals":1,"copies":0}],"delivery":"counter","answer_by":1772505000000}', '\x26536f0fc4f01ac8ce08bfc3ce996bef1617c20ea4bc84cd28573cd0c7530563', '\x0c1a552283962809831ad600206aed0cd283b73aaaf4e361e473ff9f3acbe974'),
	(816127672320000219, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0005"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xc5da2ba0e85b6bad5ecb010dbb0ab3f569c9083026317db23976e680dd17bdbc'),
	(816127672320000219, 4, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"handed-over","from":"intake","to":"administration"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xf3f0db6a794d3f9612b5605a96e3501e087f23766a2f5a90a1475c68f4ced55c'),
	(816127672320000219, 5, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"step-started","step":"review","unit":"administration","due":1772438400000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x2b715a8bf6f2636be545bf18411bdf227a72f921d561e784a3b9c3af8ddb8463'),
	(816127672320000222, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"YWPHPT27KNP75ADY","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000221,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x5ea2d11e86e4cfcd92b5684597a25fb76417cd64387837e3b620ca47e2f8957f', '\x2becd9b0e1670c4be43d4ba51f23c1886fb0e481a52809faa7f4af101aa101ee'),
	(816127672320000222, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x6d5717a4644a7dc23ea330ea3b8d86ecabf63e8c9d0f3eae6fb498ec9d3efced'),
	(816127672320000222, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0006"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xa54b3d0c1f45c603ad375f281f12684fff132784086579a8c4c96f2f06a93453'),
	(816127672320000222, 4, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"handed-over","from":"intake","to":"administration"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xa724dae210ca3ca4c4b09142dd61ff4e735dac5689c677bda24a805ecc1f2204'),
	(816127672320000222, 5, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"step-started","step":"review","unit":"administration","due":1772438400000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x50291aa84d59d97e1525b7a423ce5211d72ec3921c9eab256c420d5284a23eb7'),
	(816127672320000222, 6, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000024,"agency":816127672320000003,"unit":"leadership","assurance":"verified"},"fact":"extended","from":1772532000000,"to":1774000800000,"document":"9/PXL","late":false}', '\xeef195a3b315fee8a84d81ddf0d24cc75b7fdd5b75e9d64e61795cf496ad2997', '\xee23336c6c8f41c694f50d8c61921917536741f77b1aa4d89e6d88ca49324505'),
	(816127672320000228, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"0GSPQ5MQ9FJ879MZ","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000227,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\xe2f0ce355e4bffdb837ded4375eef541cd29a7a22deb288448332a228d69a57b', '\x12d02e63a0e50f50dc5139ed6a56a210477cf11a6fcad8d966e29023ad308f71'),
	(816127672320000228, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x90bc4aaad48c8d8c73716e9a4f58d9e47bef71cb057bde38db3cf81ea8047b9a'),
	(816127672320000228, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0007"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x3af95bf442ec9bb883883ee5d4dbb4f2e855aa8ffcb4d1cca28798fa64039d21'),
	(816127672320000228, 4, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"handed-over","from":"intake","to":"administration"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x8cb0f2d11ce67a7c35f0b0378665fe08eb7e5b0038d941cfcf037c69c3e483fb'),
	(816127672320000228, 5, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"step-started","step":"review","unit":"administration","due":1772438400000}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x989a80955c1475622b98769d557f5ebb787457f9497aacca704311b892b12f63'),
	(816127672320000228, 6, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000021,"agency":816127672320000003,"unit":"administration","assurance":"verified"},"fact":"paused-for-fee","amount":8000,"document":"6/TB","left":{"limit":{"unit":"working-days","n":1},"step_minutes":240}}', '\xa2ec2ec57c64d612fd6f821d6bb4967e2814aa283d83df1368454e70e11a7424', '\xd960986e90eae1e9b6f0552600c0430851031f048f536d55aa28769502717c07'),
	(816127672320000234, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"JJ8Q3HK5CRN39Q2N","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000233,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x7187f03b6a82386f0202665a827d2950adb59c3cfaac905300a4a28ddf3d4461', '\x81075d30ed61fb5e05047b2d379b3d98ca556e820932a46f68ccc4a529d13c3a'),
	(816127672320000234, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x3bcb2dc97141e1dedfd5e9d45af5368d59d59716e1bf7cd54f301bf7062ddd44'),
	(816127672320000234, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0008"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x82db42a21ceffa581b280b0b52d5adfa03e80625cd22c5473b66f0bb3d44f820'),
	(816127672320000239, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"23Q3P6SSEXNXPRC5","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000238,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x9a5d0fdd2fa6d9860535c23d62dc16bd95d1c611e85d5930c93c35ac066466dd', '\x14395a41d777e88e719101ad9792f513dffa527799ac90c5cc3900aa115c369f'),
	(816127672320000239, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xde95742bfc470081e3f56f3aeafafc6651c96318e1c52c066ceab310ad92b144'),
	(816127672320000239, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0009"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x675ec211893a9b61f72f0daa3990f8bcea4e7d319933cade5b925f0911156f22'),
	(816127672320000244, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"VP6BBZGSG00PBT0B","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000243,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x940cf64a64980c528ccfa9494df1ddc99d1120d82513d6024319b196e61c6ee6', '\xc6f3af91c794472752416c4492f345cf97d6b3741bd7a74c0bba76c408228b3b'),
	(816127672320000244, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xb7273567958dd77f0b335b9305222ed47dddc57959c272f1166d68fae53a6cbd'),
	(816127672320000244, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0010"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xdbb5b453843db8c36e0cf9e6933d0fd0080dbd102810d33df83acd13e2d1dade'),
	(816127672320000249, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"ZY7N9HK4ESC1KTFB","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000248,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x1e27e77773dee29f7c6ba8adf5302bcf8d72506a505ae6783a291e3f8d656729', '\xfa2b9e3c8a48940f4d88ee8b10ebd009e1a23c843763835b451f09ab50c20e8a'),
	(816127672320000249, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x9b22c477abcf15b495aa73bc66f69b43dc7b4d343ae8b13d71a6a92d4ab96fb4'),
	(816127672320000249, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0011"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x107477c69ab5336d0db7b9292293c1ff17cee84fbcc038e2d9fcc292e48900ac'),
	(816127672320000254, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"MMSR9Z8E07ADG16J","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000253,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\xa62106346785e695efd9a44724b2068e0841e24bff3c65990a76190dda63a49a', '\xa6a79562ac71643f2438422a1a5af39d5a95b4a7068b2d1fd6009598d9f9bf4c'),
	(816127672320000254, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x08e82a565efc413f0437de493e52305a8cd0382f0320699494b85ea3d6d79c4c'),
	(816127672320000254, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0012"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x9261f5b9ea79341767cee536838598a5199c1e1e3d5b7e25ebc7a19616199240'),
	(816127672320000259, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"4VDR2J4RQQPFYYNM","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000258,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x129954c65672311d2563731add94c859ff19488d590fcf35eef7f68ad0d2a84d', '\x3cf7c7b76be6406af4695b4115e23dd4f92ae07df5d42aa41016d9241c6f2a50'),
	(816127672320000259, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x3972ed9ab5bcd3decb2e007e46deb2ca87382923188d827d8fbe2c765b31ea87'),
	(816127672320000259, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0013"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x57a99793a30f1924c8b519d71b284e34045104cfad1b44eda897b54eb030838b'),
	(816127672320000264, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"QA1JP646DMNRNS5R","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000263,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x3627568d402d420d36d371cf8a6be750c30a902ab969f3d7fb73dcb4452b6d1d', '\x69ab6583f087aa96f1d5635058cdb7c4fa53f46c3b788558569d297015278bf5'),
	(816127672320000264, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x402b39e187d084db619d7ff2bf6e0362f378388d0b3c01d0be3e483a55c8b5ce'),
	(816127672320000264, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0014"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xb7e3888ee9dfd4e41080b28a4775b0e7d50915405da232bdc6ff223dff0b195f'),
	(816127672320000269, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"MG68AYHRYCH7CVRM","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000268,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\x8e107388d30c578eefc567ea63e22fcbfda61d72bd0659b29f27ce581d5ba06a', '\xbf726375424fc921b32286f000ddacedb1d024b65390385a907a3993242d0f09');
INSERT INTO public.event VALUES
	(816127672320000269, 2, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"accepted","arrival":1772416800000,"limit":{"unit":"working-days","n":1},"due":1772532000000,"hand_over_by":1772445600000,"steps_total":3}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\x154e8ea4ef0ff44bfcd5825e40530834c40cf17c713356bc8225e9819aa32ced'),
	(816127672320000269, 3, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000016,"agency":816127672320000001,"unit":"intake","assurance":"verified"},"fact":"numbered","code":"000.00.20.H99-260302-0015"}', '\x0000000000000000000000000000000000000000000000000000000000000000', '\xb9e89857a4ee40fe1a0c74a9e1a382034f5e4a458dae49cdb1615571d56572e3'),
	(816127672320000276, 1, 1772416800000, '{"at":1772416800000,"by":{"account":816127672320000125,"assurance":"password"},"fact":"submitted","reference":"0CHTN3J2MXV1G6AV","channel":"online","pinned":{"procedure":"2.000635","version":1,"process_version":1,"pack":"2018"},"receiving":816127672320000001,"competent":816127672320000003,"account":816127672320000125,"papers":[{"paper":"identity","originals":0,"copies":1,"file":{"id":816127672320000275,"media":"application/pdf","bytes":77,"sha256":"68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56"}}],"delivery":"online","answer_by":1772505000000}', '\xc007bed0b455a9466239a13124d8ce997d977dd97ccf9862ae5a32cb0e6c4062', '\x478e8c75ffab306c2b2af308dd8fd3a09b7f90690d3bdc663f732c5da6fb377a');


--
-- Data for Name: event_private; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.event_private VALUES
	(816127672320000170, 1, '\x4e6d35c0273122c074ebe30c9a854380', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000169":"giấy tờ.pdf"}}', NULL),
	(816127672320000170, 6, '\xdd493f0e182194ed0f1d2827abb0d6cb', '{"words":"Đã thẩm định"}', NULL),
	(816127672320000170, 8, '\xd9be65f877710f05cc0749bea4f0061e', '{"words":"Đã thẩm định"}', NULL),
	(816127672320000170, 12, '\x094e158f9af2fa4e1bd650c0392c96f1', '{"file-names":{"816127672320000173":"ket-qua.pdf"}}', NULL),
	(816127672320000177, 1, '\xcd7df5942f45fde4991b5aabab5f97cb', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000176":"giấy tờ.pdf"}}', NULL),
	(816127672320000177, 6, '\xda0708c038f83a24c8efcf7c0461cda3', '{"words":"Thiếu bản sao"}', NULL),
	(816127672320000184, 1, '\xdfb65411f4aec2bb69e6a3777ae18096', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","father":"Trần An","kind":"1","lived-places":"Trần An","mother":"Trần An","purpose":"job"},"file-names":{"816127672320000182":"giấy tờ.pdf","816127672320000183":"giấy tờ.pdf"}}', NULL),
	(816127672320000184, 13, '\xc2c23a16f69d58b3309815185ddca081', '{"file-names":{"816127672320000194":"ket-qua.pdf"}}', NULL),
	(816127672320000191, 1, '\x01391a49ff8a58b18c29088e65468d1d', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001"}},"answers":{"lived-places":"Trần An"},"file-names":{"816127672320000190":"giấy tờ.pdf"}}', NULL),
	(816127672320000191, 9, '\xd141bfe2498778e9e4de84f49ad3ef9b', '{"file-names":{"816127672320000192":"ket-qua.pdf"}}', NULL),
	(816127672320000198, 1, '\x85983810c86fbdd795f7f2af63c8aad3', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","father":"Trần An","kind":"1","lived-places":"Trần An","mother":"Trần An","purpose":"job"},"file-names":{"816127672320000196":"giấy tờ.pdf","816127672320000197":"giấy tờ.pdf"}}', NULL),
	(816127672320000205, 1, '\x935b20a619da16950917275dd7d75f4e', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001"}},"answers":{"lived-places":"Trần An"},"file-names":{"816127672320000204":"giấy tờ.pdf"}}', NULL),
	(816127672320000206, 1, NULL, NULL, 'Quyết định 5/QĐ-UBND'),
	(816127672320000206, 2, NULL, NULL, 'Quyết định 5/QĐ-UBND'),
	(816127672320000219, 1, '\xf480b8ff63b8bc9490394d7c6b376fb1', '{"parties":{"owner":{"kind":"person","name":"Ðặng Văn Ðức","identity":"099190000009","address":"Số 9"}}}', NULL),
	(816127672320000222, 1, '\x0935b42c0ae947bd8d35a252627b2f15', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000221":"giấy tờ.pdf"}}', NULL),
	(816127672320000222, 6, '\x3c5a0951675132f3e63392a81c47ebff', '{"words":"Chưa có sổ gốc"}', NULL),
	(816127672320000228, 1, '\x2bd10b3312280176105b4336088e7961', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000227":"giấy tờ.pdf"}}', NULL),
	(816127672320000228, 6, '\x51fdcfc704f957ec9bf1b3685a3e5254', '{"words":"Lệ phí cấp bản sao"}', NULL),
	(816127672320000234, 1, '\xc31ce37340e5c09ddb1cb41525022f3c', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000233":"giấy tờ.pdf"}}', NULL),
	(816127672320000239, 1, '\x23eb6c58ee990596a075f8172bad0935', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000238":"giấy tờ.pdf"}}', NULL),
	(816127672320000244, 1, '\x28803db321df98d8f1e4f0cd0b202dac', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000243":"giấy tờ.pdf"}}', NULL),
	(816127672320000249, 1, '\x79156898cf2de13f419468f4f8438865', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000248":"giấy tờ.pdf"}}', NULL),
	(816127672320000254, 1, '\x1387512d44ade98d40ebc04152a88f45', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000253":"giấy tờ.pdf"}}', NULL),
	(816127672320000259, 1, '\x835b7b7f2eb29489d50d51eb15117764', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000258":"giấy tờ.pdf"}}', NULL),
	(816127672320000264, 1, '\x07a81bc072e1164f4d104cd4c7c936a8', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000263":"giấy tờ.pdf"}}', NULL),
	(816127672320000269, 1, '\xcd304516ff408d41f8a9b7488d28aa6b', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000268":"giấy tờ.pdf"}}', NULL),
	(816127672320000276, 1, '\x01f964683643006cf5a5c664c54ce5f1', '{"parties":{"owner":{"kind":"person","name":"Trần Thị Minh Châu","identity":"099190000001","phone":"0900000101","email":"chau@example.vn","address":"Số 12, đường Hoa Sen"}},"answers":{"copies":"1","event":"birth","person-birth-date":"2020-02-24","person-id":"099190000001","person-name":"Trần An","registered-at":"Trần An","relation":"Trần An"},"file-names":{"816127672320000275":"giấy tờ.pdf"}}', NULL);


--
-- Data for Name: field; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.field VALUES
	('animal-health', 15, '{"key":"animal-health","name":{"vi":"Thú y","en":"Animal health"}}'),
	('building', 4, '{"key":"building","name":{"vi":"Hoạt động xây dựng","en":"Building"}}'),
	('certification', 1, '{"key":"certification","name":{"vi":"Chứng thực","en":"Certification"}}'),
	('civil-status', 0, '{"key":"civil-status","name":{"vi":"Hộ tịch","en":"Civil status"}}'),
	('commendation', 13, '{"key":"commendation","name":{"vi":"Thi đua, khen thưởng","en":"Honours and commendations"}}'),
	('criminal-records', 21, '{"key":"criminal-records","name":{"vi":"Lý lịch tư pháp","en":"Criminal records"}}'),
	('diplomas', 17, '{"key":"diplomas","name":{"vi":"Văn bằng, chứng chỉ","en":"Diplomas and certificates"}}'),
	('driving', 22, '{"key":"driving","name":{"vi":"Sát hạch, cấp giấy phép lái xe","en":"Driving tests and licences"}}'),
	('electricity', 16, '{"key":"electricity","name":{"vi":"Điện lực","en":"Electricity"}}'),
	('employment', 10, '{"key":"employment","name":{"vi":"Việc làm","en":"Employment"}}'),
	('enterprises', 3, '{"key":"enterprises","name":{"vi":"Thành lập và hoạt động của doanh nghiệp","en":"Companies"}}'),
	('fisheries', 14, '{"key":"fisheries","name":{"vi":"Thủy sản","en":"Fisheries"}}'),
	('food-safety', 11, '{"key":"food-safety","name":{"vi":"An toàn thực phẩm","en":"Food safety"}}'),
	('household-business', 2, '{"key":"household-business","name":{"vi":"Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)","en":"Household businesses"}}'),
	('land', 6, '{"key":"land","name":{"vi":"Đất đai","en":"Land"}}'),
	('lawyers', 20, '{"key":"lawyers","name":{"vi":"Luật sư","en":"Lawyers"}}'),
	('merit', 9, '{"key":"merit","name":{"vi":"Người có công","en":"People with meritorious service"}}'),
	('pharmacy', 12, '{"key":"pharmacy","name":{"vi":"Dược phẩm","en":"Pharmacy"}}'),
	('real-estate', 5, '{"key":"real-estate","name":{"vi":"Kinh doanh bất động sản","en":"Real estate"}}'),
	('schools', 18, '{"key":"schools","name":{"vi":"Giáo dục và Đào tạo thuộc hệ thống giáo dục quốc dân","en":"Schools and education"}}'),
	('secured-transactions', 7, '{"key":"secured-transactions","name":{"vi":"Đăng ký biện pháp bảo đảm","en":"Registration of mortgages and other security"}}'),
	('social-protection', 8, '{"key":"social-protection","name":{"vi":"Bảo trợ xã hội","en":"Social protection"}}'),
	('tourism', 19, '{"key":"tourism","name":{"vi":"Du lịch","en":"Tourism"}}');


--
-- Data for Name: file; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.file VALUES
	(816127672320000169, 'a3zad11gk4r5awmrwcr1bcq9z7t4qdwk', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000170, NULL),
	(816127672320000173, 'prz7kn6p101sbma2gg35yqvnkr6pzmp2', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'ket-qua.pdf', 1772416800000, NULL, 'result', 816127672320000170, NULL),
	(816127672320000176, '7r8y8h5ke0sa6ch4rg47b0rs9hnrwk8h', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000177, NULL),
	(816127672320000182, 'x4ntapdx394etcqpqv0w4nnc24zg6n34', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'form', 816127672320000184, NULL),
	(816127672320000183, 'ax2zxkkbt5gb9ntpzxz0vkatw5ves212', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000184, NULL),
	(816127672320000190, 'p3ydhzyhzeg9frsfqz8wmvw1xxre3bxe', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000191, NULL),
	(816127672320000192, 'qv11hqs6wnbxmsr7m4w0cy16qwd5j5f0', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'ket-qua.pdf', 1772416800000, NULL, 'result', 816127672320000191, NULL),
	(816127672320000194, 'wd1dt387yy547hen5zahjrck1k32ws9x', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'ket-qua.pdf', 1772416800000, NULL, '', 816127672320000184, NULL),
	(816127672320000196, '3srxgz4kc6ve2gw26yzg1yghc9297aq5', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'form', 816127672320000198, NULL),
	(816127672320000197, 'vhshy6xegqjbkjaxdzxzpmtcjpc9vxnd', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000198, NULL),
	(816127672320000204, 'tz81sj25n6gnd8w3zrx4kwh9kw6mkmdj', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000205, NULL),
	(816127672320000211, 'psd1b14zne7x9w9q7svq6pt5gwmb2mvt', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'nháp.pdf', 1772416800000, 816127672320000210, 'identity', NULL, NULL),
	(816127672320000221, '1zgavn96w4hxq7k0624et9dz1p4rr71m', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000222, NULL),
	(816127672320000227, 'exb51q2xh1qpr93p68me3cnz35kvpvb5', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000228, NULL),
	(816127672320000233, 'cskzdjmc4txhkjf4j3675vrnz3t9jjpx', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000234, NULL),
	(816127672320000238, 'vyepa6vvn6000w76mfvqq8fz81ar4ey4', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000239, NULL),
	(816127672320000243, '534wmv6mgtzeakq0e6x5ct6gtg2sm48w', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000244, NULL),
	(816127672320000248, '7bgpfnyk4hhvme6ncbj1v2y6ddbpcxj9', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000249, NULL),
	(816127672320000253, 'sx7bxvycv7v44yar1gjs8jrqewk9q3vx', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000254, NULL),
	(816127672320000258, 'e5c5xxt10crwn6yfb30375g3dfn73wsh', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000259, NULL),
	(816127672320000263, 'j0ffkmyatstntw1qqzf0kgn0a3vbv6ap', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000264, NULL),
	(816127672320000268, '80ta9sbcy5zt77qk65m9s1fpt1fz8khe', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000269, NULL),
	(816127672320000275, 'cst23dw273jjf3p7fy39gha4jkgceyc7', '68d3dbe223d4659eb030429ecc280a437eb6e9b042a59797cbbd9e16f56c1d56', 'application/pdf', 77, 'giấy tờ.pdf', 1772416800000, NULL, 'identity', 816127672320000276, NULL);


--
-- Data for Name: finished; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.finished VALUES
	(816127672320000170, 'administration', 816127672320000003, 1772416800000),
	(816127672320000170, 'leadership', 816127672320000003, 1772416800000),
	(816127672320000191, 'administration', 816127672320000003, 1772416800000);


--
-- Data for Name: involved; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: job; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.job VALUES
	(816127672320000171, 'letter', '{"dossier":816127672320000170,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000170', NULL),
	(816127672320000172, 'letter', '{"dossier":816127672320000170,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000170', NULL),
	(816127672320000174, 'letter', '{"dossier":816127672320000170,"notice":"result-ready","sequence":12,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000170', NULL),
	(816127672320000178, 'letter', '{"dossier":816127672320000177,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000177', NULL),
	(816127672320000179, 'letter', '{"dossier":816127672320000177,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000177', NULL),
	(816127672320000180, 'letter', '{"dossier":816127672320000177,"notice":"paused-for-applicant","sequence":6,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000177', NULL),
	(816127672320000185, 'letter', '{"dossier":816127672320000184,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000184', NULL),
	(816127672320000186, 'letter', '{"dossier":816127672320000184,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000184', NULL),
	(816127672320000187, 'letter', '{"dossier":816127672320000184,"notice":"message","sequence":9,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000184', NULL),
	(816127672320000188, 'time', '{"dossier":816127672320000184,"token":3,"event":"silent","at":1772676000000}', 1772676000000, 0, '', 'waiting', 'inside-quick', NULL, NULL),
	(816127672320000189, 'link', '{"main":816127672320000184}', 1772416980000, 1, '', 'done', 'inside-quick', NULL, NULL),
	(816127672320000193, 'link', '{"main":816127672320000184}', 1772416980000, 1, '', 'done', 'inside-quick', NULL, NULL),
	(816127672320000199, 'letter', '{"dossier":816127672320000198,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000198', NULL),
	(816127672320000200, 'letter', '{"dossier":816127672320000198,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000198', NULL),
	(816127672320000201, 'letter', '{"dossier":816127672320000198,"notice":"message","sequence":9,"at":1772416800000}', 1772416980000, 1, '', 'done', 'inside-quick', 'dossier-816127672320000198', NULL),
	(816127672320000202, 'time', '{"dossier":816127672320000198,"token":3,"event":"silent","at":1772676000000}', 1772676000000, 0, '', 'waiting', 'inside-quick', NULL, NULL),
	(816127672320000203, 'link', '{"main":816127672320000198}', 1772416980000, 1, '', 'done', 'inside-quick', NULL, NULL),
	(816127672320000218, 'confirmation', '{"account":816127672320000217,"host":"http://dichvucong.test"}', 1772416800000, 0, '', 'waiting', 'mail-quick', 'f42725a169667d4d', NULL),
	(816127672320000223, 'letter', '{"dossier":816127672320000222,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000222', NULL),
	(816127672320000224, 'letter', '{"dossier":816127672320000222,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000222', NULL),
	(816127672320000225, 'letter', '{"dossier":816127672320000222,"notice":"new-date","sequence":6,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000222', NULL),
	(816127672320000229, 'letter', '{"dossier":816127672320000228,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000228', NULL),
	(816127672320000230, 'letter', '{"dossier":816127672320000228,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000228', NULL),
	(816127672320000231, 'letter', '{"dossier":816127672320000228,"notice":"paused-for-fee","sequence":6,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000228', NULL),
	(816127672320000235, 'letter', '{"dossier":816127672320000234,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000234', NULL),
	(816127672320000236, 'letter', '{"dossier":816127672320000234,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000234', NULL),
	(816127672320000240, 'letter', '{"dossier":816127672320000239,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000239', NULL),
	(816127672320000241, 'letter', '{"dossier":816127672320000239,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000239', NULL),
	(816127672320000245, 'letter', '{"dossier":816127672320000244,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000244', NULL),
	(816127672320000246, 'letter', '{"dossier":816127672320000244,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000244', NULL),
	(816127672320000250, 'letter', '{"dossier":816127672320000249,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000249', NULL),
	(816127672320000251, 'letter', '{"dossier":816127672320000249,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000249', NULL),
	(816127672320000255, 'letter', '{"dossier":816127672320000254,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000254', NULL),
	(816127672320000256, 'letter', '{"dossier":816127672320000254,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000254', NULL),
	(816127672320000260, 'letter', '{"dossier":816127672320000259,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000259', NULL),
	(816127672320000261, 'letter', '{"dossier":816127672320000259,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000259', NULL),
	(816127672320000265, 'letter', '{"dossier":816127672320000264,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000264', NULL),
	(816127672320000266, 'letter', '{"dossier":816127672320000264,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000264', NULL),
	(816127672320000270, 'letter', '{"dossier":816127672320000269,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000269', NULL),
	(816127672320000271, 'letter', '{"dossier":816127672320000269,"notice":"accepted","sequence":3,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000269', NULL),
	(816127672320000273, 'batch', '{"batch":816127672320000272}', 1772416980000, 1, '', 'waiting', 'inside-long', NULL, NULL),
	(816127672320000277, 'letter', '{"dossier":816127672320000276,"notice":"submitted","sequence":1,"at":1772416800000}', 1772416800000, 0, '', 'waiting', 'inside-quick', 'dossier-816127672320000276', NULL);


--
-- Data for Name: join_code; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.join_code VALUES
	(816127672320000219, '\xf69f0e2c62a4800a68b4eac62e8ca00a74f29cba8b14a9a739870ca981952707', 0, 1780192800000);


--
-- Data for Name: known_browser; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: letter_address; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: life_event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.life_event VALUES
	('birth', 0, '{"key":"birth","name":{"vi":"Có con nhỏ","en":"Having a child"},"business":false}'),
	('death', 2, '{"key":"death","name":{"vi":"Người thân qua đời","en":"When someone dies"},"business":false}'),
	('driving', 8, '{"key":"driving","name":{"vi":"Lái xe","en":"Driving"},"business":false}'),
	('farming', 13, '{"key":"farming","name":{"vi":"Nông nghiệp, chăn nuôi, thủy sản","en":"Farming, livestock and fisheries"},"business":true}'),
	('home', 4, '{"key":"home","name":{"vi":"Nhà ở và đất đai","en":"Home and land"},"business":false}'),
	('hospitality', 14, '{"key":"hospitality","name":{"vi":"Ăn uống và lưu trú","en":"Food and lodging"},"business":true}'),
	('licence', 10, '{"key":"licence","name":{"vi":"Xin giấy phép hoạt động","en":"Getting a licence to operate"},"business":true}'),
	('marriage', 1, '{"key":"marriage","name":{"vi":"Kết hôn","en":"Getting married"},"business":false}'),
	('papers', 3, '{"key":"papers","name":{"vi":"Giấy tờ cá nhân","en":"Personal papers"},"business":false}'),
	('property', 12, '{"key":"property","name":{"vi":"Đất đai, vay vốn và công trình","en":"Land, loans and buildings"},"business":true}'),
	('staff', 11, '{"key":"staff","name":{"vi":"Thuê và sử dụng lao động","en":"Employing people"},"business":true}'),
	('start', 9, '{"key":"start","name":{"vi":"Bắt đầu kinh doanh","en":"Starting a business"},"business":true}'),
	('study', 5, '{"key":"study","name":{"vi":"Học tập","en":"Studying"},"business":false}'),
	('support', 7, '{"key":"support","name":{"vi":"Trợ cấp và chính sách xã hội","en":"Benefits and support"},"business":false}'),
	('work', 6, '{"key":"work","name":{"vi":"Việc làm và nghề nghiệp","en":"Work and profession"},"business":false}');


--
-- Data for Name: list_view; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: message; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.message VALUES
	(816127672320000171, 816127672320000125, 816127672320000170, 'submitted', '{"reference":"ZFX475V1CP5XVMVY","code":null,"procedure":{"vi":"Xin bản sao giấy khai sinh, trích lục hộ tịch","en":"Get a copy of a birth certificate or civil status extract"},"due":null,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000172, 816127672320000125, 816127672320000170, 'accepted', '{"reference":"ZFX475V1CP5XVMVY","code":"000.00.20.H99-260302-0001","procedure":{"vi":"Xin bản sao giấy khai sinh, trích lục hộ tịch","en":"Get a copy of a birth certificate or civil status extract"},"due":1772532000000,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000174, 816127672320000125, 816127672320000170, 'result-ready', '{"reference":"ZFX475V1CP5XVMVY","code":"000.00.20.H99-260302-0001","procedure":{"vi":"Xin bản sao giấy khai sinh, trích lục hộ tịch","en":"Get a copy of a birth certificate or civil status extract"},"due":1772532000000,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000178, 816127672320000125, 816127672320000177, 'submitted', '{"reference":"4J25K8KNM816FZEV","code":null,"procedure":{"vi":"Xin bản sao giấy khai sinh, trích lục hộ tịch","en":"Get a copy of a birth certificate or civil status extract"},"due":null,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000179, 816127672320000125, 816127672320000177, 'accepted', '{"reference":"4J25K8KNM816FZEV","code":"000.00.20.H99-260302-0002","procedure":{"vi":"Xin bản sao giấy khai sinh, trích lục hộ tịch","en":"Get a copy of a birth certificate or civil status extract"},"due":1772532000000,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000180, 816127672320000125, 816127672320000177, 'paused-for-applicant', '{"reference":"4J25K8KNM816FZEV","code":"000.00.20.H99-260302-0002","procedure":{"vi":"Xin bản sao giấy khai sinh, trích lục hộ tịch","en":"Get a copy of a birth certificate or civil status extract"},"due":1772532000000,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000185, 816127672320000125, 816127672320000184, 'submitted', '{"reference":"MNDNT5BKW8Z31YDY","code":null,"procedure":{"vi":"Xin phiếu lý lịch tư pháp","en":"Get a criminal record certificate"},"due":null,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000186, 816127672320000125, 816127672320000184, 'accepted', '{"reference":"MNDNT5BKW8Z31YDY","code":"000.00.20.H99-260302-0003","procedure":{"vi":"Xin phiếu lý lịch tư pháp","en":"Get a criminal record certificate"},"due":1773309600000,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000187, 816127672320000125, 816127672320000184, 'message', '{"reference":"MNDNT5BKW8Z31YDY","code":"000.00.20.H99-260302-0003","procedure":{"vi":"Xin phiếu lý lịch tư pháp","en":"Get a criminal record certificate"},"due":1773309600000,"said":{"vi":"Hồ sơ của bạn cần được xác minh thêm tại nơi bạn từng cư trú","en":"Your application needs to be verified where you have lived"}}', 1772416800000, NULL),
	(816127672320000199, 816127672320000125, 816127672320000198, 'submitted', '{"reference":"C8K9WT46DWE4Q136","code":null,"procedure":{"vi":"Xin phiếu lý lịch tư pháp","en":"Get a criminal record certificate"},"due":null,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000200, 816127672320000125, 816127672320000198, 'accepted', '{"reference":"C8K9WT46DWE4Q136","code":"000.00.20.H99-260302-0004","procedure":{"vi":"Xin phiếu lý lịch tư pháp","en":"Get a criminal record certificate"},"due":1773309600000,"said":{"vi":""}}', 1772416800000, NULL),
	(816127672320000201, 816127672320000125, 816127672320000198, 'message', '{"reference":"C8K9WT46DWE4Q136","code":"000.00.20.H99-260302-0004","procedure":{"vi":"Xin phiếu lý lịch tư pháp","en":"Get a criminal record certificate"},"due":1773309600000,"said":{"vi":"Hồ sơ của bạn cần được xác minh thêm tại nơi bạn từng cư trú","en":"Your application needs to be verified where you have lived"}}', 1772416800000, NULL);


--
-- Data for Name: meta; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.meta VALUES
	('generation', '184'),
	('kind', 'demonstration'),
	('installation', 'g2kce47sjnzrpvmshr1r77jcbr894x1e');


--
-- Data for Name: migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.migration VALUES
	('0002_work_places', '7cc0564fe0ee078342469f2d6afa39cddc612b278f05a6adf725d47eb108d449'),
	('0003_national', 'c8055a8f43fd1f90840d0c4d9d2ce30d82fbe18d7ed9963ef64e41495f82fc47'),
	('0004_lists', '6c90bacd51571d4394b8648d6dd9c9201fd81b393a07ca2a8c51eb2863ef75aa'),
	('0005_closed', 'dcbe854b20c35b74ea01284d946390e58eac5950c7d3662bae841d02c66bb0c7'),
	('0006_running_steps', 'ff646d4867fc4e94ade1cd88df50f083484da2ebfcdc51716746a62d6937674f'),
	('0007_process_drafts', '42649b545154067b22f73c860c59d012ea80d9bcbcecf844498318dacb8dc5c7'),
	('0008_list_views', '9da3bf91c14d90f804e9f09db729bbf6a8ed02eb54aa6d5df6b3d59875ffe91d'),
	('0009_substitutions', 'b188e25b7edfb6363cf44f52eb61dac7061e592aea0c3c8868e6d16674d588c9'),
	('0010_batches', 'a56cfa1202745b556a90f6b8aed391a80d4abcc08fd3795503a23edb7bff5231'),
	('0011_linked', 'fc35adb4919fd86ee450690e5ec1d843f9267739d9e6d43f91e5417413fbef3d'),
	('0012_involved', 'e122eb028d401bb55236a6467ee50c1f87f2317365b3e974cd9986405693bfec'),
	('0013_reminders', '9d6ac90e4d63a2787a5522364016687c719fe8202b9f89c59c9cdaf70052c251'),
	('0014_installation', '240aacaf73c8f55999ddef8e0d2933f3a438114c3ddfbbf7d4b6f344936b76c9'),
	('0001_start', '21ac22be45e3c78413424d3e2f86cfaa5de87c0166f93723aecd8d62abb56af9 and needs a newer program'),
	('0015_jobs', '72ee78f65ceb9dd2a407b0058c6077c5f1c56fe0a6f39385ec60eeefb56d597d'),
	('0016_people', '58228fa1fcfb0ca4b18e467327b41ce8e6f9fa177edebcf29caa9fe59e66ac88'),
	('0017_erasure', '3dd9c2bd1ec95fa83ceb6d29ade6ea6b4eb5e01f39e34ccec9e167b163077a48');


--
-- Data for Name: national_record; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.national_record VALUES
	('1.009999', '\x254fa0717464f601afbffee033525dd1864e8542397fb312a9c7121233f4e3ad', 816127672320000214, 1772416800000, '{"category":{"name":"Lĩnh vực thử"},"code":"1.009999","executionCases":[{"name":"","profileComponents":[{"name":"Đơn đề nghị","originalQty":1,"required":true}]},{"name":"Trường hợp cấp mới","profileComponents":[{"name":"Bản vẽ","originalQty":1,"required":true}]},{"name":"Trường hợp cấp lại","profileComponents":[{"name":"Giấy phép cũ","originalQty":1,"required":true}]}],"executionMethods":[{"description":"Trường hợp cấp lại","processingTime":3,"processingTimeUnit":"WORKING_DAY","submissionMethod":"ONLINE"},{"description":"Trường hợp cấp mới","processingTime":10,"processingTimeUnit":"WORKING_DAY","submissionMethod":"ONLINE"},{"description":"Trường hợp cấp lại","processingTime":3,"processingTimeUnit":"WORKING_DAY","submissionMethod":"DIRECT"},{"description":"Trường hợp cấp mới","processingTime":10,"processingTimeUnit":"WORKING_DAY","submissionMethod":"DIRECT"}],"name":"Cấp giấy phép thử nghiệm","state":"ACTIVE","subjectTypesDetails":[{"name":"Công dân Việt Nam"}]}');


--
-- Data for Name: officer; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.officer VALUES
	(816127672320000016, 816127672320000001, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}'),
	(816127672320000017, 816127672320000001, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}'),
	(816127672320000018, 816127672320000001, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức trả kết quả","en":"Results officer"}}'),
	(816127672320000019, 816127672320000001, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Giám đốc Trung tâm","en":"Director of the centre"}}'),
	(816127672320000020, 816127672320000001, 'systems', '{"roles":["administrator"],"title":{"vi":"Quản trị viên hệ thống","en":"System administrator"}}'),
	(816127672320000021, 816127672320000003, 'administration', '{"roles":["officer"],"title":{"vi":"Chuyên viên hành chính tư pháp","en":"Judicial administration officer"}}'),
	(816127672320000022, 816127672320000003, 'administration', '{"roles":["officer"],"title":{"vi":"Chuyên viên bổ trợ tư pháp","en":"Judicial support officer"}}'),
	(816127672320000023, 816127672320000003, 'administration', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Hành chính và Bổ trợ tư pháp","en":"Head of Judicial Administration and Support"}}'),
	(816127672320000024, 816127672320000003, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Giám đốc Sở Tư pháp","en":"Director of the Department of Justice"}}'),
	(816127672320000025, 816127672320000003, 'legislation', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000026, 816127672320000003, 'legislation', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000027, 816127672320000003, 'legislation', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Xây dựng và Kiểm tra văn bản","en":"Head of Legal Drafting and Review"}}'),
	(816127672320000028, 816127672320000000, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Phó Chủ tịch Ủy ban nhân dân tỉnh","en":"Vice Chair of the Provincial People''s Committee"}}'),
	(816127672320000029, 816127672320000002, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Giám đốc Sở Nội vụ","en":"Director of the Department of Home Affairs"}}'),
	(816127672320000030, 816127672320000002, 'employment', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000031, 816127672320000002, 'employment', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000032, 816127672320000002, 'employment', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Lao động - Việc làm","en":"Head of Labour and Employment"}}'),
	(816127672320000033, 816127672320000002, 'merit', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000034, 816127672320000002, 'merit', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000035, 816127672320000002, 'merit', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Người có công","en":"Head of People with Meritorious Service"}}'),
	(816127672320000036, 816127672320000004, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Phó Giám đốc Sở Tài chính","en":"Deputy Director of the Department of Finance"}}'),
	(816127672320000037, 816127672320000004, 'business-registration', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000038, 816127672320000004, 'business-registration', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000039, 816127672320000004, 'business-registration', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Đăng ký kinh doanh","en":"Head of Business Registration"}}'),
	(816127672320000040, 816127672320000004, 'enterprise-support', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000041, 816127672320000004, 'enterprise-support', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000042, 816127672320000004, 'enterprise-support', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Hỗ trợ doanh nghiệp","en":"Head of Enterprise Support"}}'),
	(816127672320000043, 816127672320000005, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Giám đốc Sở Xây dựng","en":"Director of the Department of Construction"}}'),
	(816127672320000044, 816127672320000005, 'housing', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000045, 816127672320000005, 'housing', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000046, 816127672320000005, 'housing', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Quản lý nhà và thị trường bất động sản","en":"Head of Housing and Real Estate Market"}}'),
	(816127672320000047, 816127672320000005, 'building', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000048, 816127672320000005, 'building', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000049, 816127672320000005, 'building', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Quản lý xây dựng","en":"Head of Building Control"}}'),
	(816127672320000050, 816127672320000006, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Phó Giám đốc Sở Nông nghiệp và Môi trường","en":"Deputy Director of the Department of Agriculture and Environment"}}'),
	(816127672320000051, 816127672320000006, 'land-registry', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000052, 816127672320000006, 'land-registry', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000053, 816127672320000006, 'land-registry', '{"roles":["division-head"],"title":{"vi":"Giám đốc Văn phòng Đăng ký đất đai","en":"Director of the Land Registration Office"}}'),
	(816127672320000054, 816127672320000006, 'animal-health', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000055, 816127672320000006, 'animal-health', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000056, 816127672320000006, 'animal-health', '{"roles":["division-head"],"title":{"vi":"Chi cục trưởng Chi cục Chăn nuôi và Thú y","en":"Head of Livestock and Animal Health"}}'),
	(816127672320000057, 816127672320000007, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Giám đốc Sở Y tế","en":"Director of the Department of Health"}}'),
	(816127672320000058, 816127672320000007, 'pharmacy', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000059, 816127672320000007, 'pharmacy', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000060, 816127672320000007, 'pharmacy', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Nghiệp vụ Dược","en":"Head of Pharmacy"}}'),
	(816127672320000061, 816127672320000007, 'organisation', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000062, 816127672320000007, 'organisation', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000063, 816127672320000007, 'organisation', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Tổ chức cán bộ","en":"Head of Personnel"}}'),
	(816127672320000064, 816127672320000008, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Phó Giám đốc Sở Công Thương","en":"Deputy Director of the Department of Industry and Trade"}}'),
	(816127672320000065, 816127672320000008, 'trade', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}');
INSERT INTO public.officer VALUES
	(816127672320000066, 816127672320000008, 'trade', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000067, 816127672320000008, 'trade', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Quản lý thương mại","en":"Head of Trade"}}'),
	(816127672320000068, 816127672320000008, 'energy', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000069, 816127672320000008, 'energy', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000070, 816127672320000008, 'energy', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Quản lý năng lượng","en":"Head of Energy"}}'),
	(816127672320000071, 816127672320000009, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Giám đốc Sở Giáo dục và Đào tạo","en":"Director of the Department of Education and Training"}}'),
	(816127672320000072, 816127672320000009, 'quality', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000073, 816127672320000009, 'quality', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000074, 816127672320000009, 'quality', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Quản lý chất lượng","en":"Head of Quality and Examinations"}}'),
	(816127672320000075, 816127672320000009, 'primary', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000076, 816127672320000009, 'primary', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000077, 816127672320000009, 'primary', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Giáo dục Mầm non - Tiểu học","en":"Head of Preschool and Primary Education"}}'),
	(816127672320000078, 816127672320000010, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch","en":"Deputy Director of the Department of Culture, Sports and Tourism"}}'),
	(816127672320000079, 816127672320000010, 'tourism', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000080, 816127672320000010, 'tourism', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000081, 816127672320000010, 'tourism', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Quản lý du lịch","en":"Head of Tourism"}}'),
	(816127672320000082, 816127672320000010, 'heritage', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000083, 816127672320000010, 'heritage', '{"roles":["officer"],"title":{"vi":"Chuyên viên","en":"Officer"}}'),
	(816127672320000084, 816127672320000010, 'heritage', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Quản lý văn hóa và di sản","en":"Head of Culture and Heritage"}}'),
	(816127672320000085, 816127672320000011, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Giám đốc Công an tỉnh","en":"Director of the Provincial Police"}}'),
	(816127672320000086, 816127672320000011, 'records', '{"roles":["officer"],"title":{"vi":"Cán bộ","en":"Officer"}}'),
	(816127672320000087, 816127672320000011, 'records', '{"roles":["officer"],"title":{"vi":"Cán bộ","en":"Officer"}}'),
	(816127672320000088, 816127672320000011, 'records', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Hồ sơ nghiệp vụ","en":"Head of Criminal Records"}}'),
	(816127672320000089, 816127672320000011, 'traffic', '{"roles":["officer"],"title":{"vi":"Cán bộ","en":"Officer"}}'),
	(816127672320000090, 816127672320000011, 'traffic', '{"roles":["officer"],"title":{"vi":"Cán bộ","en":"Officer"}}'),
	(816127672320000091, 816127672320000011, 'traffic', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Cảnh sát giao thông","en":"Head of Traffic Police"}}'),
	(816127672320000092, 816127672320000012, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}'),
	(816127672320000093, 816127672320000012, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}'),
	(816127672320000094, 816127672320000012, 'civil-status', '{"roles":["officer"],"title":{"vi":"Công chức tư pháp - hộ tịch","en":"Civil status officer"}}'),
	(816127672320000095, 816127672320000012, 'civil-status', '{"roles":["officer"],"title":{"vi":"Công chức tư pháp - hộ tịch","en":"Civil status officer"}}'),
	(816127672320000096, 816127672320000012, 'economy', '{"roles":["officer"],"title":{"vi":"Công chức kinh tế, hạ tầng","en":"Economy and infrastructure officer"}}'),
	(816127672320000097, 816127672320000012, 'economy', '{"roles":["officer"],"title":{"vi":"Công chức kinh tế, hạ tầng","en":"Economy and infrastructure officer"}}'),
	(816127672320000098, 816127672320000012, 'economy', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Kinh tế, Hạ tầng và Đô thị","en":"Head of Economy, Infrastructure and Urban Affairs"}}'),
	(816127672320000099, 816127672320000012, 'social', '{"roles":["officer"],"title":{"vi":"Công chức văn hóa - xã hội","en":"Social affairs officer"}}'),
	(816127672320000100, 816127672320000012, 'social', '{"roles":["officer"],"title":{"vi":"Công chức văn hóa - xã hội","en":"Social affairs officer"}}'),
	(816127672320000101, 816127672320000012, 'social', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Văn hóa - Xã hội","en":"Head of Culture and Social Affairs"}}'),
	(816127672320000102, 816127672320000012, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Chủ tịch Ủy ban nhân dân phường","en":"Chair of the People''s Committee, Ho Van Ward"}}'),
	(816127672320000103, 816127672320000013, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}'),
	(816127672320000104, 816127672320000013, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}'),
	(816127672320000105, 816127672320000013, 'civil-status', '{"roles":["officer"],"title":{"vi":"Công chức tư pháp - hộ tịch","en":"Civil status officer"}}'),
	(816127672320000106, 816127672320000013, 'civil-status', '{"roles":["officer"],"title":{"vi":"Công chức tư pháp - hộ tịch","en":"Civil status officer"}}'),
	(816127672320000107, 816127672320000013, 'economy', '{"roles":["officer"],"title":{"vi":"Công chức kinh tế, hạ tầng","en":"Economy and infrastructure officer"}}'),
	(816127672320000108, 816127672320000013, 'economy', '{"roles":["officer"],"title":{"vi":"Công chức kinh tế, hạ tầng","en":"Economy and infrastructure officer"}}'),
	(816127672320000109, 816127672320000013, 'economy', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Kinh tế, Hạ tầng và Đô thị","en":"Head of Economy, Infrastructure and Urban Affairs"}}'),
	(816127672320000110, 816127672320000013, 'social', '{"roles":["officer"],"title":{"vi":"Công chức văn hóa - xã hội","en":"Social affairs officer"}}'),
	(816127672320000111, 816127672320000013, 'social', '{"roles":["officer"],"title":{"vi":"Công chức văn hóa - xã hội","en":"Social affairs officer"}}'),
	(816127672320000112, 816127672320000013, 'social', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Văn hóa - Xã hội","en":"Head of Culture and Social Affairs"}}'),
	(816127672320000113, 816127672320000013, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Chủ tịch Ủy ban nhân dân xã","en":"Chair of the People''s Committee, Mai Khe Commune"}}'),
	(816127672320000114, 816127672320000014, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}'),
	(816127672320000115, 816127672320000014, 'intake', '{"roles":["counter"],"title":{"vi":"Công chức tiếp nhận","en":"Reception officer"}}');
INSERT INTO public.officer VALUES
	(816127672320000116, 816127672320000014, 'civil-status', '{"roles":["officer"],"title":{"vi":"Công chức tư pháp - hộ tịch","en":"Civil status officer"}}'),
	(816127672320000117, 816127672320000014, 'civil-status', '{"roles":["officer"],"title":{"vi":"Công chức tư pháp - hộ tịch","en":"Civil status officer"}}'),
	(816127672320000118, 816127672320000014, 'economy', '{"roles":["officer"],"title":{"vi":"Công chức kinh tế, hạ tầng","en":"Economy and infrastructure officer"}}'),
	(816127672320000119, 816127672320000014, 'economy', '{"roles":["officer"],"title":{"vi":"Công chức kinh tế, hạ tầng","en":"Economy and infrastructure officer"}}'),
	(816127672320000120, 816127672320000014, 'economy', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Kinh tế, Hạ tầng và Đô thị","en":"Head of Economy, Infrastructure and Urban Affairs"}}'),
	(816127672320000121, 816127672320000014, 'social', '{"roles":["officer"],"title":{"vi":"Công chức văn hóa - xã hội","en":"Social affairs officer"}}'),
	(816127672320000122, 816127672320000014, 'social', '{"roles":["officer"],"title":{"vi":"Công chức văn hóa - xã hội","en":"Social affairs officer"}}'),
	(816127672320000123, 816127672320000014, 'social', '{"roles":["division-head"],"title":{"vi":"Trưởng phòng Văn hóa - Xã hội","en":"Head of Culture and Social Affairs"}}'),
	(816127672320000124, 816127672320000014, 'leadership', '{"roles":["agency-head"],"title":{"vi":"Chủ tịch Ủy ban nhân dân xã","en":"Chair of the People''s Committee, Suoi Ngoc Commune"}}');


--
-- Data for Name: procedure_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.procedure_version VALUES
	('1.000280', 1, '2025-07-01', NULL, '{"code":"1.000280","version":1,"name":{"vi":"Công nhận trường tiểu học đạt chuẩn quốc gia","en":"Recognition of a primary school as meeting the national standard"},"short_name":{"vi":"Công nhận trường tiểu học đạt chuẩn","en":"Recognise a primary school''s standard"},"summary":{"vi":"Nhà trường đăng ký để đoàn đánh giá ngoài đến trường và được công nhận đạt chuẩn quốc gia.","en":"A school registers for external assessment and recognition as meeting the national standard."},"field":"schools","audiences":["organisation"],"life_events":["study"],"steps":[{"vi":"Nhà trường nộp công văn đăng ký và báo cáo tự đánh giá tại quầy hoặc qua bưu chính.","en":"The school files a letter and its self-assessment at the counter or by post."},{"vi":"Đoàn đánh giá ngoài nghiên cứu hồ sơ, đến khảo sát và viết báo cáo.","en":"Assessors study the file, visit and write a report."},{"vi":"Bằng công nhận được cấp nếu trường đạt chuẩn.","en":"The school receives the recognition if it meets the standard."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"words","n":{"vi":"02 tháng và 15 ngày làm việc","en":"2 months and 15 working days"}},"note":{"vi":"Trong đó 02 tháng dành cho đánh giá ngoài.","en":"Of this, 2 months are for the external assessment."},"free":true},{"channel":"postal","limit":{"unit":"words","n":{"vi":"02 tháng và 15 ngày làm việc","en":"2 months and 15 working days"}},"note":{"vi":"Trong đó 02 tháng dành cho đánh giá ngoài.","en":"Of this, 2 months are for the external assessment."},"free":true}],"papers":[{"id":"letter","name":{"vi":"Công văn đăng ký đánh giá ngoài","en":"Letter registering for external assessment"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Nêu rõ nguyện vọng công nhận đạt chuẩn quốc gia.","en":"State that you wish to be recognised."}},{"id":"self-assessment","name":{"vi":"Báo cáo tự đánh giá","en":"Self-assessment report"},"originals":2,"copies":0,"required":true}],"results":[{"code":"KQ.G03.000340","name":{"vi":"Bằng công nhận đạt chuẩn quốc gia","en":"Certificate of national standard"}}],"legal_basis":[{"number":"17/2018/TT-BGDĐT","name":{"vi":"Thông tư ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường tiểu học"}},{"number":"22/2024/TT-BGDĐT","name":{"vi":"Thông tư sửa đổi, bổ sung quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia"}}],"keywords":["trường chuẩn quốc gia","trường tiểu học","kiểm định chất lượng"],"form":{"questions":[{"id":"school","kind":{"kind":"text","length_max":120},"label":{"vi":"Tên trường","en":"School"},"required":true},{"id":"classes","kind":{"kind":"number","min":1,"max":100},"label":{"vi":"Số lớp","en":"Number of classes"},"required":true},{"id":"pupils","kind":{"kind":"number","min":1,"max":5000},"label":{"vi":"Số học sinh","en":"Number of pupils"},"required":true},{"id":"level","kind":{"kind":"choice","choices":[{"id":"1","label":{"vi":"Mức độ 1","en":"Level 1"}},{"id":"2","label":{"vi":"Mức độ 2","en":"Level 2"}}]},"label":{"vi":"Mức độ đề nghị","en":"Level asked for"},"required":true},{"id":"contact","kind":{"kind":"phone"},"label":{"vi":"Điện thoại liên hệ","en":"Contact telephone"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Xem xét hồ sơ, lập đoàn","en":"Examine and appoint assessors"},"unit":"primary","role":"officer","hours":40,"product":{"vi":"Quyết định lập đoàn","en":"Appointment"}},{"id":"assessment","name":{"vi":"Đánh giá ngoài","en":"External assessment"},"unit":"primary","role":"officer","hours":240,"product":{"vi":"Báo cáo đánh giá ngoài","en":"Assessment report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả","en":"Check the result"},"unit":"primary","role":"division-head","hours":48,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Quyết định công nhận","en":"Decide on recognition"},"unit":"leadership","role":"agency-head","hours":24,"product":{"vi":"Bằng công nhận","en":"Certificate"}}]}}', ''),
	('1.000656', 1, '2025-07-01', NULL, '{"code":"1.000656","version":1,"name":{"vi":"Thủ tục đăng ký khai tử","en":"Registration of death"},"short_name":{"vi":"Đăng ký khai tử","en":"Register a death"},"summary":{"vi":"Khi người thân qua đời, bạn báo cho Ủy ban nhân dân cấp xã trong 15 ngày để được cấp trích lục khai tử. Chúng tôi xin chia buồn và cố gắng để bạn không phải đi lại nhiều.","en":"When a relative dies, tell the commune within 15 days to receive an extract of the death record. We are sorry for your loss and try to spare you extra journeys."},"field":"civil-status","audiences":["citizen"],"life_events":["death"],"steps":[{"vi":"Bạn nộp giấy báo tử trực tuyến, qua bưu chính hoặc tại quầy.","en":"File the death notice online, by post or at the counter."},{"vi":"Công chức hộ tịch kiểm tra và ghi vào sổ.","en":"The civil status officer checks it and makes the entry."},{"vi":"Chủ tịch Ủy ban nhân dân cấp xã ký trích lục khai tử và bạn nhận kết quả.","en":"The chair of the commune signs the extract and you receive it."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":1},"note":{"vi":"Miễn lệ phí khi đăng ký trong 15 ngày. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free within 15 days. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"online","limit":{"unit":"working-days","n":1},"note":{"vi":"Miễn lệ phí khi đăng ký trong 15 ngày. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free within 15 days. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":1},"note":{"vi":"Miễn lệ phí khi đăng ký trong 15 ngày. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free within 15 days. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true}],"papers":[{"id":"death-notice","name":{"vi":"Giấy báo tử hoặc giấy tờ thay thế","en":"Death notice, or a document in its place"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Đã có bản điện tử thì không cần nộp bản giấy. Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"Not needed on paper if it exists electronically. A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"evidence","name":{"vi":"Giấy tờ chứng minh sự kiện chết (khi người mất đã lâu và không có giấy báo tử)","en":"Evidence of the death (if it was long ago and there is no notice)"},"originals":1,"copies":0,"required":false},{"id":"last-residence","name":{"vi":"Giấy tờ chứng minh nơi cư trú cuối cùng (chỉ khi không tra được)","en":"Proof of the last residence (only if it cannot be looked up)"},"originals":1,"copies":0,"required":false},{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}},{"id":"authorisation","name":{"vi":"Văn bản ủy quyền (khi nhờ người khác đi làm thay)","en":"Letter of authorisation (when someone else files for you)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột làm thay thì không cần chứng thực.","en":"It need not be certified for a grandparent, parent, child, spouse or sibling."}}],"results":[{"code":"KQ.G15.000034","name":{"vi":"Trích lục khai tử","en":"Extract of the death record"}}],"legal_basis":[{"number":"60/2014/QH13","name":{"vi":"Luật Hộ tịch"}},{"number":"123/2015/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch"}},{"number":"87/2020/NĐ-CP","name":{"vi":"Nghị định quy định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến"}},{"number":"04/2020/TT-BTP","name":{"vi":"Thông tư hướng dẫn Luật Hộ tịch và Nghị định số 123/2015/NĐ-CP"}},{"number":"120/2025/NĐ-CP","name":{"vi":"Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp"}}],"keywords":["khai tử","giấy chứng tử","trích lục khai tử","người thân mất","báo tử"],"form":{"questions":[{"id":"deceased-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên người mất","en":"Name of the person who died"},"required":true},{"id":"deceased-id","kind":{"kind":"identity-number"},"label":{"vi":"Số định danh người mất","en":"Their personal number"},"required":false},{"id":"death-date","kind":{"kind":"date"},"label":{"vi":"Ngày mất","en":"Date of death"},"required":true},{"id":"death-place","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi mất","en":"Place of death"},"required":true},{"id":"cause","kind":{"kind":"text","length_max":120},"label":{"vi":"Nguyên nhân (nếu biết)","en":"Cause (if known)"},"required":false},{"id":"relation","kind":{"kind":"text","length_max":60},"label":{"vi":"Bạn là gì của người mất?","en":"How are you related?"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ và ghi sổ","en":"Check the dossier and make the entry"},"unit":"civil-status","role":"officer","hours":5,"product":{"vi":"Dự thảo trích lục khai tử","en":"Draft extract"}},{"id":"approve","name":{"vi":"Ký trích lục khai tử","en":"Sign the extract"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Trích lục khai tử đã ký","en":"Signed extract"}}]}}', ''),
	('1.000894', 1, '2025-07-01', NULL, '{"code":"1.000894","version":1,"name":{"vi":"Thủ tục đăng ký kết hôn","en":"Registration of marriage"},"short_name":{"vi":"Đăng ký kết hôn","en":"Register a marriage"},"summary":{"vi":"Hai bạn đăng ký kết hôn tại Ủy ban nhân dân cấp xã nơi một trong hai người cư trú. Khi nhận giấy chứng nhận, cả hai cùng có mặt để ký.","en":"Register your marriage at the commune where either of you lives. Both of you come to sign when the certificate is given."},"field":"civil-status","audiences":["citizen"],"life_events":["marriage"],"steps":[{"vi":"Hai bạn điền tờ khai và nộp trực tuyến, qua bưu chính hoặc tại quầy.","en":"Fill in the form together and file it online, by post or at the counter."},{"vi":"Công chức hộ tịch kiểm tra tình trạng hôn nhân của hai bên trong cơ sở dữ liệu.","en":"The civil status officer checks the marital status of both in the database."},{"vi":"Cả hai cùng đến, ký vào sổ và giấy chứng nhận; mỗi người nhận một bản.","en":"You both come to sign the register and the certificate, and each receive one."}],"conditions":{"vi":"Bên nam từ đủ 20 tuổi, bên nữ từ đủ 18 tuổi. Hai bên tự nguyện, không mất năng lực hành vi dân sự và hiện không có vợ hoặc chồng.","en":"The husband is at least 20 and the wife at least 18. Both consent freely, have legal capacity and are not married to someone else."},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":1},"note":{"vi":"Miễn lệ phí. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free of charge. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"online","limit":{"unit":"working-days","n":1},"note":{"vi":"Miễn lệ phí. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free of charge. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":1},"note":{"vi":"Miễn lệ phí. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free of charge. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true}],"papers":[{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}},{"id":"residence","name":{"vi":"Giấy tờ chứng minh nơi cư trú (chỉ khi không tra được trong cơ sở dữ liệu)","en":"Proof of residence (only if the database has none)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G15.000032","name":{"vi":"Giấy chứng nhận kết hôn","en":"Marriage certificate"}}],"legal_basis":[{"number":"60/2014/QH13","name":{"vi":"Luật Hộ tịch"}},{"number":"52/2014/QH13","name":{"vi":"Luật Hôn nhân và gia đình"}},{"number":"123/2015/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch"}},{"number":"87/2020/NĐ-CP","name":{"vi":"Nghị định quy định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến"}},{"number":"04/2020/TT-BTP","name":{"vi":"Thông tư hướng dẫn Luật Hộ tịch và Nghị định số 123/2015/NĐ-CP"}},{"number":"120/2025/NĐ-CP","name":{"vi":"Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp"}}],"keywords":["kết hôn","cưới","giấy đăng ký kết hôn","giấy chứng nhận kết hôn"],"form":{"questions":[{"id":"husband-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên bên nam","en":"Husband''s full name"},"required":true},{"id":"husband-id","kind":{"kind":"identity-number"},"label":{"vi":"Số định danh bên nam","en":"Husband''s personal number"},"required":true},{"id":"husband-birth-date","kind":{"kind":"date"},"label":{"vi":"Ngày sinh bên nam","en":"Husband''s date of birth"},"required":true},{"id":"wife-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên bên nữ","en":"Wife''s full name"},"required":true},{"id":"wife-id","kind":{"kind":"identity-number"},"label":{"vi":"Số định danh bên nữ","en":"Wife''s personal number"},"required":true},{"id":"wife-birth-date","kind":{"kind":"date"},"label":{"vi":"Ngày sinh bên nữ","en":"Wife''s date of birth"},"required":true},{"id":"first-marriage","kind":{"kind":"yes-no"},"label":{"vi":"Cả hai kết hôn lần đầu?","en":"Is it the first marriage for both?"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra điều kiện kết hôn và ghi sổ","en":"Check the conditions and make the entry"},"unit":"civil-status","role":"officer","hours":5,"product":{"vi":"Dự thảo giấy chứng nhận kết hôn","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận kết hôn","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Giấy chứng nhận kết hôn đã ký","en":"Signed certificate"}}]}}', ''),
	('1.001193', 1, '2025-07-01', NULL, '{"code":"1.001193","version":1,"name":{"vi":"Thủ tục đăng ký khai sinh","en":"Registration of birth"},"short_name":{"vi":"Làm giấy khai sinh","en":"Register a birth"},"summary":{"vi":"Bạn đăng ký khai sinh để con có giấy khai sinh và số định danh. Đăng ký trong 60 ngày kể từ khi bé sinh ra thì không mất lệ phí.","en":"Register your child''s birth to get a birth certificate and a personal number. It is free within 60 days of the birth."},"field":"civil-status","audiences":["citizen"],"life_events":["birth"],"steps":[{"vi":"Bạn điền tờ khai, kèm giấy chứng sinh rồi nộp trực tuyến, qua bưu chính hoặc tại quầy.","en":"Fill in the form, add the birth notification and file it online, by post or at the counter."},{"vi":"Công chức hộ tịch kiểm tra, ghi vào sổ và lấy số định danh cho bé. Nếu nộp trực tuyến, bạn được xem lại nội dung trước khi in.","en":"The civil status officer checks it, makes the entry and obtains the child''s personal number. If you filed online, you can check the text before it is printed."},{"vi":"Chủ tịch Ủy ban nhân dân cấp xã ký giấy khai sinh và bạn nhận kết quả theo cách đã chọn.","en":"The chair of the commune signs the certificate and you receive it the way you chose."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"same-day"},"note":{"vi":"Miễn lệ phí khi đăng ký trong 60 ngày kể từ ngày sinh. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free within 60 days of the birth. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"online","limit":{"unit":"same-day"},"note":{"vi":"Miễn lệ phí khi đăng ký trong 60 ngày kể từ ngày sinh. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free within 60 days of the birth. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"postal","limit":{"unit":"same-day"},"note":{"vi":"Miễn lệ phí khi đăng ký trong 60 ngày kể từ ngày sinh. Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"Free within 60 days of the birth. If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true}],"papers":[{"id":"birth-notification","name":{"vi":"Giấy chứng sinh","en":"Birth notification from the hospital"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Đã có bản điện tử thì không cần nộp bản giấy. Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"Not needed on paper if it exists electronically. A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"witness-statement","name":{"vi":"Văn bản của người làm chứng hoặc giấy cam đoan về việc sinh (khi không có giấy chứng sinh)","en":"Statement of a witness, or your own declaration of the birth (if there is no notification)"},"originals":1,"copies":0,"required":false},{"id":"surrogacy","name":{"vi":"Xác nhận của cơ sở y tế về việc mang thai hộ (nếu có)","en":"Confirmation of surrogacy by the clinic (if it applies)"},"originals":1,"copies":0,"required":false},{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}},{"id":"authorisation","name":{"vi":"Văn bản ủy quyền (khi nhờ người khác đi làm thay)","en":"Letter of authorisation (when someone else files for you)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột làm thay thì không cần chứng thực.","en":"It need not be certified for a grandparent, parent, child, spouse or sibling."}}],"results":[{"code":"KQ.G15.000031","name":{"vi":"Giấy khai sinh","en":"Birth certificate"}}],"legal_basis":[{"number":"60/2014/QH13","name":{"vi":"Luật Hộ tịch"}},{"number":"123/2015/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch"}},{"number":"87/2020/NĐ-CP","name":{"vi":"Nghị định quy định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến"}},{"number":"04/2020/TT-BTP","name":{"vi":"Thông tư hướng dẫn Luật Hộ tịch và Nghị định số 123/2015/NĐ-CP"}},{"number":"120/2025/NĐ-CP","name":{"vi":"Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp"}}],"keywords":["giấy khai sinh","con mới sinh","đăng ký khai sinh","làm khai sinh cho con","số định danh cho bé"],"form":{"questions":[{"id":"child-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên của bé","en":"Child''s full name"},"hint":{"vi":"Viết đầy đủ, có dấu.","en":"In full, with accents."},"required":true},{"id":"child-sex","kind":{"kind":"choice","choices":[{"id":"male","label":{"vi":"Nam","en":"Male"}},{"id":"female","label":{"vi":"Nữ","en":"Female"}}]},"label":{"vi":"Giới tính","en":"Sex"},"required":true},{"id":"child-birth-date","kind":{"kind":"date"},"label":{"vi":"Ngày sinh của bé","en":"Child''s date of birth"},"required":true},{"id":"birth-place","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi sinh","en":"Place of birth"},"hint":{"vi":"Tên bệnh viện hoặc nhà hộ sinh và địa chỉ.","en":"Name and address of the hospital or maternity home."},"required":true},{"id":"mother-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên mẹ","en":"Mother''s full name"},"required":true},{"id":"mother-id","kind":{"kind":"identity-number"},"label":{"vi":"Số định danh của mẹ","en":"Mother''s personal number"},"required":true},{"id":"father-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên cha","en":"Father''s full name"},"hint":{"vi":"Bỏ trống nếu chưa xác định.","en":"Leave empty if not determined."},"required":false},{"id":"copies","kind":{"kind":"number","min":0,"max":20},"label":{"vi":"Số bản sao bạn cần","en":"Number of extra copies"},"required":false}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ và ghi sổ","en":"Check the dossier and make the entry"},"unit":"civil-status","role":"officer","hours":3,"product":{"vi":"Dự thảo giấy khai sinh"}},{"id":"verify","name":{"vi":"Xác minh với cơ sở y tế, công an","en":"Verify with the clinic or the police"},"unit":"civil-status","role":"officer","hours":2,"product":{"vi":"Kết quả xác minh"}},{"id":"approve","name":{"vi":"Ký giấy khai sinh","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":1,"product":{"vi":"Giấy khai sinh"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A birth is registered within the day: checked and entered, verified where the papers leave a doubt, signed. Somebody is\n     reminded when half the day is over. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"birth\" targetNamespace=\"urn:motcua:demonstration\">\n  <process id=\"registration\" name=\"Đăng ký khai sinh\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <userTask id=\"review\" name=\"Kiểm tra hồ sơ và ghi sổ\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"3h\" product=\"Dự thảo giấy khai sinh\" english=\"Check the dossier and make the entry\">\n          <motcua:outcome key=\"complete\" name=\"Đủ căn cứ\" english=\"Well founded\"/>\n          <motcua:outcome key=\"doubt\" name=\"Cần xác minh\" english=\"To be verified\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <boundaryEvent id=\"half-day\" name=\"Đã quá nửa ngày\" attachedToRef=\"review\" cancelActivity=\"false\">\n      <extensionElements><motcua:step english=\"Half the day is over\"/></extensionElements>\n        <motcua:step english=\"Half a day has passed\"/>\n      <timerEventDefinition><timeDuration>PT4H</timeDuration></timerEventDefinition>\n    </boundaryEvent>\n    <endEvent id=\"reminded\"/>\n    <exclusiveGateway id=\"founded\" name=\"Đủ căn cứ?\" default=\"to-merge\">\n      <extensionElements>\n        <motcua:step english=\"Is it well founded?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <userTask id=\"verify\" name=\"Xác minh với cơ sở y tế, công an\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"2h\" product=\"Kết quả xác minh\" english=\"Verify with the clinic or the police\"/>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"verified\"/>\n    <userTask id=\"approve\" name=\"Ký giấy khai sinh\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"1h\" product=\"Giấy khai sinh\" english=\"Sign the certificate\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-review\" sourceRef=\"begin\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-founded\" sourceRef=\"review\" targetRef=\"founded\"/>\n    <sequenceFlow id=\"to-verify\" name=\"Cần xác minh\" sourceRef=\"founded\" targetRef=\"verify\">\n      <extensionElements>\n        <motcua:step english=\"To be verified\"/>\n      </extensionElements>\n      <conditionExpression>steps.review.outcome = \"doubt\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-merge\" name=\"Đủ\" sourceRef=\"founded\" targetRef=\"verified\">\n      <extensionElements>\n        <motcua:step english=\"It is\"/>\n      </extensionElements>\n    </sequenceFlow>\n    <sequenceFlow id=\"from-verify\" sourceRef=\"verify\" targetRef=\"verified\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"verified\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n    <sequenceFlow id=\"to-reminded\" sourceRef=\"half-day\" targetRef=\"reminded\"/>\n  </process>\n</definitions>\n"}}', ''),
	('1.001612', 1, '2025-07-01', NULL, '{"code":"1.001612","version":1,"name":{"vi":"Đăng ký thành lập hộ kinh doanh","en":"Registration of a household business"},"short_name":{"vi":"Mở hộ kinh doanh","en":"Open a household business"},"summary":{"vi":"Bạn mở cửa hàng, quán ăn, tiệm nhỏ thì đăng ký hộ kinh doanh tại xã, phường nơi đặt địa điểm.","en":"To open a shop, an eatery or a small workshop, register a household business at the commune where it stands."},"field":"household-business","audiences":["citizen","household-business"],"life_events":["start"],"steps":[{"vi":"Bạn chọn tên, ngành nghề, địa điểm và nộp giấy đề nghị trực tuyến, qua bưu chính hoặc tại quầy.","en":"Choose a name, trade and place, and file the request online, by post or at the counter."},{"vi":"Công chức kiểm tra tên có trùng không và ngành nghề có được phép không.","en":"The officer checks that the name is free and the trade allowed."},{"vi":"Trưởng phòng ký giấy chứng nhận; mã số hộ kinh doanh cũng là mã số thuế.","en":"The head of division signs the certificate; the business number is also the tax number."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí đăng ký hộ kinh doanh","en":"Registration charge"},"amount":100000,"kind":"charge","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí đăng ký hộ kinh doanh","en":"Registration charge"},"amount":100000,"kind":"charge","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí đăng ký hộ kinh doanh","en":"Registration charge"},"amount":100000,"kind":"charge","example":true}]}],"papers":[{"id":"request","name":{"vi":"Giấy đề nghị đăng ký hộ kinh doanh","en":"Request for registration"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"family-minutes","name":{"vi":"Biên bản họp của các thành viên hộ gia đình và văn bản ủy quyền cho chủ hộ kinh doanh (khi cả gia đình cùng đăng ký)","en":"Minutes and authorisation of the family members (when a family registers together)"},"originals":0,"copies":1,"required":false},{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}},{"id":"authorisation","name":{"vi":"Văn bản ủy quyền (khi nhờ người khác đi làm thay)","en":"Letter of authorisation (when someone else files for you)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}}],"results":[{"name":{"vi":"Giấy chứng nhận đăng ký hộ kinh doanh","en":"Certificate of household business registration"}}],"legal_basis":[{"number":"168/2025/NĐ-CP","name":{"vi":"Nghị định về đăng ký doanh nghiệp"}},{"number":"68/2025/TT-BTC","name":{"vi":"Thông tư ban hành biểu mẫu sử dụng trong đăng ký doanh nghiệp, đăng ký hộ kinh doanh"}}],"keywords":["hộ kinh doanh","mở quán","mở cửa hàng","giấy phép kinh doanh","buôn bán nhỏ"],"form":{"questions":[{"id":"business-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Tên hộ kinh doanh","en":"Name of the business"},"required":true},{"id":"address","kind":{"kind":"text","length_max":200},"label":{"vi":"Địa điểm kinh doanh","en":"Place of business"},"required":true},{"id":"trade","kind":{"kind":"text","length_max":200},"label":{"vi":"Ngành nghề chính","en":"Main trade"},"required":true},{"id":"capital","kind":{"kind":"money"},"label":{"vi":"Vốn kinh doanh (đồng)","en":"Capital (đồng)"},"required":true},{"id":"workers","kind":{"kind":"number","min":0,"max":1000},"label":{"vi":"Số lao động","en":"Number of workers"},"required":true},{"id":"start-date","kind":{"kind":"date"},"label":{"vi":"Ngày bắt đầu","en":"Starting date"},"required":true},{"id":"phone","kind":{"kind":"phone"},"label":{"vi":"Điện thoại","en":"Telephone"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ đăng ký","en":"Examine the request"},"unit":"economy","role":"officer","hours":6,"product":{"vi":"Phiếu thẩm định"}},{"id":"look-up","name":{"vi":"Tra cứu tên hộ kinh doanh","en":"Look up the name"},"unit":"economy","role":"officer","hours":2,"product":{"vi":"Kết quả tra cứu"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"economy","role":"division-head","hours":3,"product":{"vi":"Giấy chứng nhận đăng ký hộ kinh doanh"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A household business: the name is looked up while the request is examined; then the tax number of the tax authority is\n     waited for, half a day at most; whoever examined it does not sign. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"household-business\" targetNamespace=\"urn:motcua:demonstration\">\n  <message id=\"tax-number\" name=\"tax-number\"/>\n  <process id=\"registration-of-business\" name=\"Đăng ký hộ kinh doanh\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <parallelGateway id=\"both\"/>\n    <userTask id=\"review\" name=\"Kiểm tra hồ sơ đăng ký\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"6h\" product=\"Phiếu thẩm định\" english=\"Examine the request\"/>\n      </extensionElements>\n    </userTask>\n    <userTask id=\"look-up\" name=\"Tra cứu tên hộ kinh doanh\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"2h\" product=\"Kết quả tra cứu\" english=\"Look up the name\"/>\n      </extensionElements>\n    </userTask>\n    <parallelGateway id=\"together\"/>\n    <eventBasedGateway id=\"either\" name=\"Mã số thuế\">\n      <extensionElements>\n        <motcua:step english=\"The tax number\"/>\n      </extensionElements>\n    </eventBasedGateway>\n    <intermediateCatchEvent id=\"tax-number-came\" name=\"Cơ quan thuế gửi mã số thuế\">\n      <extensionElements><motcua:step english=\"The tax authority sends the tax number\"/></extensionElements>\n        <motcua:step english=\"The tax office sends the number\"/>\n      <messageEventDefinition messageRef=\"tax-number\"/>\n    </intermediateCatchEvent>\n    <intermediateCatchEvent id=\"half-day\" name=\"Sau nửa ngày chưa có mã số thuế\">\n      <extensionElements><motcua:step english=\"No tax number after half a day\"/></extensionElements>\n        <motcua:step english=\"No number after half a day\"/>\n      <timerEventDefinition><timeDuration>PT4H</timeDuration></timerEventDefinition>\n    </intermediateCatchEvent>\n    <exclusiveGateway id=\"on\"/>\n    <userTask id=\"approve\" name=\"Ký giấy chứng nhận\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"division-head\" time=\"3h\" product=\"Giấy chứng nhận đăng ký hộ kinh doanh\" english=\"Sign the certificate\" apart-from=\"review\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-both\" sourceRef=\"begin\" targetRef=\"both\"/>\n    <sequenceFlow id=\"to-review\" sourceRef=\"both\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-look-up\" sourceRef=\"both\" targetRef=\"look-up\"/>\n    <sequenceFlow id=\"from-review\" sourceRef=\"review\" targetRef=\"together\"/>\n    <sequenceFlow id=\"from-look-up\" sourceRef=\"look-up\" targetRef=\"together\"/>\n    <sequenceFlow id=\"to-either\" sourceRef=\"together\" targetRef=\"either\"/>\n    <sequenceFlow id=\"to-message\" sourceRef=\"either\" targetRef=\"tax-number-came\"/>\n    <sequenceFlow id=\"to-time\" sourceRef=\"either\" targetRef=\"half-day\"/>\n    <sequenceFlow id=\"from-message\" sourceRef=\"tax-number-came\" targetRef=\"on\"/>\n    <sequenceFlow id=\"from-time\" sourceRef=\"half-day\" targetRef=\"on\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"on\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}}', ''),
	('1.001731', 1, '2025-07-01', NULL, '{"code":"1.001731","version":1,"name":{"vi":"Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội","en":"Help with funeral costs for people on social protection"},"short_name":{"vi":"Xin hỗ trợ chi phí mai táng","en":"Ask for help with funeral costs"},"summary":{"vi":"Gia đình lo tang lễ cho người đang hưởng trợ cấp xã hội được nhà nước hỗ trợ một phần chi phí.","en":"A family that buries a person on social protection receives help with the cost."},"field":"social-protection","audiences":["citizen","organisation"],"life_events":["death","support"],"steps":[{"vi":"Người lo mai táng nộp tờ khai và bản sao giấy báo tử.","en":"The person who arranged the funeral files a declaration and a copy of the death notice."},{"vi":"Công chức đối chiếu danh sách người hưởng trợ cấp.","en":"The officer checks the list of beneficiaries."},{"vi":"Chủ tịch Ủy ban nhân dân cấp xã ký quyết định hỗ trợ.","en":"The chair of the commune signs the decision."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":3},"free":true},{"channel":"online","limit":{"unit":"working-days","n":3},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":3},"free":true}],"papers":[{"id":"declaration","name":{"vi":"Tờ khai đề nghị hỗ trợ chi phí mai táng (Mẫu số 04 Nghị định số 20/2021/NĐ-CP)","en":"Declaration for help with funeral costs (Form 04, Decree 20/2021)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"death-notice","name":{"vi":"Bản sao giấy chứng tử hoặc giấy báo tử","en":"Copy of the death certificate or notice"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"end-of-benefit","name":{"vi":"Bản sao quyết định hoặc danh sách thôi hưởng trợ cấp khác (với người từ đủ 80 tuổi đang hưởng trợ cấp tuất hoặc trợ cấp hằng tháng khác)","en":"Copy of the decision or list ending another benefit (for a person of 80 or over who was receiving one)"},"originals":0,"copies":1,"required":false}],"results":[{"name":{"vi":"Quyết định hỗ trợ chi phí mai táng","en":"Decision on help with funeral costs"}}],"legal_basis":[{"number":"20/2021/NĐ-CP","name":{"vi":"Nghị định quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội"}}],"keywords":["mai táng phí","tiền mai táng","hỗ trợ tang lễ"],"form":{"questions":[{"id":"deceased-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên người mất","en":"Name of the person who died"},"required":true},{"id":"death-date","kind":{"kind":"date"},"label":{"vi":"Ngày mất","en":"Date of death"},"required":true},{"id":"benefit","kind":{"kind":"text","length_max":120},"label":{"vi":"Khoản trợ cấp người mất đang hưởng","en":"Benefit the person received"},"required":true},{"id":"relation","kind":{"kind":"text","length_max":60},"label":{"vi":"Bạn là gì của người mất?","en":"How are you related?"},"required":true},{"id":"account","kind":{"kind":"text","length_max":120},"label":{"vi":"Tài khoản nhận tiền","en":"Account to be paid"},"required":false}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Đối chiếu và soạn quyết định","en":"Check and draft the decision"},"unit":"social","role":"officer","hours":14,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"approve","name":{"vi":"Ký quyết định hỗ trợ","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}}', ''),
	('1.004594', 1, '2025-07-01', NULL, '{"code":"1.004594","version":1,"name":{"vi":"Thủ tục công nhận hạng cơ sở lưu trú du lịch: hạng 1 sao, 2 sao, 3 sao đối với khách sạn, biệt thự du lịch, căn hộ du lịch, tàu thủy lưu trú du lịch","en":"Star rating of tourist accommodation: 1, 2 and 3 stars"},"short_name":{"vi":"Xếp hạng sao cho khách sạn","en":"Get a star rating for a hotel"},"summary":{"vi":"Khách sạn, biệt thự, căn hộ và tàu lưu trú du lịch đăng ký được công nhận hạng 1 đến 3 sao.","en":"Hotels, villas, apartments and cruise boats can be rated with 1 to 3 stars."},"field":"tourism","audiences":["business","household-business"],"life_events":["hospitality"],"steps":[{"vi":"Cơ sở nộp đơn và bản tự đánh giá chất lượng.","en":"File the request and a self-assessment."},{"vi":"Đoàn thẩm định đến kiểm tra phòng ở, dịch vụ.","en":"Assessors visit the rooms and services."},{"vi":"Sở ra quyết định công nhận hạng sao hoặc thông báo rõ lý do.","en":"The department decides on the rating or gives its reasons."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"calendar-days","n":30},"fees":[{"name":{"vi":"Phí thẩm định công nhận hạng cơ sở lưu trú (hạng 1 sao, 2 sao)","en":"Assessment fee (1 or 2 stars)"},"amount":1500000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"calendar-days","n":30},"fees":[{"name":{"vi":"Phí thẩm định công nhận hạng cơ sở lưu trú (hạng 1 sao, 2 sao)","en":"Assessment fee (1 or 2 stars)"},"amount":1500000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"calendar-days","n":30},"fees":[{"name":{"vi":"Phí thẩm định công nhận hạng cơ sở lưu trú (hạng 1 sao, 2 sao)","en":"Assessment fee (1 or 2 stars)"},"amount":1500000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị công nhận hạng cơ sở lưu trú du lịch","en":"Request for a rating"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"self-assessment","name":{"vi":"Bản tự đánh giá chất lượng theo tiêu chuẩn quốc gia về xếp hạng","en":"Self-assessment by the national rating standard"},"originals":1,"copies":0,"required":true},{"id":"staff-list","name":{"vi":"Danh sách người quản lý và nhân viên","en":"List of managers and staff"},"originals":1,"copies":0,"required":true},{"id":"certificates","name":{"vi":"Bản sao chứng thực văn bằng, chứng chỉ của người quản lý, trưởng bộ phận","en":"Certified copies of the managers'' qualifications"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G16.000010","name":{"vi":"Quyết định công nhận hạng cơ sở lưu trú du lịch","en":"Decision on the star rating"}}],"legal_basis":[{"number":"09/2017/QH14","name":{"vi":"Luật Du lịch"}},{"number":"06/2017/TT-BVHTTDL","name":{"vi":"Thông tư quy định chi tiết một số điều của Luật Du lịch"}}],"keywords":["khách sạn","xếp hạng sao","lưu trú du lịch","homestay"],"form":{"questions":[{"id":"name","kind":{"kind":"text","length_max":120},"label":{"vi":"Tên cơ sở","en":"Name of the establishment"},"required":true},{"id":"kind","kind":{"kind":"choice","choices":[{"id":"hotel","label":{"vi":"Khách sạn","en":"Hotel"}},{"id":"villa","label":{"vi":"Biệt thự du lịch","en":"Villa"}},{"id":"apartment","label":{"vi":"Căn hộ du lịch","en":"Apartment"}},{"id":"boat","label":{"vi":"Tàu thủy lưu trú du lịch","en":"Cruise boat"}}]},"label":{"vi":"Loại hình","en":"Kind"},"required":true},{"id":"stars","kind":{"kind":"choice","choices":[{"id":"1","label":{"vi":"1 sao","en":"1 star"}},{"id":"2","label":{"vi":"2 sao","en":"2 stars"}},{"id":"3","label":{"vi":"3 sao","en":"3 stars"}}]},"label":{"vi":"Hạng đề nghị","en":"Rating asked for"},"required":true},{"id":"rooms","kind":{"kind":"number","min":1,"max":5000},"label":{"vi":"Số phòng","en":"Number of rooms"},"required":true},{"id":"address","kind":{"kind":"text","length_max":200},"label":{"vi":"Địa chỉ","en":"Address"},"required":true},{"id":"opened","kind":{"kind":"date"},"label":{"vi":"Ngày bắt đầu đón khách","en":"Opening date"},"required":false}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Xem xét hồ sơ","en":"Examine the dossier"},"unit":"tourism","role":"officer","hours":32,"product":{"vi":"Phiếu xem xét","en":"Examination note"}},{"id":"visit","name":{"vi":"Thẩm định tại cơ sở","en":"Assess on site"},"unit":"tourism","role":"officer","hours":64,"product":{"vi":"Biên bản thẩm định","en":"Assessment report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả","en":"Check the result"},"unit":"tourism","role":"division-head","hours":24,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"approve","name":{"vi":"Ký quyết định công nhận","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}}', ''),
	('1.004756', 1, '2025-07-01', NULL, '{"code":"1.004756","version":1,"name":{"vi":"Cấp Chứng chỉ hành nghề thú y","en":"Practising certificate in animal health"},"short_name":{"vi":"Xin chứng chỉ hành nghề thú y","en":"Get an animal health practising certificate"},"summary":{"vi":"Bạn muốn chữa bệnh cho vật nuôi hoặc bán thuốc thú y thì cần chứng chỉ hành nghề thú y.","en":"You need this certificate to treat animals or sell veterinary medicines."},"field":"animal-health","audiences":["citizen","foreigner"],"life_events":["work"],"steps":[{"vi":"Bạn nộp đơn, bằng cấp và giấy khám sức khỏe.","en":"File the request, your qualification and a health certificate."},{"vi":"Chi cục Chăn nuôi và Thú y xem xét.","en":"The Sub-department examines them."},{"vi":"Bạn nhận chứng chỉ tại quầy, qua bưu chính hoặc bản điện tử.","en":"You receive the certificate at the counter, by post or electronically."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":5},"fees":[{"name":{"vi":"Lệ phí cấp chứng chỉ hành nghề thú y (mức áp dụng đến hết ngày 31/12/2026; sau đó là 50.000 đồng)","en":"Charge for the certificate (until 31 December 2026; then 50,000 đồng)"},"amount":25000,"kind":"charge"}]},{"channel":"online","limit":{"unit":"working-days","n":5},"fees":[{"name":{"vi":"Lệ phí cấp chứng chỉ hành nghề thú y (mức áp dụng đến hết ngày 31/12/2026; sau đó là 50.000 đồng)","en":"Charge for the certificate (until 31 December 2026; then 50,000 đồng)"},"amount":25000,"kind":"charge"}]},{"channel":"postal","limit":{"unit":"working-days","n":5},"fees":[{"name":{"vi":"Lệ phí cấp chứng chỉ hành nghề thú y (mức áp dụng đến hết ngày 31/12/2026; sau đó là 50.000 đồng)","en":"Charge for the certificate (until 31 December 2026; then 50,000 đồng)"},"amount":25000,"kind":"charge"}]}],"papers":[{"id":"request","name":{"vi":"Đơn đăng ký cấp chứng chỉ hành nghề thú y (Mẫu số 01.HNTY Nghị định số 32/2026/NĐ-CP)","en":"Request (Form 01.HNTY, Decree 32/2026)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"degree","name":{"vi":"Văn bằng chuyên môn hoặc giấy xác nhận đã qua tập huấn","en":"Professional diploma or proof of training"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"health","name":{"vi":"Giấy chứng nhận sức khỏe","en":"Health certificate"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"work-permit","name":{"vi":"Giấy phép lao động hoặc giấy xác nhận không thuộc diện cấp phép (người nước ngoài)","en":"Work permit or exemption (foreigners)"},"originals":0,"copies":1,"required":false}],"results":[{"code":"KQ.G10.000865","name":{"vi":"Chứng chỉ hành nghề thú y","en":"Animal health practising certificate"}}],"legal_basis":[{"number":"79/2015/QH13","name":{"vi":"Luật Thú y"}},{"number":"35/2016/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều của Luật Thú y"}},{"number":"32/2026/NĐ-CP","name":{"vi":"Nghị định sửa đổi, bổ sung một số điều của các nghị định trong lĩnh vực chăn nuôi và thú y"}},{"number":"101/2020/TT-BTC","name":{"vi":"Thông tư quy định mức thu, chế độ thu, nộp, quản lý phí, lệ phí trong công tác thú y"}},{"number":"64/2025/TT-BTC","name":{"vi":"Thông tư quy định mức thu, miễn một số khoản phí, lệ phí nhằm hỗ trợ doanh nghiệp, người dân"}}],"keywords":["thú y","bác sĩ thú y","hành nghề thú y","chứng chỉ thú y"],"form":{"questions":[{"id":"practice","kind":{"kind":"choice","choices":[{"id":"treatment","label":{"vi":"Khám, chữa bệnh cho vật nuôi","en":"Treating animals"}},{"id":"sale","label":{"vi":"Bán thuốc thú y","en":"Selling veterinary medicines"}},{"id":"test","label":{"vi":"Xét nghiệm, kiểm dịch","en":"Testing, quarantine services"}}]},"label":{"vi":"Bạn hành nghề gì?","en":"What will you do?"},"required":true},{"id":"degree","kind":{"kind":"text","length_max":120},"label":{"vi":"Bằng cấp chuyên môn","en":"Qualification"},"required":true},{"id":"place","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi hành nghề","en":"Place of practice"},"required":true},{"id":"phone","kind":{"kind":"phone"},"label":{"vi":"Điện thoại","en":"Telephone"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"animal-health","role":"officer","hours":20,"product":{"vi":"Dự thảo chứng chỉ","en":"Draft certificate"}},{"id":"check","name":{"vi":"Kiểm tra","en":"Check"},"unit":"animal-health","role":"division-head","hours":8,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký chứng chỉ","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":6,"product":{"vi":"Chứng chỉ đã ký","en":"Signed certificate"}}]}}', ''),
	('1.004873', 1, '2025-07-01', NULL, '{"code":"1.004873","version":1,"name":{"vi":"Thủ tục cấp Giấy xác nhận tình trạng hôn nhân","en":"Certificate of marital status"},"short_name":{"vi":"Xin giấy xác nhận độc thân","en":"Get a certificate of marital status"},"summary":{"vi":"Bạn xin giấy xác nhận hiện tại bạn chưa kết hôn hoặc đã ly hôn, thường cần khi kết hôn hoặc mua bán nhà đất.","en":"Get a certificate that you are unmarried or divorced, often needed to marry or to buy or sell property."},"field":"civil-status","audiences":["citizen"],"life_events":["marriage","papers"],"steps":[{"vi":"Bạn điền tờ khai, nói rõ dùng giấy vào việc gì, rồi nộp trực tuyến, qua bưu chính hoặc tại quầy.","en":"Fill in the form, say what the certificate is for, and file it online, by post or at the counter."},{"vi":"Công chức hộ tịch kiểm tra tình trạng hôn nhân; nếu bạn từng ở nơi khác thì hỏi lại nơi đó.","en":"The civil status officer checks your status and asks any other commune you lived in."},{"vi":"Chủ tịch Ủy ban nhân dân cấp xã ký giấy xác nhận.","en":"The chair of the commune signs the certificate."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí cấp giấy xác nhận tình trạng hôn nhân","en":"Charge for the certificate"},"amount":15000,"kind":"charge","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí cấp giấy xác nhận tình trạng hôn nhân","en":"Charge for the certificate"},"amount":15000,"kind":"charge","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí cấp giấy xác nhận tình trạng hôn nhân","en":"Charge for the certificate"},"amount":15000,"kind":"charge","example":true}]}],"papers":[{"id":"declaration","name":{"vi":"Tờ khai cấp giấy xác nhận tình trạng hôn nhân","en":"Declaration for the certificate"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"end-of-marriage","name":{"vi":"Giấy tờ về việc ly hôn hoặc vợ, chồng đã mất (nếu từng kết hôn)","en":"Proof of divorce or of the spouse''s death (if you were married)"},"originals":0,"copies":1,"required":false,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}},{"id":"authorisation","name":{"vi":"Văn bản ủy quyền (khi nhờ người khác đi làm thay)","en":"Letter of authorisation (when someone else files for you)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột làm thay thì không cần chứng thực.","en":"It need not be certified for a grandparent, parent, child, spouse or sibling."}}],"results":[{"name":{"vi":"Giấy xác nhận tình trạng hôn nhân","en":"Certificate of marital status"}}],"legal_basis":[{"number":"60/2014/QH13","name":{"vi":"Luật Hộ tịch"}},{"number":"123/2015/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch"}},{"number":"87/2020/NĐ-CP","name":{"vi":"Nghị định quy định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến"}},{"number":"120/2025/NĐ-CP","name":{"vi":"Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp"}}],"keywords":["giấy xác nhận tình trạng hôn nhân","giấy độc thân","chưa kết hôn","ly hôn"],"form":{"questions":[{"id":"purpose","kind":{"kind":"choice","choices":[{"id":"marriage","label":{"vi":"Kết hôn","en":"To marry"}},{"id":"property","label":{"vi":"Mua bán nhà đất","en":"To buy or sell property"}},{"id":"other","label":{"vi":"Việc khác","en":"Something else"}}]},"label":{"vi":"Bạn dùng giấy vào việc gì?","en":"What is it for?"},"required":true},{"id":"purpose-detail","kind":{"kind":"text","length_max":200},"label":{"vi":"Nói rõ thêm","en":"Details"},"required":false},{"id":"current-status","kind":{"kind":"choice","choices":[{"id":"never-married","label":{"vi":"Chưa kết hôn","en":"Never married"}},{"id":"divorced","label":{"vi":"Đã ly hôn","en":"Divorced"}},{"id":"widowed","label":{"vi":"Vợ hoặc chồng đã mất","en":"Widowed"}}]},"label":{"vi":"Tình trạng hiện tại","en":"Present status"},"required":true},{"id":"lived-elsewhere","kind":{"kind":"yes-no"},"label":{"vi":"Từ khi đủ tuổi kết hôn, bạn có ở nơi khác không?","en":"Have you lived elsewhere since reaching marriageable age?"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Xác minh tình trạng hôn nhân","en":"Verify marital status"},"unit":"civil-status","role":"officer","hours":14,"product":{"vi":"Dự thảo giấy xác nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy xác nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy xác nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('1.008628', 1, '2025-07-01', NULL, '{"code":"1.008628","version":1,"name":{"vi":"Cấp lại Chứng chỉ hành nghề luật sư trong trường hợp bị mất, bị rách, bị cháy hoặc vì lý do khác không cố ý","en":"Replacement of a lost, torn or burnt lawyer''s practising certificate"},"short_name":{"vi":"Cấp lại chứng chỉ hành nghề luật sư","en":"Replace a lawyer''s certificate"},"summary":{"vi":"Luật sư bị mất, rách hoặc cháy chứng chỉ hành nghề thì xin cấp lại ở đây.","en":"A lawyer whose practising certificate was lost, torn or burnt can ask for a new one here."},"field":"lawyers","audiences":["citizen"],"life_events":["work"],"steps":[{"vi":"Bạn nộp văn bản đề nghị và bản sao bằng cấp.","en":"File a request and copies of your qualifications."},{"vi":"Sở Tư pháp kiểm tra hồ sơ hành nghề của bạn.","en":"The Department of Justice checks your record."},{"vi":"Chứng chỉ được ký cấp lại theo ủy quyền của Chủ tịch Ủy ban nhân dân tỉnh.","en":"The certificate is signed under authority of the provincial chair."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":15},"fees":[{"name":{"vi":"Phí thẩm định cấp lại chứng chỉ hành nghề luật sư","en":"Examination fee"},"amount":800000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":15},"fees":[{"name":{"vi":"Phí thẩm định cấp lại chứng chỉ hành nghề luật sư","en":"Examination fee"},"amount":800000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":15},"fees":[{"name":{"vi":"Phí thẩm định cấp lại chứng chỉ hành nghề luật sư","en":"Examination fee"},"amount":800000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Văn bản đề nghị cấp lại chứng chỉ hành nghề luật sư","en":"Request for replacement"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"degree","name":{"vi":"Bản sao bằng cử nhân luật hoặc thạc sĩ luật","en":"Copy of the law degree"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Giáo sư, phó giáo sư, tiến sĩ luật không phải nộp.","en":"Not needed for professors and doctors of law."}},{"id":"training","name":{"vi":"Bản sao giấy chứng nhận kiểm tra kết quả tập sự hoặc giấy tờ được miễn tập sự","en":"Copy of the training result or of the exemption"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G15.000102","name":{"vi":"Chứng chỉ hành nghề luật sư","en":"Lawyer''s practising certificate"}}],"legal_basis":[{"number":"65/2006/QH11","name":{"vi":"Luật Luật sư"}},{"number":"20/2012/QH13","name":{"vi":"Luật sửa đổi, bổ sung một số điều của Luật Luật sư"}},{"number":"05/2021/TT-BTP","name":{"vi":"Thông tư hướng dẫn một số điều và biện pháp thi hành Luật Luật sư"}},{"number":"121/2025/NĐ-CP","name":{"vi":"Nghị định về phân quyền, phân cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp"}},{"number":"220/2016/TT-BTC","name":{"vi":"Thông tư quy định mức thu, chế độ thu, nộp, quản lý phí, lệ phí trong lĩnh vực hoạt động luật sư"}}],"keywords":["luật sư","chứng chỉ hành nghề luật sư","mất chứng chỉ"],"form":{"questions":[{"id":"certificate-number","kind":{"kind":"text","length_max":40},"label":{"vi":"Số chứng chỉ cũ","en":"Number of the old certificate"},"required":true},{"id":"reason","kind":{"kind":"choice","choices":[{"id":"lost","label":{"vi":"Bị mất","en":"Lost"}},{"id":"torn","label":{"vi":"Bị rách","en":"Torn"}},{"id":"burnt","label":{"vi":"Bị cháy","en":"Burnt"}},{"id":"other","label":{"vi":"Lý do khác","en":"Other"}}]},"label":{"vi":"Lý do cấp lại","en":"Reason"},"required":true},{"id":"story","kind":{"kind":"long-text","length_max":500},"label":{"vi":"Kể ngắn gọn sự việc","en":"Briefly, what happened"},"required":true},{"id":"bar","kind":{"kind":"text","length_max":120},"label":{"vi":"Đoàn luật sư","en":"Bar association"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"administration","role":"officer","hours":56,"product":{"vi":"Phiếu thẩm định","en":"Examination note"}},{"id":"check","name":{"vi":"Kiểm tra và trình","en":"Check and submit"},"unit":"administration","role":"division-head","hours":24,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký chứng chỉ cấp lại","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":24,"product":{"vi":"Chứng chỉ hành nghề luật sư","en":"Practising certificate"}}]}}', ''),
	('1.010827', 1, '2025-07-01', NULL, '{"code":"1.010827","version":1,"name":{"vi":"Di chuyển hồ sơ khi người hưởng trợ cấp ưu đãi thay đổi nơi thường trú","en":"Transfer of the file of a beneficiary with meritorious service who moves"},"short_name":{"vi":"Chuyển hồ sơ người có công khi đổi nơi ở","en":"Move a meritorious person''s file"},"summary":{"vi":"Người đang hưởng trợ cấp ưu đãi chuyển nơi thường trú thì làm thủ tục này để nhận trợ cấp ở nơi mới.","en":"A beneficiary who moves does this to receive the allowance in the new place."},"field":"merit","audiences":["citizen"],"life_events":["support"],"steps":[{"vi":"Bạn nộp đơn và giấy tờ cư trú tại quầy hoặc qua bưu chính.","en":"File the request and proof of residence at the counter or by post."},{"vi":"Phòng Người có công kiểm tra và niêm phong hồ sơ.","en":"The division checks and seals the file."},{"vi":"Sở Nội vụ gửi hồ sơ đến nơi ở mới và báo cho bạn.","en":"The department sends the file to the new place and tells you."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"calendar-days","n":24},"free":true},{"channel":"postal","limit":{"unit":"calendar-days","n":24},"free":true}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị (Mẫu số 27 Nghị định số 131/2021/NĐ-CP)","en":"Request (Form 27, Decree 131/2021)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"residence","name":{"vi":"Bản sao chứng thực căn cước công dân hoặc giấy xác nhận của cơ quan đăng ký cư trú","en":"Certified copy of the identity card, or confirmation of residence"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G09.000437","name":{"vi":"Phiếu báo di chuyển hồ sơ người có công","en":"Notice of transfer of the file"}}],"legal_basis":[{"number":"02/2020/UBTVQH14","name":{"vi":"Pháp lệnh Ưu đãi người có công với cách mạng"}},{"number":"131/2021/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết và biện pháp thi hành Pháp lệnh Ưu đãi người có công với cách mạng"}}],"keywords":["người có công","thương binh","chuyển hồ sơ","trợ cấp ưu đãi"],"form":{"questions":[{"id":"person-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên người hưởng","en":"Name of the beneficiary"},"required":true},{"id":"file-number","kind":{"kind":"text","length_max":40},"label":{"vi":"Số hồ sơ (nếu biết)","en":"File number (if known)"},"required":false},{"id":"old-address","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi ở cũ","en":"Old address"},"required":true},{"id":"new-address","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi ở mới","en":"New address"},"required":true},{"id":"move-date","kind":{"kind":"date"},"label":{"vi":"Ngày chuyển","en":"Date of the move"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra, sao lục hồ sơ","en":"Check and copy the file"},"unit":"merit","role":"officer","hours":64,"product":{"vi":"Hồ sơ đã kiểm tra","en":"Checked file"}},{"id":"check","name":{"vi":"Kiểm tra và niêm phong","en":"Check and seal"},"unit":"merit","role":"division-head","hours":24,"product":{"vi":"Hồ sơ niêm phong","en":"Sealed file"}},{"id":"approve","name":{"vi":"Ký phiếu báo di chuyển","en":"Sign the notice"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Phiếu báo đã ký","en":"Signed notice"}}]}}', ''),
	('1.011441', 1, '2025-07-01', NULL, '{"code":"1.011441","version":1,"name":{"vi":"Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất","en":"Registration of a mortgage of land or of property on land"},"short_name":{"vi":"Đăng ký thế chấp nhà đất","en":"Register a mortgage on land"},"summary":{"vi":"Khi vay ngân hàng và thế chấp nhà đất, bạn hoặc ngân hàng đăng ký ở đây. Thường xong ngay trong ngày.","en":"When you mortgage land or a house for a loan, you or the bank register it here, usually within the day."},"field":"secured-transactions","audiences":["citizen","business","organisation"],"life_events":["property","home"],"steps":[{"vi":"Bạn hoặc ngân hàng nộp phiếu yêu cầu, hợp đồng và giấy chứng nhận.","en":"You or the bank file the request, the contract and the certificate."},{"vi":"Văn phòng Đăng ký đất đai kiểm tra và ghi vào sổ địa chính.","en":"The Land Registration Office checks and records it."},{"vi":"Bạn nhận lại giấy chứng nhận đã ghi nội dung thế chấp.","en":"You get the certificate back with the mortgage noted."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-hours","n":8},"note":{"vi":"Khi có lý do chính đáng, thời hạn có thể kéo dài nhưng không quá 3 ngày làm việc. Nộp sau 15 giờ có thể xong vào ngày làm việc tiếp theo.","en":"With good reason it may take longer, but not more than 3 working days. If filed after 15:00 it may be done on the next working day."},"fees":[{"name":{"vi":"Phí đăng ký biện pháp bảo đảm","en":"Registration fee"},"amount":80000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"working-hours","n":8},"note":{"vi":"Khi có lý do chính đáng, thời hạn có thể kéo dài nhưng không quá 3 ngày làm việc. Nộp sau 15 giờ có thể xong vào ngày làm việc tiếp theo.","en":"With good reason it may take longer, but not more than 3 working days. If filed after 15:00 it may be done on the next working day."},"fees":[{"name":{"vi":"Phí đăng ký biện pháp bảo đảm","en":"Registration fee"},"amount":80000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"working-hours","n":8},"note":{"vi":"Khi có lý do chính đáng, thời hạn có thể kéo dài nhưng không quá 3 ngày làm việc. Nộp sau 15 giờ có thể xong vào ngày làm việc tiếp theo.","en":"With good reason it may take longer, but not more than 3 working days. If filed after 15:00 it may be done on the next working day."},"fees":[{"name":{"vi":"Phí đăng ký biện pháp bảo đảm","en":"Registration fee"},"amount":80000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Phiếu yêu cầu đăng ký (Mẫu số 01a Nghị định số 99/2022/NĐ-CP)","en":"Request for registration (Form 01a, Decree 99/2022)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"contract","name":{"vi":"Hợp đồng bảo đảm","en":"Security contract"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Hợp đồng thế chấp nhà đất phải có công chứng, chứng thực khi luật quy định.","en":"Notarised or certified where the law requires."}},{"id":"certificate","name":{"vi":"Giấy chứng nhận (bản gốc)","en":"The land certificate (original)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"representation","name":{"vi":"Văn bản về đại diện (nếu có người đại diện)","en":"Authority of a representative (if any)"},"originals":0,"copies":1,"required":false}],"results":[{"code":"KQ.G15.000334","name":{"vi":"Phiếu yêu cầu đăng ký có xác nhận của cơ quan đăng ký","en":"Request confirmed by the registry"}}],"legal_basis":[{"number":"99/2022/NĐ-CP","name":{"vi":"Nghị định về đăng ký biện pháp bảo đảm"}}],"keywords":["thế chấp sổ đỏ","vay ngân hàng","đăng ký thế chấp","giao dịch bảo đảm"],"form":{"questions":[{"id":"mortgagor","kind":{"kind":"text","length_max":120},"label":{"vi":"Bên thế chấp","en":"Mortgagor"},"required":true},{"id":"lender","kind":{"kind":"text","length_max":120},"label":{"vi":"Bên nhận thế chấp","en":"Lender"},"required":true},{"id":"plot","kind":{"kind":"text","length_max":200},"label":{"vi":"Thửa đất số, tờ bản đồ số","en":"Plot and map sheet"},"required":true},{"id":"contract-number","kind":{"kind":"text","length_max":60},"label":{"vi":"Số hợp đồng","en":"Contract number"},"required":true},{"id":"contract-date","kind":{"kind":"date"},"label":{"vi":"Ngày ký hợp đồng","en":"Date of the contract"},"required":true},{"id":"property","kind":{"kind":"choice","choices":[{"id":"land","label":{"vi":"Chỉ đất","en":"Land only"}},{"id":"house","label":{"vi":"Chỉ nhà, công trình","en":"Building only"}},{"id":"both","label":{"vi":"Cả đất và nhà","en":"Land and building"}}]},"label":{"vi":"Tài sản thế chấp","en":"Mortgaged property"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra và ghi sổ","en":"Check and record"},"unit":"land-registry","role":"officer","hours":5,"product":{"vi":"Nội dung đăng ký đã ghi","en":"Entry made"}},{"id":"approve","name":{"vi":"Xác nhận đăng ký","en":"Confirm the registration"},"unit":"land-registry","role":"division-head","hours":2,"product":{"vi":"Phiếu yêu cầu đã xác nhận","en":"Confirmed request"}}]}}', ''),
	('1.012422', 1, '2025-07-01', NULL, '{"code":"1.012422","version":1,"name":{"vi":"Đề nghị xét tặng Danh hiệu “Thầy thuốc Nhân dân”, “Thầy thuốc Ưu tú”","en":"Titles “People''s Physician” and “Outstanding Physician”"},"short_name":{"vi":"Đề nghị danh hiệu Thầy thuốc ưu tú, Thầy thuốc nhân dân","en":"Propose a physician''s title of honour"},"summary":{"vi":"Cơ sở y tế và cá nhân lập hồ sơ đề nghị xét tặng danh hiệu cao quý cho thầy thuốc có nhiều cống hiến.","en":"Health facilities and doctors put together the file for a title honouring long service."},"field":"commendation","audiences":["citizen","organisation"],"life_events":["work"],"steps":[{"vi":"Cá nhân gửi báo cáo thành tích qua đơn vị công tác.","en":"The doctor sends a record of achievement through the workplace."},{"vi":"Hội đồng cấp tỉnh họp, lấy ý kiến và bỏ phiếu.","en":"The provincial council meets, gathers opinions and votes."},{"vi":"Hồ sơ đạt được trình cấp trên xem xét, Chủ tịch nước quyết định.","en":"Files that pass go up for decision by the State President."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"months","n":6},"free":true},{"channel":"online","limit":{"unit":"months","n":6},"free":true},{"channel":"postal","limit":{"unit":"months","n":6},"free":true}],"papers":[{"id":"achievement","name":{"vi":"Báo cáo thành tích đề nghị xét tặng danh hiệu (Mẫu số 08 hoặc Mẫu số 09 Nghị định số 25/2024/NĐ-CP)","en":"Report of achievement (Form 08 or 09, Decree 25/2024)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Có xác nhận của thủ trưởng đơn vị.","en":"Confirmed by the head of the workplace."}}],"results":[{"code":"KQ.G18.000151","name":{"vi":"Quyết định công nhận danh hiệu","en":"Decision conferring the title"}}],"legal_basis":[{"number":"06/2022/QH15","name":{"vi":"Luật Thi đua, khen thưởng"}},{"number":"98/2023/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng"}},{"number":"25/2024/NĐ-CP","name":{"vi":"Nghị định về xét tặng danh hiệu “Thầy thuốc nhân dân”, “Thầy thuốc ưu tú”"}}],"keywords":["thầy thuốc ưu tú","thầy thuốc nhân dân","danh hiệu","khen thưởng ngành y"],"form":{"questions":[{"id":"title","kind":{"kind":"choice","choices":[{"id":"outstanding","label":{"vi":"Thầy thuốc ưu tú","en":"Outstanding Physician"}},{"id":"people","label":{"vi":"Thầy thuốc nhân dân","en":"People''s Physician"}}]},"label":{"vi":"Danh hiệu đề nghị","en":"Title proposed"},"required":true},{"id":"workplace","kind":{"kind":"text","length_max":200},"label":{"vi":"Đơn vị công tác","en":"Workplace"},"required":true},{"id":"years","kind":{"kind":"number","min":0,"max":80},"label":{"vi":"Số năm trong nghề","en":"Years in the profession"},"required":true},{"id":"summary","kind":{"kind":"long-text","length_max":1000},"label":{"vi":"Tóm tắt cống hiến","en":"Summary of service"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm tra hồ sơ","en":"Examine the dossier"},"unit":"organisation","role":"officer","hours":240,"product":{"vi":"Tổng hợp hồ sơ","en":"File summary"}},{"id":"council","name":{"vi":"Họp hội đồng cấp tỉnh","en":"Provincial council"},"unit":"organisation","role":"division-head","hours":400,"product":{"vi":"Biên bản hội đồng","en":"Council minutes"}},{"id":"approve","name":{"vi":"Ký tờ trình đề nghị xét tặng","en":"Sign the proposal"},"unit":"leadership","role":"agency-head","hours":80,"product":{"vi":"Tờ trình đã ký","en":"Signed proposal"}}]}}', ''),
	('1.012784', 1, '2025-07-01', NULL, '{"code":"1.012784","version":1,"name":{"vi":"Tách thửa hoặc hợp thửa đất","en":"Division or merging of land plots"},"short_name":{"vi":"Tách thửa, gộp thửa đất","en":"Divide or merge plots"},"summary":{"vi":"Bạn muốn chia một thửa đất thành nhiều thửa, hoặc gộp các thửa liền nhau, thì nộp hồ sơ ở đây.","en":"File here to divide one plot into several or merge neighbouring plots."},"field":"land","audiences":["citizen","business","organisation"],"life_events":["home","property"],"steps":[{"vi":"Bạn nộp đơn, giấy chứng nhận và bản vẽ tách, hợp thửa.","en":"File the request, the land certificate and the drawing."},{"vi":"Văn phòng Đăng ký đất đai kiểm tra thửa đất và điều kiện tách, hợp thửa.","en":"The Land Registration Office checks the plot and the conditions."},{"vi":"Bạn nhận giấy chứng nhận cho từng thửa mới.","en":"You receive a certificate for each new plot."}],"conditions":{"vi":"Thửa đất đã có giấy chứng nhận, còn thời hạn sử dụng, không tranh chấp, không bị kê biên; thửa mới bảo đảm diện tích tối thiểu và có lối đi.","en":"The plot has a certificate, is within its term, is not disputed or seized; the new plots keep the minimum area and have access."},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":22},"fees":[{"name":{"vi":"Lệ phí cấp giấy chứng nhận (mỗi thửa)","en":"Charge for the certificate (a plot)"},"amount":50000,"kind":"charge","example":true},{"name":{"vi":"Phí thẩm định hồ sơ","en":"Examination fee"},"amount":150000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":12},"fees":[{"name":{"vi":"Lệ phí cấp giấy chứng nhận (mỗi thửa)","en":"Charge for the certificate (a plot)"},"amount":50000,"kind":"charge","example":true},{"name":{"vi":"Phí thẩm định hồ sơ","en":"Examination fee"},"amount":150000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":12},"fees":[{"name":{"vi":"Lệ phí cấp giấy chứng nhận (mỗi thửa)","en":"Charge for the certificate (a plot)"},"amount":50000,"kind":"charge","example":true},{"name":{"vi":"Phí thẩm định hồ sơ","en":"Examination fee"},"amount":150000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị tách thửa đất, hợp thửa đất (Mẫu số 21 Nghị định số 151/2025/NĐ-CP)","en":"Request (Form 21, Decree 151/2025)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"certificate","name":{"vi":"Giấy chứng nhận đã cấp","en":"The land certificate"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Quét đủ các trang; mang bản gốc khi được hẹn.","en":"Scan every page; bring the original when asked."}},{"id":"drawing","name":{"vi":"Bản vẽ tách thửa đất, hợp thửa đất (Mẫu số 22 Nghị định số 151/2025/NĐ-CP)","en":"Drawing of the plots (Form 22, Decree 151/2025)"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Có tọa độ, kích thước và xác nhận của đơn vị đo.","en":"With coordinates, measurements and the surveyor''s confirmation."}},{"id":"decisions","name":{"vi":"Văn bản của cơ quan có thẩm quyền về tách, hợp thửa (nếu có)","en":"Decisions of an authority about the plots (if any)"},"originals":0,"copies":1,"required":false}],"results":[{"code":"KQ.G10.001147","name":{"vi":"Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất","en":"Land certificate"}}],"legal_basis":[{"number":"31/2024/QH15","name":{"vi":"Luật Đất đai"}},{"number":"101/2024/NĐ-CP","name":{"vi":"Nghị định quy định về điều tra cơ bản đất đai; đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất và Hệ thống thông tin đất đai"}},{"number":"151/2025/NĐ-CP","name":{"vi":"Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp, phân quyền, phân cấp trong lĩnh vực đất đai"}}],"keywords":["tách thửa","hợp thửa","chia đất","sổ đỏ","tách sổ"],"form":{"questions":[{"id":"kind","kind":{"kind":"choice","choices":[{"id":"divide","label":{"vi":"Tách thửa","en":"Divide"}},{"id":"merge","label":{"vi":"Hợp thửa","en":"Merge"}}]},"label":{"vi":"Bạn muốn","en":"You want to"},"required":true},{"id":"plots","kind":{"kind":"text","length_max":200},"label":{"vi":"Thửa đất số, tờ bản đồ số","en":"Plot and map sheet"},"required":true},{"id":"commune","kind":{"kind":"text","length_max":80},"label":{"vi":"Xã, phường có đất","en":"Commune of the land"},"required":true},{"id":"area","kind":{"kind":"number","min":1,"max":1000000},"label":{"vi":"Tổng diện tích (m²)","en":"Total area (m²)"},"required":true},{"id":"new-plots","kind":{"kind":"number","min":1,"max":50},"label":{"vi":"Số thửa sau khi tách hoặc hợp","en":"Number of plots afterwards"},"required":true},{"id":"reason","kind":{"kind":"text","length_max":200},"label":{"vi":"Lý do","en":"Reason"},"required":false}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ, bản vẽ","en":"Examine dossier and drawing"},"unit":"land-registry","role":"officer","hours":40,"product":{"vi":"Phiếu kiểm tra","en":"Examination note"}},{"id":"update","name":{"vi":"Cập nhật hồ sơ địa chính, soạn giấy","en":"Update records and draft"},"unit":"land-registry","role":"officer","hours":32,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"land-registry","role":"division-head","hours":16,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('1.012812', 1, '2025-07-01', NULL, '{"code":"1.012812","version":1,"name":{"vi":"Hòa giải tranh chấp đất đai","en":"Mediation of a land dispute"},"short_name":{"vi":"Nhờ xã hòa giải tranh chấp đất","en":"Ask for mediation of a land dispute"},"summary":{"vi":"Khi có tranh chấp đất với hàng xóm hoặc người thân mà chưa tự thỏa thuận được, bạn có thể nhờ Ủy ban nhân dân cấp xã đứng ra hòa giải.","en":"If you cannot settle a land dispute with a neighbour or relative, the commune can mediate."},"field":"land","audiences":["citizen","business","organisation"],"life_events":["home"],"steps":[{"vi":"Bạn nộp đơn tại quầy hoặc gửi qua bưu chính.","en":"File the request at the counter or by post."},{"vi":"Xã tìm hiểu nguyên nhân, thu thập giấy tờ và hiện trạng thửa đất.","en":"The commune looks into the cause, the papers and the plot."},{"vi":"Hội đồng hòa giải mời các bên đến họp.","en":"A mediation council invites the parties to meet."},{"vi":"Kết quả được ghi thành biên bản gửi cho các bên.","en":"The outcome is written in minutes sent to the parties."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"calendar-days","n":40},"free":true},{"channel":"postal","limit":{"unit":"calendar-days","n":30},"free":true}],"papers":[{"id":"request","name":{"vi":"Đơn yêu cầu hòa giải tranh chấp đất đai","en":"Request for mediation"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"land-papers","name":{"vi":"Giấy tờ liên quan đến việc sử dụng đất","en":"Papers about the use of the land"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G13.000291","name":{"vi":"Biên bản hòa giải","en":"Mediation minutes"}}],"legal_basis":[{"number":"31/2024/QH15","name":{"vi":"Luật Đất đai"}},{"number":"102/2024/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết thi hành một số điều của Luật Đất đai"}}],"keywords":["tranh chấp đất","hòa giải đất đai","lấn đất","ranh giới đất"],"form":{"questions":[{"id":"other-party","kind":{"kind":"text","length_max":120},"label":{"vi":"Bên tranh chấp với bạn","en":"The other party"},"required":true},{"id":"plot","kind":{"kind":"text","length_max":200},"label":{"vi":"Thửa đất tranh chấp","en":"The plot in dispute"},"required":true},{"id":"story","kind":{"kind":"long-text","length_max":1000},"label":{"vi":"Sự việc","en":"What happened"},"hint":{"vi":"Kể ngắn gọn: từ khi nào, chỗ nào, bạn mong muốn gì.","en":"Briefly: since when, where, and what you would like."},"required":true},{"id":"tried","kind":{"kind":"yes-no"},"label":{"vi":"Hai bên đã tự thương lượng chưa?","en":"Have you tried to agree?"},"required":true}]},"process":{"version":1,"steps":[{"id":"verify","name":{"vi":"Xác minh nguồn gốc, hiện trạng","en":"Verify origin and present state"},"unit":"economy","role":"officer","hours":56,"product":{"vi":"Báo cáo xác minh","en":"Verification report"}},{"id":"council","name":{"vi":"Tổ chức hội đồng hòa giải","en":"Hold the mediation council"},"unit":"economy","role":"division-head","hours":56,"product":{"vi":"Dự thảo biên bản hòa giải","en":"Draft minutes"}},{"id":"approve","name":{"vi":"Ký biên bản hòa giải","en":"Sign the minutes"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Biên bản hòa giải","en":"Signed minutes"}}]}}', ''),
	('1.012906', 1, '2025-07-01', NULL, '{"code":"1.012906","version":1,"name":{"vi":"Cấp mới chứng chỉ hành nghề môi giới bất động sản","en":"New practising certificate for real estate brokers"},"short_name":{"vi":"Xin chứng chỉ môi giới bất động sản","en":"Get a real estate broker''s certificate"},"summary":{"vi":"Người đã học xong khóa bồi dưỡng đăng ký dự thi và nhận chứng chỉ hành nghề môi giới bất động sản.","en":"After the training course, register for the examination and get the broker''s certificate."},"field":"real-estate","audiences":["citizen","foreigner"],"life_events":["work"],"steps":[{"vi":"Bạn nộp đơn đăng ký dự thi và giấy tờ kèm theo.","en":"File the registration for the examination with its papers."},{"vi":"Bạn dự thi theo lịch thông báo.","en":"Sit the examination on the date announced."},{"vi":"Người thi đạt được Sở Xây dựng cấp chứng chỉ.","en":"Those who pass receive the certificate from the Department of Construction."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":10},"free":true},{"channel":"online","limit":{"unit":"working-days","n":10},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":10},"free":true}],"papers":[{"id":"request","name":{"vi":"Đơn đăng ký dự thi có dán ảnh","en":"Registration form with photo"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh màu 4x6 cm chụp trong 06 tháng.","en":"Colour photo 4x6 cm, taken within 6 months."}},{"id":"course","name":{"vi":"Bản sao chứng thực giấy chứng nhận hoàn thành khóa bồi dưỡng","en":"Certified copy of the course certificate"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"school","name":{"vi":"Bản sao chứng thực bằng tốt nghiệp trung học phổ thông trở lên","en":"Certified copy of the upper-secondary diploma or higher"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"photos","name":{"vi":"02 ảnh màu cỡ 4x6 cm","en":"2 colour photos 4x6 cm"},"originals":2,"copies":0,"required":true},{"id":"foreign-certificate","name":{"vi":"Bản sao và bản dịch chứng thực chứng chỉ nước ngoài (nếu có)","en":"Certified copy and translation of a foreign certificate (if any)"},"originals":0,"copies":1,"required":false}],"results":[{"code":"KQ.G17.000207","name":{"vi":"Chứng chỉ hành nghề môi giới bất động sản","en":"Real estate broker''s certificate"}}],"legal_basis":[{"number":"96/2024/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều của Luật Kinh doanh bất động sản"}},{"number":"144/2025/NĐ-CP","name":{"vi":"Nghị định về phân quyền, phân cấp trong lĩnh vực quản lý nhà nước của Bộ Xây dựng"}}],"keywords":["môi giới nhà đất","chứng chỉ môi giới","bất động sản"],"form":{"questions":[{"id":"course-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Nơi học khóa bồi dưỡng","en":"Training provider"},"required":true},{"id":"course-date","kind":{"kind":"date"},"label":{"vi":"Ngày hoàn thành khóa học","en":"Date the course ended"},"required":true},{"id":"education","kind":{"kind":"choice","choices":[{"id":"upper-secondary","label":{"vi":"Trung học phổ thông","en":"Upper secondary"}},{"id":"college","label":{"vi":"Cao đẳng, trung cấp","en":"College"}},{"id":"university","label":{"vi":"Đại học trở lên","en":"University or higher"}}]},"label":{"vi":"Trình độ cao nhất","en":"Highest education"},"required":true},{"id":"phone","kind":{"kind":"phone"},"label":{"vi":"Điện thoại báo lịch thi","en":"Telephone for the exam date"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ và kết quả thi","en":"Examine dossier and result"},"unit":"housing","role":"officer","hours":40,"product":{"vi":"Danh sách đủ điều kiện","en":"List of those eligible"}},{"id":"check","name":{"vi":"Kiểm tra danh sách","en":"Check the list"},"unit":"housing","role":"division-head","hours":16,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký chứng chỉ","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":12,"product":{"vi":"Chứng chỉ đã ký","en":"Signed certificate"}}]}}', ''),
	('1.013004', 1, '2025-07-01', NULL, '{"code":"1.013004","version":1,"name":{"vi":"Cấp giấy chứng nhận đăng ký phát triển điện mặt trời mái nhà tự sản xuất, tự tiêu thụ có đấu nối với hệ thống điện quốc gia","en":"Certificate of registration of rooftop solar power for own use, connected to the grid"},"short_name":{"vi":"Đăng ký điện mặt trời mái nhà","en":"Register rooftop solar power"},"summary":{"vi":"Bạn lắp điện mặt trời trên mái để tự dùng và có nối lưới điện thì đăng ký để được cấp giấy chứng nhận.","en":"If you put solar panels on your roof for your own use and connect to the grid, register to get a certificate."},"field":"electricity","audiences":["citizen","business","organisation"],"life_events":["home","property"],"steps":[{"vi":"Bạn nộp giấy đăng ký và sơ đồ lắp đặt, đấu nối tại quầy hoặc trực tuyến.","en":"File the registration and the connection diagram at the counter or online."},{"vi":"Phòng Quản lý năng lượng xem xét, hỏi ý kiến ngành điện khi cần.","en":"The Energy Division examines it and asks the power company where needed."},{"vi":"Sở Công Thương cấp giấy chứng nhận.","en":"The Department of Industry and Trade issues the certificate."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":10},"free":true},{"channel":"online","limit":{"unit":"working-days","n":10},"free":true}],"papers":[{"id":"registration","name":{"vi":"Giấy đăng ký (Mẫu số 03 Phụ lục III Nghị định số 243/2026/NĐ-CP)","en":"Registration (Form 03, Annex III, Decree 243/2026)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"diagram","name":{"vi":"Sơ đồ lắp đặt, đấu nối nguồn điện với phụ tải và lưới điện","en":"Diagram of installation and connection"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ghi rõ công suất và điểm đấu nối.","en":"Show the capacity and the connection point."}},{"id":"fire","name":{"vi":"Văn bản về phòng cháy, chữa cháy (nếu công trình thuộc diện thẩm định)","en":"Fire safety approval (if the building needs one)"},"originals":0,"copies":1,"required":false}],"results":[{"name":{"vi":"Giấy chứng nhận đăng ký phát triển điện mặt trời mái nhà tự sản xuất, tự tiêu thụ","en":"Certificate of registration"}}],"legal_basis":[{"number":"58/2025/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều của Luật Điện lực về phát triển điện năng lượng tái tạo, điện năng lượng mới"}}],"keywords":["điện mặt trời","pin mặt trời","năng lượng mặt trời","đấu nối điện"],"form":{"questions":[{"id":"address","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi lắp đặt","en":"Place of installation"},"required":true},{"id":"capacity","kind":{"kind":"number","min":1,"max":100000},"label":{"vi":"Công suất lắp đặt (kWp)","en":"Capacity (kWp)"},"required":true},{"id":"voltage","kind":{"kind":"choice","choices":[{"id":"low","label":{"vi":"Hạ áp","en":"Low"}},{"id":"medium","label":{"vi":"Trung áp","en":"Medium"}}]},"label":{"vi":"Cấp điện áp đấu nối","en":"Connection voltage"},"required":true},{"id":"building","kind":{"kind":"choice","choices":[{"id":"home","label":{"vi":"Nhà ở","en":"Home"}},{"id":"office","label":{"vi":"Trụ sở, cửa hàng","en":"Office, shop"}},{"id":"factory","label":{"vi":"Nhà xưởng","en":"Factory"}}]},"label":{"vi":"Loại công trình","en":"Kind of building"},"required":true},{"id":"installer","kind":{"kind":"text","length_max":120},"label":{"vi":"Đơn vị lắp đặt","en":"Installer"},"required":false}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"energy","role":"officer","hours":40,"product":{"vi":"Phiếu thẩm định","en":"Examination note"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"energy","role":"division-head","hours":16,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":12,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('1.013225', 1, '2025-07-01', NULL, '{"code":"1.013225","version":1,"name":{"vi":"Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV (Công trình không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ","en":"Building permit for a new class III or IV structure or a private house"},"short_name":{"vi":"Xin giấy phép xây nhà","en":"Get a permit to build a house"},"summary":{"vi":"Trước khi xây nhà, bạn xin giấy phép tại Ủy ban nhân dân cấp xã nơi có đất. Hồ sơ gồm đơn, giấy tờ đất và bản vẽ.","en":"Before building a house, get a permit from the commune where the land is. You need a request, the land paper and drawings."},"field":"building","audiences":["citizen","business"],"life_events":["home","property"],"steps":[{"vi":"Bạn nộp đơn, giấy tờ đất và bản vẽ trực tuyến, qua bưu chính hoặc tại quầy.","en":"File the request, the land paper and the drawings online, by post or at the counter."},{"vi":"Công chức xem bản vẽ, đối chiếu quy hoạch và đến xem thửa đất.","en":"The officer looks at the drawings, compares them with the plan and visits the plot."},{"vi":"Trưởng phòng kiểm tra lại rồi trình Chủ tịch ký giấy phép.","en":"The head of division checks it and submits it to the chair for signature."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":7},"note":{"vi":"Thời hạn này áp dụng cho nhà ở riêng lẻ; công trình khác là 10 ngày làm việc.","en":"This limit is for private houses; other structures take 10 working days."},"fees":[{"name":{"vi":"Lệ phí cấp giấy phép xây dựng nhà ở riêng lẻ","en":"Charge for a house building permit"},"amount":75000,"kind":"charge","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":7},"note":{"vi":"Thời hạn này áp dụng cho nhà ở riêng lẻ; công trình khác là 10 ngày làm việc.","en":"This limit is for private houses; other structures take 10 working days."},"fees":[{"name":{"vi":"Lệ phí cấp giấy phép xây dựng nhà ở riêng lẻ","en":"Charge for a house building permit"},"amount":75000,"kind":"charge","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":7},"note":{"vi":"Thời hạn này áp dụng cho nhà ở riêng lẻ; công trình khác là 10 ngày làm việc.","en":"This limit is for private houses; other structures take 10 working days."},"fees":[{"name":{"vi":"Lệ phí cấp giấy phép xây dựng nhà ở riêng lẻ","en":"Charge for a house building permit"},"amount":75000,"kind":"charge","example":true}]}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị cấp giấy phép xây dựng","en":"Request for a building permit"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"land-paper","name":{"vi":"Giấy tờ hợp pháp về đất đai (ví dụ giấy chứng nhận quyền sử dụng đất)","en":"Lawful land paper (for example the land certificate)"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Quét đủ các trang, cả trang ghi thay đổi. Không cần nộp nếu đã có trong cơ sở dữ liệu đất đai.","en":"Scan every page, including the changes page. Not needed if it is in the land database."}},{"id":"drawings","name":{"vi":"Hồ sơ thiết kế xây dựng (02 bộ bản vẽ)","en":"Building drawings (2 sets)"},"originals":2,"copies":0,"required":true,"hint":{"vi":"Bản vẽ có tỷ lệ, kích thước và chữ ký người thiết kế.","en":"With scale, measurements and the designer''s signature."}},{"id":"fire","name":{"vi":"Kết quả thủ tục về phòng cháy, chữa cháy (nếu pháp luật yêu cầu)","en":"Fire safety result (where the law requires it)"},"originals":0,"copies":1,"required":false}],"results":[{"code":"KQ.G17.000311","name":{"vi":"Giấy phép xây dựng kèm hồ sơ thiết kế có đóng dấu","en":"Building permit with stamped drawings"}}],"legal_basis":[{"number":"50/2014/QH13","name":{"vi":"Luật Xây dựng"}},{"number":"62/2020/QH14","name":{"vi":"Luật sửa đổi, bổ sung một số điều của Luật Xây dựng"}},{"number":"175/2024/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Xây dựng về quản lý hoạt động xây dựng"}},{"number":"140/2025/NĐ-CP","name":{"vi":"Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Xây dựng"}}],"keywords":["giấy phép xây dựng","xây nhà","xin phép xây nhà","nhà ở riêng lẻ"],"form":{"questions":[{"id":"plot","kind":{"kind":"text","length_max":80},"label":{"vi":"Thửa đất số, tờ bản đồ số","en":"Plot and map sheet"},"required":true},{"id":"address","kind":{"kind":"text","length_max":200},"label":{"vi":"Địa điểm xây dựng","en":"Building site"},"required":true},{"id":"land-area","kind":{"kind":"number","min":1,"max":100000},"label":{"vi":"Diện tích thửa đất (m²)","en":"Plot area (m²)"},"required":true},{"id":"built-area","kind":{"kind":"number","min":1,"max":100000},"label":{"vi":"Diện tích xây dựng tầng một (m²)","en":"Ground floor area (m²)"},"required":true},{"id":"floors","kind":{"kind":"number","min":1,"max":20},"label":{"vi":"Số tầng","en":"Number of floors"},"required":true},{"id":"height","kind":{"kind":"number","min":1,"max":100},"label":{"vi":"Chiều cao công trình (m)","en":"Height (m)"},"required":true},{"id":"designer","kind":{"kind":"text","length_max":120},"label":{"vi":"Đơn vị hoặc người thiết kế","en":"Designer"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Xem xét bản vẽ và quy hoạch","en":"Examine drawings and plan"},"unit":"economy","role":"officer","hours":6,"product":{"vi":"Phiếu thẩm định"}},{"id":"site-visit","name":{"vi":"Kiểm tra thực địa","en":"Visit the site"},"unit":"economy","role":"officer","hours":8,"product":{"vi":"Biên bản kiểm tra"}},{"id":"opinion","name":{"vi":"Cho ý kiến về cảnh quan, di tích","en":"Give an opinion on landscape and heritage"},"unit":"social","role":"officer","hours":8,"product":{"vi":"Phiếu ý kiến"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo giấy phép","en":"Check the draft permit"},"unit":"economy","role":"division-head","hours":4,"product":{"vi":"Dự thảo giấy phép"}},{"id":"approve","name":{"vi":"Ký giấy phép xây dựng","en":"Sign the permit"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy phép đã ký"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A building permit of a commune: what is drawn is examined, the site visited and a neighbouring division asked at the\n     same time, whose silence does not hold it up, and the draft may be sent back once. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"building-permit\" targetNamespace=\"urn:motcua:demonstration\">\n  <process id=\"permit\" name=\"Cấp giấy phép xây dựng nhà ở riêng lẻ\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <exclusiveGateway id=\"again\"/>\n    <userTask id=\"review\" name=\"Xem xét bản vẽ và quy hoạch\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"6h\" product=\"Phiếu thẩm định\" english=\"Examine drawings and plan\"/>\n      </extensionElements>\n    </userTask>\n    <parallelGateway id=\"both\"/>\n    <userTask id=\"site-visit\" name=\"Kiểm tra thực địa\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"8h\" product=\"Biên bản kiểm tra\" english=\"Visit the site\"/>\n      </extensionElements>\n    </userTask>\n    <userTask id=\"opinion\" name=\"Cho ý kiến về cảnh quan, di tích\">\n      <extensionElements>\n        <motcua:step unit=\"social\" role=\"officer\" time=\"8h\" product=\"Phiếu ý kiến\" english=\"Give an opinion on landscape and heritage\"/>\n      </extensionElements>\n    </userTask>\n    <boundaryEvent id=\"silent\" name=\"Hết hạn cho ý kiến\" attachedToRef=\"opinion\">\n      <extensionElements><motcua:step english=\"The time for an opinion is over\"/></extensionElements>\n        <motcua:step english=\"The time for opinions is over\"/>\n      <timerEventDefinition><timeDuration>PT16H</timeDuration></timerEventDefinition>\n    </boundaryEvent>\n    <exclusiveGateway id=\"heard\"/>\n    <parallelGateway id=\"together\"/>\n    <userTask id=\"check\" name=\"Kiểm tra dự thảo giấy phép\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"division-head\" time=\"4h\" product=\"Dự thảo giấy phép\" english=\"Check the draft permit\">\n          <motcua:outcome key=\"good\" name=\"Đạt, trình ký\" english=\"Good, to be signed\"/>\n          <motcua:outcome key=\"back\" name=\"Chưa đạt, thẩm định lại\" english=\"Not yet, examine it again\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"draft-good\" name=\"Dự thảo đạt?\" default=\"to-sign\">\n      <extensionElements>\n        <motcua:step english=\"Is the draft good?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <userTask id=\"approve\" name=\"Ký giấy phép xây dựng\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"4h\" product=\"Giấy phép đã ký\" english=\"Sign the permit\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-again\" sourceRef=\"begin\" targetRef=\"again\"/>\n    <sequenceFlow id=\"to-review\" sourceRef=\"again\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-both\" sourceRef=\"review\" targetRef=\"both\"/>\n    <sequenceFlow id=\"to-visit\" sourceRef=\"both\" targetRef=\"site-visit\"/>\n    <sequenceFlow id=\"to-opinion\" sourceRef=\"both\" targetRef=\"opinion\"/>\n    <sequenceFlow id=\"from-visit\" sourceRef=\"site-visit\" targetRef=\"together\"/>\n    <sequenceFlow id=\"from-opinion\" sourceRef=\"opinion\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-silence\" sourceRef=\"silent\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-heard\" sourceRef=\"heard\" targetRef=\"together\"/>\n    <sequenceFlow id=\"to-check\" sourceRef=\"together\" targetRef=\"check\"/>\n    <sequenceFlow id=\"to-choice\" sourceRef=\"check\" targetRef=\"draft-good\"/>\n    <sequenceFlow id=\"send-back\" name=\"Chưa đạt\" sourceRef=\"draft-good\" targetRef=\"again\">\n      <extensionElements><motcua:bound times=\"1\"/></extensionElements>\n        <motcua:step english=\"Not yet\"/>\n      <conditionExpression>steps.check.outcome = \"back\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-sign\" name=\"Đạt\" sourceRef=\"draft-good\" targetRef=\"approve\">\n      <extensionElements>\n        <motcua:step english=\"It is\"/>\n      </extensionElements>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}}', ''),
	('1.013855', 1, '2025-07-01', NULL, '{"code":"1.013855","version":1,"name":{"vi":"Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm đối với cơ sở kinh doanh dịch vụ ăn uống, cơ sở sản xuất thực phẩm thuộc phạm vi quản lý của Bộ Y tế","en":"Food safety certificate for eateries and food makers under the Ministry of Health"},"short_name":{"vi":"Xin giấy an toàn thực phẩm cho quán ăn","en":"Food safety certificate for an eatery"},"summary":{"vi":"Quán ăn, nhà hàng, bếp ăn và cơ sở làm thực phẩm cần giấy chứng nhận đủ điều kiện an toàn thực phẩm. Sẽ có đoàn đến xem cơ sở.","en":"Eateries, restaurants, canteens and food makers need a food safety certificate. Inspectors will visit the premises."},"field":"food-safety","audiences":["household-business","business"],"life_events":["hospitality","licence"],"steps":[{"vi":"Bạn nộp đơn, bản thuyết minh cơ sở và giấy xác nhận sức khỏe.","en":"File the request, a description of the premises and health certificates."},{"vi":"Công chức xem hồ sơ rồi hẹn ngày đoàn thẩm định đến cơ sở.","en":"The officer examines the file and arranges an inspection."},{"vi":"Nếu đạt, bạn được cấp giấy chứng nhận; chưa đạt thì được hướng dẫn khắc phục.","en":"If you pass you get the certificate; if not, you are told what to put right."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":20},"fees":[{"name":{"vi":"Phí thẩm định cơ sở kinh doanh dịch vụ ăn uống","en":"Inspection fee for a catering business"},"amount":700000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":20},"fees":[{"name":{"vi":"Phí thẩm định cơ sở kinh doanh dịch vụ ăn uống","en":"Inspection fee for a catering business"},"amount":700000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":20},"fees":[{"name":{"vi":"Phí thẩm định cơ sở kinh doanh dịch vụ ăn uống","en":"Inspection fee for a catering business"},"amount":700000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị cấp giấy chứng nhận","en":"Request for the certificate"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"business-certificate","name":{"vi":"Bản sao giấy chứng nhận đăng ký kinh doanh có ngành nghề phù hợp","en":"Copy of the business registration with a matching trade"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"premises","name":{"vi":"Bản thuyết minh về cơ sở vật chất, trang thiết bị, dụng cụ","en":"Description of premises, equipment and tools"},"originals":1,"copies":0,"required":true},{"id":"health","name":{"vi":"Giấy xác nhận đủ sức khỏe của chủ cơ sở và người trực tiếp làm","en":"Health certificates of the owner and workers"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"training-list","name":{"vi":"Danh sách người đã được tập huấn kiến thức an toàn thực phẩm","en":"List of people trained in food safety"},"originals":1,"copies":0,"required":true}],"results":[{"code":"KQ.G10.000099","name":{"vi":"Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm","en":"Food safety certificate"}}],"legal_basis":[{"number":"55/2010/QH12","name":{"vi":"Luật An toàn thực phẩm"}},{"number":"155/2018/NĐ-CP","name":{"vi":"Nghị định sửa đổi, bổ sung một số quy định liên quan đến điều kiện đầu tư kinh doanh thuộc phạm vi quản lý nhà nước của Bộ Y tế"}},{"number":"148/2025/NĐ-CP","name":{"vi":"Nghị định về phân quyền, phân cấp trong lĩnh vực y tế"}},{"number":"67/2021/TT-BTC","name":{"vi":"Thông tư quy định mức thu, chế độ thu, nộp, quản lý và sử dụng phí trong công tác an toàn thực phẩm"}}],"keywords":["an toàn thực phẩm","vệ sinh thực phẩm","giấy phép quán ăn","nhà hàng","bếp ăn"],"form":{"questions":[{"id":"premises-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Tên cơ sở","en":"Name of the premises"},"required":true},{"id":"address","kind":{"kind":"text","length_max":200},"label":{"vi":"Địa chỉ","en":"Address"},"required":true},{"id":"kind","kind":{"kind":"choice","choices":[{"id":"eatery","label":{"vi":"Quán ăn, nhà hàng","en":"Eatery, restaurant"}},{"id":"canteen","label":{"vi":"Bếp ăn tập thể","en":"Canteen"}},{"id":"maker","label":{"vi":"Sản xuất thực phẩm","en":"Food maker"}}]},"label":{"vi":"Loại hình","en":"Kind"},"required":true},{"id":"meals","kind":{"kind":"number","min":1,"max":20000},"label":{"vi":"Số suất ăn mỗi lần phục vụ","en":"Meals at a time"},"required":true},{"id":"workers","kind":{"kind":"number","min":1,"max":1000},"label":{"vi":"Số người trực tiếp làm","en":"Number of workers"},"required":true},{"id":"phone","kind":{"kind":"phone"},"label":{"vi":"Điện thoại hẹn ngày thẩm định","en":"Telephone for the visit"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm xét hồ sơ","en":"Examine the dossier"},"unit":"social","role":"officer","hours":24,"product":{"vi":"Phiếu thẩm xét","en":"Examination note"}},{"id":"inspection","name":{"vi":"Thẩm định tại cơ sở","en":"Inspect the premises"},"unit":"social","role":"officer","hours":64,"product":{"vi":"Biên bản thẩm định","en":"Inspection report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả thẩm định","en":"Check the result"},"unit":"social","role":"division-head","hours":24,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('1.014027', 1, '2025-07-01', NULL, '{"code":"1.014027","version":1,"name":{"vi":"Thực hiện, điều chỉnh, thôi hưởng trợ cấp hưu trí xã hội","en":"Social pension: granting, changing and ending"},"short_name":{"vi":"Xin trợ cấp hưu trí xã hội","en":"Apply for the social pension"},"summary":{"vi":"Người cao tuổi không có lương hưu có thể được trợ cấp hằng tháng. Con cháu có thể nộp giúp ông bà, cha mẹ.","en":"Older people without a pension can receive a monthly benefit. Children and grandchildren may file for them."},"field":"social-protection","audiences":["citizen"],"life_events":["support"],"steps":[{"vi":"Bạn điền đơn đề nghị và nộp trực tuyến, qua bưu chính hoặc tại quầy.","en":"Fill in the request and file it online, by post or at the counter."},{"vi":"Công chức đối chiếu tuổi, nơi cư trú và các khoản trợ cấp đang hưởng.","en":"The officer checks age, residence and benefits already received."},{"vi":"Chủ tịch Ủy ban nhân dân cấp xã ký quyết định; tiền được trả vào tài khoản hoặc tại điểm chi trả.","en":"The chair of the commune signs the decision; the money is paid to an account or at a pay point."}],"conditions":{"vi":"Từ đủ 75 tuổi, hoặc từ đủ 70 tuổi nếu thuộc hộ nghèo, hộ cận nghèo; không có lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng.","en":"Aged 75 or over, or 70 or over in a poor or near-poor household, with no pension or monthly social insurance benefit."},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":10},"free":true},{"channel":"online","limit":{"unit":"working-days","n":10},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":10},"free":true}],"papers":[{"id":"request","name":{"vi":"Văn bản đề nghị hưởng trợ cấp hưu trí xã hội (Mẫu số 01 Nghị định số 176/2025/NĐ-CP)","en":"Request for the social pension (Form 01, Decree 176/2025)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}}],"results":[{"code":"KQ.G18.000316","name":{"vi":"Quyết định trợ cấp hưu trí xã hội","en":"Decision on the social pension"}},{"code":"KQ.G18.000317","name":{"vi":"Quyết định điều chỉnh trợ cấp hưu trí xã hội","en":"Decision to change the social pension"}},{"code":"KQ.G18.000318","name":{"vi":"Quyết định thôi hưởng trợ cấp hưu trí xã hội","en":"Decision to end the social pension"}}],"legal_basis":[{"number":"41/2024/QH15","name":{"vi":"Luật Bảo hiểm xã hội"}},{"number":"176/2025/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều của Luật Bảo hiểm xã hội về trợ cấp hưu trí xã hội"}}],"keywords":["trợ cấp người già","hưu trí xã hội","trợ cấp người cao tuổi","tiền già"],"form":{"questions":[{"id":"person-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên người hưởng","en":"Name of the beneficiary"},"required":true},{"id":"person-id","kind":{"kind":"identity-number"},"label":{"vi":"Số định danh","en":"Personal number"},"required":true},{"id":"birth-date","kind":{"kind":"date"},"label":{"vi":"Ngày sinh","en":"Date of birth"},"required":true},{"id":"poor-household","kind":{"kind":"yes-no"},"label":{"vi":"Thuộc hộ nghèo hoặc hộ cận nghèo?","en":"In a poor or near-poor household?"},"required":true},{"id":"pay-method","kind":{"kind":"choice","choices":[{"id":"account","label":{"vi":"Vào tài khoản ngân hàng","en":"To a bank account"}},{"id":"cash","label":{"vi":"Tiền mặt tại điểm chi trả","en":"Cash at a pay point"}}]},"label":{"vi":"Cách nhận tiền","en":"How to be paid"},"required":true},{"id":"account","kind":{"kind":"text","length_max":120},"label":{"vi":"Số tài khoản, ngân hàng","en":"Account and bank"},"required":false}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Đối chiếu điều kiện hưởng","en":"Check eligibility"},"unit":"social","role":"officer","hours":40,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"social","role":"division-head","hours":16,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký quyết định","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":8,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}}', ''),
	('1.014092', 1, '2025-07-01', NULL, '{"code":"1.014092","version":1,"name":{"vi":"Cấp Chứng chỉ hành nghề dược (bao gồm cả trường hợp cấp Chứng chỉ hành nghề dược cho người bị thu hồi Chứng chỉ hành nghề dược theo quy định tại các khoản 1, 2, 4, 5, 6, 7, 8, 9, 10, 11 Điều 28 của Luật Dược) theo hình thức xét hồ sơ","en":"Pharmacist''s practising certificate on examination of the dossier"},"short_name":{"vi":"Xin chứng chỉ hành nghề dược","en":"Get a pharmacist''s certificate"},"summary":{"vi":"Dược sĩ, dược tá muốn phụ trách nhà thuốc, quầy thuốc cần chứng chỉ hành nghề dược.","en":"A pharmacist or pharmacy assistant who runs a pharmacy needs this certificate."},"field":"pharmacy","audiences":["citizen"],"life_events":["work"],"steps":[{"vi":"Bạn nộp đơn, bằng cấp, giấy xác nhận thực hành và sức khỏe.","en":"File the request, diploma, proof of practice and health certificate."},{"vi":"Phòng Nghiệp vụ Dược xem xét; thiếu gì sẽ báo bằng văn bản.","en":"The Pharmacy Division examines them and tells you in writing of anything missing."},{"vi":"Giám đốc Sở Y tế ký chứng chỉ.","en":"The Director of Health signs the certificate."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"calendar-days","n":20},"fees":[{"name":{"vi":"Phí thẩm định cấp chứng chỉ hành nghề dược","en":"Examination fee"},"amount":500000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"calendar-days","n":20},"fees":[{"name":{"vi":"Phí thẩm định cấp chứng chỉ hành nghề dược","en":"Examination fee"},"amount":500000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"calendar-days","n":20},"fees":[{"name":{"vi":"Phí thẩm định cấp chứng chỉ hành nghề dược","en":"Examination fee"},"amount":500000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị cấp chứng chỉ hành nghề dược có ảnh chân dung","en":"Request with portrait photo"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh chụp trong 06 tháng.","en":"Photo taken within 6 months."}},{"id":"diploma","name":{"vi":"Văn bằng chuyên môn","en":"Professional diploma"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"health","name":{"vi":"Giấy chứng nhận đủ sức khỏe để hành nghề dược","en":"Health certificate for practice"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"practice","name":{"vi":"Giấy xác nhận thời gian thực hành","en":"Proof of time in practice"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Thực hành nhiều nơi thì mỗi nơi một giấy.","en":"One paper for each place of practice."}},{"id":"criminal-record","name":{"vi":"Phiếu lý lịch tư pháp","en":"Criminal record certificate"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G18.000010","name":{"vi":"Chứng chỉ hành nghề dược","en":"Pharmacist''s practising certificate"}}],"legal_basis":[{"number":"105/2016/QH13","name":{"vi":"Luật Dược"}},{"number":"44/2024/QH15","name":{"vi":"Luật sửa đổi, bổ sung một số điều của Luật Dược"}},{"number":"163/2025/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Dược"}},{"number":"41/2023/TT-BTC","name":{"vi":"Thông tư quy định mức thu, chế độ thu, nộp, quản lý và sử dụng phí trong lĩnh vực dược, mỹ phẩm"}}],"keywords":["dược sĩ","nhà thuốc","chứng chỉ hành nghề dược","mở hiệu thuốc"],"form":{"questions":[{"id":"diploma","kind":{"kind":"text","length_max":120},"label":{"vi":"Văn bằng chuyên môn","en":"Diploma"},"required":true},{"id":"graduation-year","kind":{"kind":"number","min":1960,"max":2100},"label":{"vi":"Năm tốt nghiệp","en":"Year of graduation"},"required":true},{"id":"practice-place","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi thực hành","en":"Place of practice"},"required":true},{"id":"practice-months","kind":{"kind":"number","min":0,"max":600},"label":{"vi":"Số tháng thực hành","en":"Months of practice"},"required":true},{"id":"scope","kind":{"kind":"choice","choices":[{"id":"pharmacy","label":{"vi":"Phụ trách nhà thuốc","en":"In charge of a pharmacy"}},{"id":"counter","label":{"vi":"Phụ trách quầy thuốc","en":"In charge of a medicine counter"}},{"id":"clinical","label":{"vi":"Dược lâm sàng","en":"Clinical pharmacy"}}]},"label":{"vi":"Vị trí hành nghề","en":"Position"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"pharmacy","role":"officer","hours":48,"product":{"vi":"Phiếu thẩm định","en":"Examination note"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"pharmacy","role":"division-head","hours":24,"product":{"vi":"Dự thảo chứng chỉ","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký chứng chỉ","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Chứng chỉ đã ký","en":"Signed certificate"}}]}}', ''),
	('1.014201', 1, '2025-07-01', NULL, '{"code":"1.014201","version":1,"name":{"vi":"Gia hạn giấy phép lao động đối với người lao động nước ngoài làm việc tại Việt Nam","en":"Extension of a work permit for a foreign worker"},"short_name":{"vi":"Gia hạn giấy phép lao động","en":"Extend a work permit"},"summary":{"vi":"Doanh nghiệp gia hạn giấy phép cho người lao động nước ngoài đang làm việc. Nên nộp trước khi giấy phép hết hạn.","en":"An employer extends the permit of a foreign worker. File before the permit runs out."},"field":"employment","audiences":["business","organisation"],"life_events":["staff"],"steps":[{"vi":"Doanh nghiệp nộp văn bản giải trình nhu cầu và giấy tờ của người lao động.","en":"The employer files the explanation of need and the worker''s papers."},{"vi":"Phòng Lao động - Việc làm xem xét nhu cầu và điều kiện.","en":"The Labour and Employment Division examines need and conditions."},{"vi":"Sở Nội vụ cấp giấy phép gia hạn hoặc trả lời rõ lý do.","en":"The Department of Home Affairs issues the permit or explains why not."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":10},"note":{"vi":"Trường hợp không chấp thuận, cơ quan trả lời trong 3 ngày làm việc.","en":"A refusal is answered within 3 working days."},"fees":[{"name":{"vi":"Lệ phí cấp giấy phép lao động","en":"Work permit charge"},"amount":400000,"kind":"charge","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":10},"note":{"vi":"Trường hợp không chấp thuận, cơ quan trả lời trong 3 ngày làm việc.","en":"A refusal is answered within 3 working days."},"fees":[{"name":{"vi":"Lệ phí cấp giấy phép lao động","en":"Work permit charge"},"amount":400000,"kind":"charge","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":10},"note":{"vi":"Trường hợp không chấp thuận, cơ quan trả lời trong 3 ngày làm việc.","en":"A refusal is answered within 3 working days."},"fees":[{"name":{"vi":"Lệ phí cấp giấy phép lao động","en":"Work permit charge"},"amount":400000,"kind":"charge","example":true}]}],"papers":[{"id":"explanation","name":{"vi":"Văn bản báo cáo giải trình nhu cầu và đề nghị gia hạn giấy phép lao động (Mẫu số 03 Nghị định số 219/2025/NĐ-CP)","en":"Explanation of need and request for extension (Form 03, Decree 219/2025)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"health","name":{"vi":"Giấy khám sức khỏe","en":"Medical certificate"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Không cần nếu kết quả đã có trên hệ thống y tế.","en":"Not needed if the result is in the health system."}},{"id":"photos","name":{"vi":"02 ảnh màu 4x6 cm","en":"2 colour photos 4x6 cm"},"originals":2,"copies":0,"required":true,"hint":{"vi":"Phông nền trắng, mặt nhìn thẳng, không đeo kính.","en":"White background, facing forward, no glasses."}},{"id":"permit","name":{"vi":"Bản sao giấy phép lao động còn thời hạn","en":"Copy of the valid work permit"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"passport","name":{"vi":"Bản sao trang nhân thân hộ chiếu","en":"Copy of the passport identity page"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"form-of-work","name":{"vi":"Giấy tờ chứng minh hình thức làm việc (trừ hợp đồng lao động)","en":"Proof of the form of work (other than a labour contract)"},"originals":1,"copies":0,"required":false}],"results":[{"code":"KQ.G09.000382","name":{"vi":"Giấy phép lao động","en":"Work permit"}}],"legal_basis":[{"number":"45/2019/QH14","name":{"vi":"Bộ luật Lao động"}},{"number":"219/2025/NĐ-CP","name":{"vi":"Nghị định quy định về người lao động nước ngoài làm việc tại Việt Nam"}}],"keywords":["giấy phép lao động","người nước ngoài","gia hạn work permit","chuyên gia nước ngoài"],"form":{"questions":[{"id":"employer","kind":{"kind":"text","length_max":200},"label":{"vi":"Tên doanh nghiệp","en":"Employer"},"required":true},{"id":"worker-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên người lao động","en":"Worker''s name"},"hint":{"vi":"Viết đúng như trong hộ chiếu.","en":"As in the passport."},"required":true},{"id":"nationality","kind":{"kind":"text","length_max":60},"label":{"vi":"Quốc tịch","en":"Nationality"},"required":true},{"id":"permit-number","kind":{"kind":"text","length_max":40},"label":{"vi":"Số giấy phép lao động","en":"Work permit number"},"required":true},{"id":"expires","kind":{"kind":"date"},"label":{"vi":"Ngày hết hạn","en":"Date of expiry"},"required":true},{"id":"position","kind":{"kind":"choice","choices":[{"id":"manager","label":{"vi":"Nhà quản lý","en":"Manager"}},{"id":"executive","label":{"vi":"Giám đốc điều hành","en":"Executive director"}},{"id":"expert","label":{"vi":"Chuyên gia","en":"Expert"}},{"id":"technician","label":{"vi":"Lao động kỹ thuật","en":"Technician"}}]},"label":{"vi":"Vị trí công việc","en":"Position"},"required":true},{"id":"months","kind":{"kind":"number","min":1,"max":24},"label":{"vi":"Số tháng đề nghị gia hạn","en":"Months of extension"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định nhu cầu và hồ sơ","en":"Examine need and dossier"},"unit":"employment","role":"officer","hours":40,"product":{"vi":"Dự thảo giấy phép","en":"Draft permit"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"employment","role":"division-head","hours":16,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký giấy phép","en":"Sign the permit"},"unit":"leadership","role":"agency-head","hours":12,"product":{"vi":"Giấy phép đã ký","en":"Signed permit"}}]}}', ''),
	('1.014748', 1, '2025-07-01', NULL, '{"code":"1.014748","version":1,"name":{"vi":"Hưởng trợ cấp thất nghiệp (Cấp tỉnh)","en":"Unemployment benefit (province)"},"short_name":{"vi":"Xin trợ cấp thất nghiệp","en":"Apply for unemployment benefit"},"summary":{"vi":"Bạn vừa nghỉ việc và đã đóng bảo hiểm thất nghiệp thì có thể nhận trợ cấp hằng tháng. Hãy nộp trong 3 tháng kể từ ngày nghỉ việc.","en":"If you have just lost your job and paid unemployment insurance, you can receive a monthly benefit. Apply within 3 months of leaving."},"field":"employment","audiences":["citizen"],"life_events":["work","support"],"steps":[{"vi":"Bạn nộp đề nghị, sổ bảo hiểm xã hội và giấy tờ nghỉ việc.","en":"File the request, the social insurance book and proof of leaving work."},{"vi":"Phòng Lao động - Việc làm xác nhận thời gian đóng bảo hiểm.","en":"The Labour and Employment Division confirms your insurance record."},{"vi":"Sở Nội vụ ra quyết định; tiền được trả vào tài khoản của bạn.","en":"The Department of Home Affairs decides and the money is paid to your account."},{"vi":"Trong thời gian hưởng, mỗi tháng bạn thông báo về việc tìm việc.","en":"While receiving it, report every month on your search for work."}],"conditions":{"vi":"Đã đóng bảo hiểm thất nghiệp từ đủ 12 tháng trở lên theo luật định và nộp hồ sơ trong 03 tháng kể từ ngày chấm dứt làm việc.","en":"At least 12 months of unemployment insurance as the law counts it, and filed within 3 months of the end of work."},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":15},"free":true},{"channel":"online","limit":{"unit":"working-days","n":15},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":15},"free":true}],"papers":[{"id":"request","name":{"vi":"Đề nghị hưởng trợ cấp thất nghiệp (Mẫu số 10 Nghị định số 374/2025/NĐ-CP)","en":"Request for unemployment benefit (Form 10, Decree 374/2025)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"end-of-work","name":{"vi":"Giấy tờ xác nhận chấm dứt hợp đồng lao động hoặc chấm dứt làm việc","en":"Proof that the contract or the work has ended"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"insurance-book","name":{"vi":"Sổ bảo hiểm xã hội","en":"Social insurance book"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Quét đủ tờ bìa và các tờ rời đã chốt.","en":"Scan the cover and the closed loose sheets."}}],"results":[{"code":"KQ.G07.000298","name":{"vi":"Quyết định về việc hưởng trợ cấp thất nghiệp","en":"Decision on unemployment benefit"}}],"legal_basis":[{"number":"74/2025/QH15","name":{"vi":"Luật Việc làm"}},{"number":"374/2025/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều của Luật Việc làm về bảo hiểm thất nghiệp"}}],"keywords":["trợ cấp thất nghiệp","bảo hiểm thất nghiệp","nghỉ việc","mất việc"],"form":{"questions":[{"id":"last-employer","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi làm việc cuối cùng","en":"Last employer"},"required":true},{"id":"end-date","kind":{"kind":"date"},"label":{"vi":"Ngày nghỉ việc","en":"Last day of work"},"required":true},{"id":"insurance-number","kind":{"kind":"text","length_max":20},"label":{"vi":"Mã số bảo hiểm xã hội","en":"Social insurance number"},"required":true},{"id":"months-paid","kind":{"kind":"number","min":0,"max":600},"label":{"vi":"Số tháng đã đóng bảo hiểm thất nghiệp","en":"Months of unemployment insurance"},"required":true},{"id":"account","kind":{"kind":"text","length_max":120},"label":{"vi":"Số tài khoản, ngân hàng","en":"Account and bank"},"required":true},{"id":"need-advice","kind":{"kind":"yes-no"},"label":{"vi":"Bạn muốn được tư vấn tìm việc không?","en":"Would you like help finding work?"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Xác nhận thời gian đóng, tính mức hưởng","en":"Confirm the record and calculate"},"unit":"employment","role":"officer","hours":64,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"employment","role":"division-head","hours":24,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký quyết định","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}}', ''),
	('1.014801', 1, '2025-07-01', NULL, '{"code":"1.014801","version":1,"name":{"vi":"Cấp, cấp lại Giấy xác nhận nuôi trồng thủy sản lồng bè, đối tượng thủy sản nuôi chủ lực (hoạt động trên nội địa thuộc phạm vi quản lý và cơ sở nuôi trồng thủy sản lồng bè thuộc thẩm quyền giao khu vực biển của Chủ tịch Ủy ban nhân dân cấp xã)","en":"Certificate for cage fish farming and key farmed species (commune)"},"short_name":{"vi":"Đăng ký nuôi cá lồng bè","en":"Register cage fish farming"},"summary":{"vi":"Bạn nuôi cá lồng bè hoặc nuôi các loài thủy sản chủ lực thì xin giấy xác nhận tại xã, phường.","en":"If you raise fish in cages or farm key aquatic species, get a certificate from the commune."},"field":"fisheries","audiences":["citizen","household-business","business"],"life_events":["farming"],"steps":[{"vi":"Bạn nộp đơn và sơ đồ vị trí ao, lồng nuôi.","en":"File a request and a plan of the ponds or cages."},{"vi":"Công chức kiểm tra vị trí và quy mô nuôi.","en":"The officer checks the place and size."},{"vi":"Chủ tịch Ủy ban nhân dân cấp xã ký giấy xác nhận.","en":"The chair of the commune signs the certificate."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":5},"free":true},{"channel":"online","limit":{"unit":"working-days","n":5},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":5},"free":true}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị cấp hoặc cấp lại giấy xác nhận","en":"Request for a new or replacement certificate"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"plan","name":{"vi":"Sơ đồ mặt bằng vị trí ao, lồng nuôi có xác nhận của chủ cơ sở","en":"Plan of the ponds or cages, signed by the owner"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Thấy rõ bờ, lối vào và khoảng cách giữa các lồng.","en":"Show the bank, the access and the distance between cages."}}],"results":[{"code":"KQ.G10.001382","name":{"vi":"Giấy xác nhận nuôi trồng thủy sản lồng bè, đối tượng thủy sản nuôi chủ lực","en":"Fish farming certificate"}}],"legal_basis":[{"number":"18/2017/QH14","name":{"vi":"Luật Thủy sản"}},{"number":"146/2025/QH15","name":{"vi":"Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường"}},{"number":"41/2026/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Thủy sản"}}],"keywords":["nuôi cá lồng","lồng bè","nuôi tôm","thủy sản"],"form":{"questions":[{"id":"owner","kind":{"kind":"text","length_max":120},"label":{"vi":"Tên chủ cơ sở","en":"Name of the owner"},"required":true},{"id":"place","kind":{"kind":"text","length_max":200},"label":{"vi":"Địa điểm nuôi","en":"Place of farming"},"required":true},{"id":"species","kind":{"kind":"text","length_max":120},"label":{"vi":"Loài nuôi","en":"Species"},"required":true},{"id":"cages","kind":{"kind":"number","min":1,"max":5000},"label":{"vi":"Số lồng","en":"Number of cages"},"required":true},{"id":"volume","kind":{"kind":"number","min":1,"max":1000000},"label":{"vi":"Tổng thể tích (m³)","en":"Total volume (m³)"},"required":true},{"id":"kind","kind":{"kind":"choice","choices":[{"id":"new","label":{"vi":"Cấp mới","en":"New"}},{"id":"replace","label":{"vi":"Cấp lại","en":"Replacement"}}]},"label":{"vi":"Yêu cầu","en":"Request"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ, vị trí nuôi","en":"Examine dossier and place"},"unit":"economy","role":"officer","hours":20,"product":{"vi":"Dự thảo giấy xác nhận","en":"Draft certificate"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"economy","role":"division-head","hours":8,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký giấy xác nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy xác nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('2.000591', 1, '2025-07-01', NULL, '{"code":"2.000591","version":1,"name":{"vi":"Cấp Giấy chứng nhận đủ điều kiện an toàn thực phẩm đối với cơ sở sản xuất, kinh doanh thực phẩm","en":"Food safety certificate for food makers and traders under the Ministry of Industry and Trade"},"short_name":{"vi":"Giấy an toàn thực phẩm cho cơ sở sản xuất, kinh doanh","en":"Food safety certificate for producers and traders"},"summary":{"vi":"Cơ sở làm bánh kẹo, rượu bia, sữa chế biến, dầu ăn và nơi bán các thực phẩm này cần giấy chứng nhận. Đoàn sẽ đến thẩm định tại chỗ.","en":"Makers and sellers of confectionery, alcohol, processed milk and cooking oil need this certificate. Inspectors visit the site."},"field":"food-safety","audiences":["business","organisation"],"life_events":["licence"],"steps":[{"vi":"Cơ sở nộp đơn, bản thuyết minh và giấy tờ về sức khỏe, tập huấn.","en":"File the request, the description, and health and training papers."},{"vi":"Phòng Quản lý thương mại xem hồ sơ và lập đoàn thẩm định.","en":"The Trade Division examines the file and sends inspectors."},{"vi":"Nếu đạt, Sở cấp giấy chứng nhận; chưa đạt thì có thời gian khắc phục.","en":"If it passes, the certificate is issued; if not, there is time to put things right."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":25},"fees":[{"name":{"vi":"Phí thẩm định điều kiện an toàn thực phẩm","en":"Inspection fee"},"amount":1000000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":25},"fees":[{"name":{"vi":"Phí thẩm định điều kiện an toàn thực phẩm","en":"Inspection fee"},"amount":1000000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":25},"fees":[{"name":{"vi":"Phí thẩm định điều kiện an toàn thực phẩm","en":"Inspection fee"},"amount":1000000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Đơn đề nghị (Mẫu số 01a Nghị định số 17/2020/NĐ-CP)","en":"Request (Form 01a, Decree 17/2020)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"business-certificate","name":{"vi":"Bản sao giấy chứng nhận đăng ký doanh nghiệp","en":"Copy of the company registration"},"originals":0,"copies":1,"required":false,"hint":{"vi":"Không cần nếu đã có trong cơ sở dữ liệu quốc gia.","en":"Not needed if it is in the national database."}},{"id":"premises","name":{"vi":"Bản thuyết minh cơ sở vật chất, trang thiết bị (Mẫu số 02a hoặc 02b)","en":"Description of premises and equipment (Form 02a or 02b)"},"originals":1,"copies":0,"required":true},{"id":"health","name":{"vi":"Danh sách hoặc giấy xác nhận đủ sức khỏe","en":"List or certificates of fitness"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"training","name":{"vi":"Giấy xác nhận đã được tập huấn kiến thức an toàn thực phẩm","en":"Proof of food safety training"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G02.000050","name":{"vi":"Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm","en":"Food safety certificate"}}],"legal_basis":[{"number":"55/2010/QH12","name":{"vi":"Luật An toàn thực phẩm"}},{"number":"15/2018/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết thi hành một số điều của Luật An toàn thực phẩm"}},{"number":"17/2020/NĐ-CP","name":{"vi":"Nghị định sửa đổi, bổ sung một số điều của các nghị định liên quan đến điều kiện đầu tư kinh doanh thuộc lĩnh vực quản lý nhà nước của Bộ Công Thương"}},{"number":"43/2018/TT-BCT","name":{"vi":"Thông tư quy định về quản lý an toàn thực phẩm thuộc trách nhiệm của Bộ Công Thương"}}],"keywords":["an toàn thực phẩm","sản xuất bánh kẹo","bia rượu","sữa","kinh doanh thực phẩm"],"form":{"questions":[{"id":"premises-name","kind":{"kind":"text","length_max":200},"label":{"vi":"Tên cơ sở","en":"Name of the premises"},"required":true},{"id":"address","kind":{"kind":"text","length_max":200},"label":{"vi":"Địa chỉ sản xuất, kinh doanh","en":"Address"},"required":true},{"id":"activity","kind":{"kind":"choice","choices":[{"id":"make","label":{"vi":"Sản xuất","en":"Making"}},{"id":"trade","label":{"vi":"Kinh doanh","en":"Trading"}},{"id":"both","label":{"vi":"Cả hai","en":"Both"}}]},"label":{"vi":"Hoạt động","en":"Activity"},"required":true},{"id":"products","kind":{"kind":"text","length_max":200},"label":{"vi":"Sản phẩm chính","en":"Main products"},"required":true},{"id":"workers","kind":{"kind":"number","min":1,"max":10000},"label":{"vi":"Số người trực tiếp làm","en":"Number of workers"},"required":true},{"id":"visit-phone","kind":{"kind":"phone"},"label":{"vi":"Điện thoại hẹn thẩm định","en":"Telephone for the visit"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm xét hồ sơ","en":"Examine the dossier"},"unit":"trade","role":"officer","hours":32,"product":{"vi":"Phiếu thẩm xét","en":"Examination note"}},{"id":"inspection","name":{"vi":"Thẩm định thực tế","en":"Inspect the site"},"unit":"trade","role":"officer","hours":80,"product":{"vi":"Biên bản thẩm định","en":"Inspection report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả","en":"Check the result"},"unit":"trade","role":"division-head","hours":32,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('2.000635', 1, '2025-07-01', NULL, '{"code":"2.000635","version":1,"name":{"vi":"Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh","en":"Copies of civil status extracts and of birth certificates"},"short_name":{"vi":"Xin bản sao giấy khai sinh, trích lục hộ tịch","en":"Get a copy of a birth certificate or civil status extract"},"summary":{"vi":"Bạn cần thêm bản sao giấy khai sinh, trích lục kết hôn hoặc khai tử thì yêu cầu ở đây. Không cần biết trước kia đăng ký ở đâu, chỉ cần thông tin của người có tên trong giấy.","en":"Ask here for further copies of a birth, marriage or death record. You need not know where it was registered, only the details of the person named."},"field":"civil-status","audiences":["citizen","organisation"],"life_events":["birth","death","papers"],"steps":[{"vi":"Bạn điền yêu cầu và trả phí trực tuyến, qua bưu chính hoặc tại quầy.","en":"Fill in the request and pay online, by post or at the counter."},{"vi":"Chuyên viên tra cơ sở dữ liệu hộ tịch. Nếu nộp trực tuyến, bạn được xem lại nội dung trước khi in.","en":"The officer looks up the civil status database. If you filed online, you can check the text before it is printed."},{"vi":"Trưởng phòng kiểm tra, lãnh đạo Sở ký bản sao.","en":"The head of division checks it and the department''s leadership signs."},{"vi":"Bạn nhận bản sao tại quầy, qua bưu chính hoặc bản điện tử.","en":"Receive the copy at the counter, by post or electronically."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"fees":[{"name":{"vi":"Phí cấp bản sao trích lục hộ tịch (mỗi bản)","en":"Fee for a copy of a civil status extract (each)"},"amount":8000,"kind":"fee"}]},{"channel":"online","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"fees":[{"name":{"vi":"Phí cấp bản sao trích lục hộ tịch (mỗi bản)","en":"Fee for a copy of a civil status extract (each)"},"amount":8000,"kind":"fee"}]},{"channel":"postal","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"fees":[{"name":{"vi":"Phí cấp bản sao trích lục hộ tịch (mỗi bản)","en":"Fee for a copy of a civil status extract (each)"},"amount":8000,"kind":"fee"}]}],"papers":[{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}},{"id":"authorisation","name":{"vi":"Văn bản ủy quyền (khi nhờ người khác đi làm thay)","en":"Letter of authorisation (when someone else files for you)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột làm thay thì không cần chứng thực.","en":"It need not be certified for a grandparent, parent, child, spouse or sibling."}},{"id":"request-letter","name":{"vi":"Văn bản yêu cầu nêu rõ lý do (khi cơ quan, tổ chức yêu cầu)","en":"Letter giving the reason (when an organisation asks)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}}],"results":[{"code":"KQ.G15.000342","name":{"vi":"Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh","en":"Copy of the civil status extract or birth certificate"}}],"legal_basis":[{"number":"60/2014/QH13","name":{"vi":"Luật Hộ tịch"}},{"number":"123/2015/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch"}},{"number":"87/2020/NĐ-CP","name":{"vi":"Nghị định quy định về Cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến"}},{"number":"04/2020/TT-BTP","name":{"vi":"Thông tư hướng dẫn Luật Hộ tịch và Nghị định số 123/2015/NĐ-CP"}},{"number":"281/2016/TT-BTC","name":{"vi":"Thông tư quy định phí khai thác, sử dụng thông tin trong cơ sở dữ liệu hộ tịch"}}],"keywords":["trích lục khai sinh","bản sao giấy khai sinh","trích lục hộ tịch","trích lục kết hôn","trích lục khai tử"],"form":{"questions":[{"id":"event","kind":{"kind":"choice","choices":[{"id":"birth","label":{"vi":"Giấy khai sinh","en":"Birth"}},{"id":"marriage","label":{"vi":"Trích lục kết hôn","en":"Marriage"}},{"id":"death","label":{"vi":"Trích lục khai tử","en":"Death"}},{"id":"other","label":{"vi":"Việc hộ tịch khác","en":"Other"}}]},"label":{"vi":"Bạn cần bản sao nào?","en":"Which record?"},"required":true},{"id":"person-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên người có tên trong giấy","en":"Name of the person in the record"},"required":true},{"id":"person-birth-date","kind":{"kind":"date"},"label":{"vi":"Ngày sinh","en":"Date of birth"},"required":true},{"id":"person-id","kind":{"kind":"identity-number"},"label":{"vi":"Số định danh (nếu biết)","en":"Personal number (if known)"},"required":false},{"id":"registered-at","kind":{"kind":"text","length_max":200},"label":{"vi":"Nơi đã đăng ký (nếu nhớ)","en":"Where it was registered (if you remember)"},"required":false},{"id":"copies","kind":{"kind":"number","min":1,"max":20},"label":{"vi":"Số bản cần","en":"Number of copies"},"required":true},{"id":"relation","kind":{"kind":"text","length_max":60},"label":{"vi":"Bạn là gì của người này?","en":"How are you related?"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Tra cứu và soạn bản sao","en":"Look up and draft the copy"},"unit":"administration","role":"officer","hours":4,"product":{"vi":"Dự thảo bản sao","en":"Draft copy"}},{"id":"check","name":{"vi":"Kiểm tra bản sao","en":"Check the copy"},"unit":"administration","role":"division-head","hours":2,"product":{"vi":"Bản sao đã kiểm tra","en":"Checked copy"}},{"id":"approve","name":{"vi":"Ký bản sao","en":"Sign the copy"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Bản sao đã ký","en":"Signed copy"}}]}}', ''),
	('2.000806', 1, '2025-07-01', NULL, '{"code":"2.000806","version":1,"name":{"vi":"Thủ tục đăng ký kết hôn có yếu tố nước ngoài","en":"Registration of a marriage with a foreigner"},"short_name":{"vi":"Kết hôn với người nước ngoài","en":"Marry a foreigner"},"summary":{"vi":"Công dân Việt Nam kết hôn với người nước ngoài hoặc người Việt Nam định cư ở nước ngoài thì đăng ký tại Ủy ban nhân dân cấp xã. Cả hai cùng có mặt khi nhận giấy chứng nhận.","en":"A Vietnamese citizen marrying a foreigner or an overseas Vietnamese registers at the commune. Both must be present to receive the certificate."},"field":"civil-status","audiences":["citizen","foreigner"],"life_events":["marriage"],"steps":[{"vi":"Hai bạn nộp hồ sơ trực tuyến, qua bưu chính hoặc tại quầy.","en":"File the papers online, by post or at the counter."},{"vi":"Công chức hộ tịch thẩm tra giấy tờ, xác minh khi cần.","en":"The civil status officer examines the papers and verifies where needed."},{"vi":"Chủ tịch Ủy ban nhân dân cấp xã ký giấy chứng nhận.","en":"The chair of the commune signs the certificate."},{"vi":"Hai bạn cùng đến ký vào sổ và nhận giấy chứng nhận.","en":"You both come to sign the register and receive the certificate."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"calendar-days","n":5},"fees":[{"name":{"vi":"Lệ phí đăng ký kết hôn có yếu tố nước ngoài","en":"Charge for registering a marriage with a foreigner"},"amount":1000000,"kind":"charge","example":true}]},{"channel":"online","limit":{"unit":"calendar-days","n":5},"fees":[{"name":{"vi":"Lệ phí đăng ký kết hôn có yếu tố nước ngoài","en":"Charge for registering a marriage with a foreigner"},"amount":1000000,"kind":"charge","example":true}]},{"channel":"postal","limit":{"unit":"calendar-days","n":5},"fees":[{"name":{"vi":"Lệ phí đăng ký kết hôn có yếu tố nước ngoài","en":"Charge for registering a marriage with a foreigner"},"amount":1000000,"kind":"charge","example":true}]}],"papers":[{"id":"health","name":{"vi":"Giấy xác nhận của cơ sở y tế về khả năng nhận thức, làm chủ hành vi của hai bên","en":"Medical certificate of mental capacity of both parties"},"originals":2,"copies":0,"required":true,"hint":{"vi":"Bản do cơ sở y tế có thẩm quyền của Việt Nam hoặc nước ngoài cấp.","en":"Issued by a competent medical body in Viet Nam or abroad."}},{"id":"foreign-status","name":{"vi":"Giấy chứng minh tình trạng hôn nhân của người nước ngoài","en":"Proof of marital status of the foreign party"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Do cơ quan có thẩm quyền của nước họ cấp, còn giá trị, kèm bản dịch tiếng Việt.","en":"Issued by their country, still valid, with a Vietnamese translation."}},{"id":"passport","name":{"vi":"Bản sao hộ chiếu của người nước ngoài","en":"Copy of the foreign party''s passport"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}},{"id":"divorce-record","name":{"vi":"Trích lục ghi chú ly hôn (nếu từng ly hôn ở nước ngoài)","en":"Record of a foreign divorce (if it applies)"},"originals":0,"copies":1,"required":false},{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}}],"results":[{"code":"KQ.G15.000032","name":{"vi":"Giấy chứng nhận kết hôn","en":"Marriage certificate"}}],"legal_basis":[{"number":"60/2014/QH13","name":{"vi":"Luật Hộ tịch"}},{"number":"52/2014/QH13","name":{"vi":"Luật Hôn nhân và gia đình"}},{"number":"123/2015/NĐ-CP","name":{"vi":"Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Hộ tịch"}},{"number":"120/2025/NĐ-CP","name":{"vi":"Nghị định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Tư pháp"}}],"keywords":["kết hôn với người nước ngoài","lấy chồng nước ngoài","lấy vợ nước ngoài","marriage"],"form":{"questions":[{"id":"vietnamese-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên bên là công dân Việt Nam","en":"Name of the Vietnamese party"},"required":true},{"id":"vietnamese-id","kind":{"kind":"identity-number"},"label":{"vi":"Số định danh","en":"Personal number"},"required":true},{"id":"foreign-name","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên bên nước ngoài","en":"Name of the foreign party"},"hint":{"vi":"Viết đúng như trong hộ chiếu.","en":"As in the passport."},"required":true},{"id":"foreign-nationality","kind":{"kind":"text","length_max":60},"label":{"vi":"Quốc tịch","en":"Nationality"},"required":true},{"id":"passport-number","kind":{"kind":"text","length_max":20},"label":{"vi":"Số hộ chiếu","en":"Passport number"},"required":true},{"id":"email","kind":{"kind":"email"},"label":{"vi":"Thư điện tử để liên hệ","en":"E-mail for contact"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm tra hồ sơ","en":"Examine the dossier"},"unit":"civil-status","role":"officer","hours":16,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận kết hôn","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('2.000815', 1, '2025-07-01', NULL, '{"code":"2.000815","version":1,"name":{"vi":"Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận","en":"Certification of copies from originals"},"short_name":{"vi":"Chứng thực bản sao","en":"Have copies certified"},"summary":{"vi":"Bạn mang bản chính đến quầy để được đóng dấu chứng thực vào bản sao. Làm ở xã, phường nào cũng được, thường xong ngay.","en":"Bring the original to the counter and have your copies certified. Any commune can do it, usually while you wait."},"field":"certification","audiences":["citizen","foreigner","business","organisation"],"life_events":["papers","study"],"steps":[{"vi":"Bạn đưa bản chính và các bản sao tại quầy. Chưa có bản sao thì quầy có thể chụp giúp.","en":"Hand in the original and the copies. If you have no copies, the counter can make them."},{"vi":"Công chức so từng trang với bản chính.","en":"The officer compares every page with the original."},{"vi":"Người có thẩm quyền ký, đóng dấu và bạn nhận lại cả bản chính.","en":"The authorised person signs and stamps, and you get the original back."}],"conditions":{"vi":"Không chứng thực được bản chính bị tẩy xóa, thêm bớt hoặc hư hỏng đến mức không rõ nội dung.","en":"An original that has been altered, or is too damaged to read, cannot be certified."},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"fees":[{"name":{"vi":"Phí chứng thực bản sao (mỗi trang; từ trang thứ ba thu 1.000 đồng, không quá 200.000 đồng một bản)","en":"Certification fee (a page; 1,000 đồng from the third page, at most 200,000 đồng a copy)"},"amount":2000,"kind":"fee"}]}],"papers":[{"id":"original","name":{"vi":"Bản chính giấy tờ cần sao","en":"The original document"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản chính còn nguyên, không tẩy xóa, đọc rõ.","en":"Undamaged, unaltered and readable."}},{"id":"copies","name":{"vi":"Bản sao cần chứng thực","en":"Copies to be certified"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Chụp đủ các trang có nội dung.","en":"Every page that carries content."}}],"results":[{"name":{"vi":"Bản sao được chứng thực từ bản chính","en":"Certified copy"}}],"legal_basis":[{"number":"23/2015/NĐ-CP","name":{"vi":"Nghị định về cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính, chứng thực chữ ký và chứng thực hợp đồng, giao dịch"}},{"number":"280/2025/NĐ-CP","name":{"vi":"Nghị định sửa đổi, bổ sung một số điều của Nghị định số 23/2015/NĐ-CP"}},{"number":"226/2016/TT-BTC","name":{"vi":"Thông tư quy định mức thu, chế độ thu, nộp, quản lý và sử dụng phí chứng thực"}}],"keywords":["sao y","công chứng bản sao","chứng thực bản sao","photo công chứng","sao y bản chính"],"form":{"questions":[{"id":"document-name","kind":{"kind":"text","length_max":200},"label":{"vi":"Tên giấy tờ","en":"Name of the document"},"required":true},{"id":"pages","kind":{"kind":"number","min":1,"max":500},"label":{"vi":"Số trang của giấy tờ","en":"Number of pages"},"required":true},{"id":"copies","kind":{"kind":"number","min":1,"max":100},"label":{"vi":"Số bản cần chứng thực","en":"Number of copies"},"required":true}]},"process":{"version":1,"steps":[{"id":"compare","name":{"vi":"Đối chiếu bản sao với bản chính","en":"Compare with the original"},"unit":"civil-status","role":"officer","hours":2,"product":{"vi":"Bản sao đã đối chiếu"}},{"id":"ask","name":{"vi":"Hỏi lại nơi cấp bản chính","en":"Ask whoever issued the original"},"unit":"civil-status","role":"officer","hours":2,"product":{"vi":"Trả lời của nơi cấp"}},{"id":"approve","name":{"vi":"Ký chứng thực","en":"Sign the certification"},"unit":"leadership","role":"agency-head","hours":1,"product":{"vi":"Bản sao được chứng thực"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Copies are certified at the counter: compared with the original; where there is a doubt, whoever issued it is asked;\n     signed. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"certified-copies\" targetNamespace=\"urn:motcua:demonstration\">\n  <process id=\"certification\" name=\"Chứng thực bản sao từ bản chính\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận bản chính và bản sao\">\n      <extensionElements>\n        <motcua:step english=\"Originals and copies come\"/>\n      </extensionElements>\n    </startEvent>\n    <userTask id=\"compare\" name=\"Đối chiếu bản sao với bản chính\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"2h\" product=\"Bản sao đã đối chiếu\" english=\"Compare with the original\">\n          <motcua:outcome key=\"same\" name=\"Khớp bản chính\" english=\"The same\"/>\n          <motcua:outcome key=\"doubt\" name=\"Bản chính có dấu hiệu sửa chữa\" english=\"The original seems altered\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"same\" name=\"Khớp?\" default=\"to-merge\">\n      <extensionElements>\n        <motcua:step english=\"Do they agree?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <userTask id=\"ask\" name=\"Hỏi lại nơi cấp bản chính\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"2h\" product=\"Trả lời của nơi cấp\" english=\"Ask whoever issued the original\"/>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"clear\"/>\n    <userTask id=\"approve\" name=\"Ký chứng thực\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"1h\" product=\"Bản sao được chứng thực\" english=\"Sign the certification\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-compare\" sourceRef=\"begin\" targetRef=\"compare\"/>\n    <sequenceFlow id=\"to-same\" sourceRef=\"compare\" targetRef=\"same\"/>\n    <sequenceFlow id=\"to-ask\" name=\"Nghi ngờ\" sourceRef=\"same\" targetRef=\"ask\">\n      <extensionElements>\n        <motcua:step english=\"In doubt\"/>\n      </extensionElements>\n      <conditionExpression>steps.compare.outcome = \"doubt\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-merge\" name=\"Khớp\" sourceRef=\"same\" targetRef=\"clear\">\n      <extensionElements>\n        <motcua:step english=\"They agree\"/>\n      </extensionElements>\n    </sequenceFlow>\n    <sequenceFlow id=\"from-ask\" sourceRef=\"ask\" targetRef=\"clear\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"clear\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}}', ''),
	('2.000884', 1, '2025-07-01', NULL, '{"code":"2.000884","version":1,"name":{"vi":"Chứng thực chữ ký trong các giấy tờ, văn bản (áp dụng cho cả trường hợp chứng thực điểm chỉ và trường hợp người yêu cầu chứng thực không thể ký, không thể điểm chỉ được)","en":"Certification of signatures"},"short_name":{"vi":"Chứng thực chữ ký","en":"Have a signature certified"},"summary":{"vi":"Bạn ký trước mặt công chức để được chứng thực rằng chữ ký đó đúng là của bạn.","en":"Sign in front of an officer, who certifies that the signature is yours."},"field":"certification","audiences":["citizen","foreigner"],"life_events":["papers"],"steps":[{"vi":"Bạn mang giấy tờ cần ký (chưa ký) và giấy tờ tùy thân đến quầy.","en":"Bring the unsigned document and your identity paper."},{"vi":"Công chức kiểm tra rồi mời bạn ký hoặc điểm chỉ. Người không ký, không điểm chỉ được vẫn có cách làm riêng.","en":"The officer checks it and asks you to sign or give a fingerprint. There is also a way for those who can do neither."},{"vi":"Người có thẩm quyền ký chứng thực và bạn nhận lại ngay.","en":"The authorised person certifies it and you get it back at once."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"fees":[{"name":{"vi":"Phí chứng thực chữ ký (mỗi trường hợp)","en":"Certification fee (a case)"},"amount":10000,"kind":"fee"}]}],"papers":[{"id":"document","name":{"vi":"Giấy tờ, văn bản bạn sẽ ký","en":"The document you will sign"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Điền đủ nội dung, chưa ký.","en":"Filled in, not yet signed."}},{"id":"identity","name":{"vi":"Thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Identity card or passport"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bạn chỉ cần cho xem bản chính; nộp trực tuyến thì chụp rõ cả hai mặt.","en":"You only need to show it; online, take a clear photo of both sides."}}],"results":[{"name":{"vi":"Giấy tờ, văn bản đã được chứng thực chữ ký","en":"Document with a certified signature"}}],"legal_basis":[{"number":"23/2015/NĐ-CP","name":{"vi":"Nghị định về cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính, chứng thực chữ ký và chứng thực hợp đồng, giao dịch"}},{"number":"280/2025/NĐ-CP","name":{"vi":"Nghị định sửa đổi, bổ sung một số điều của Nghị định số 23/2015/NĐ-CP"}},{"number":"226/2016/TT-BTC","name":{"vi":"Thông tư quy định mức thu, chế độ thu, nộp, quản lý và sử dụng phí chứng thực"}}],"keywords":["chứng thực chữ ký","giấy ủy quyền","xác nhận chữ ký","sơ yếu lý lịch"],"form":{"questions":[{"id":"document-name","kind":{"kind":"text","length_max":200},"label":{"vi":"Tên giấy tờ","en":"Name of the document"},"required":true},{"id":"signers","kind":{"kind":"number","min":1,"max":50},"label":{"vi":"Số người ký","en":"Number of signers"},"required":true},{"id":"can-sign","kind":{"kind":"choice","choices":[{"id":"signature","label":{"vi":"Ký tên","en":"Signature"}},{"id":"fingerprint","label":{"vi":"Điểm chỉ","en":"Fingerprint"}},{"id":"neither","label":{"vi":"Không ký, không điểm chỉ được","en":"Neither is possible"}}]},"label":{"vi":"Cách ký","en":"How you will sign"},"required":true}]},"process":{"version":1,"steps":[{"id":"check","name":{"vi":"Kiểm tra và cho ký trước mặt","en":"Check and witness the signature"},"unit":"civil-status","role":"officer","hours":3,"product":{"vi":"Văn bản đã ký","en":"Signed document"}},{"id":"approve","name":{"vi":"Ký chứng thực","en":"Sign the certification"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Văn bản đã chứng thực","en":"Certified document"}}]}}', ''),
	('2.001583', 1, '2025-07-01', NULL, '{"code":"2.001583","version":1,"name":{"vi":"Đăng ký thành lập công ty TNHH một thành viên","en":"Registration of a single-member limited company"},"short_name":{"vi":"Lập công ty một chủ","en":"Set up a one-owner company"},"summary":{"vi":"Bạn lập công ty trách nhiệm hữu hạn do một người hoặc một tổ chức làm chủ. Nộp trực tuyến được miễn lệ phí đăng ký.","en":"Set up a limited company owned by one person or one organisation. Filing online is free of the registration charge."},"field":"enterprises","audiences":["citizen","foreigner","business","organisation"],"life_events":["start"],"steps":[{"vi":"Bạn chọn tên công ty, ngành nghề, vốn rồi nộp hồ sơ.","en":"Choose the name, trades and capital, and file."},{"vi":"Phòng Đăng ký kinh doanh kiểm tra hồ sơ; thiếu gì sẽ báo một lần cho đủ.","en":"The Business Registration Division checks it and tells you once of anything missing."},{"vi":"Bạn nhận giấy chứng nhận đăng ký doanh nghiệp, mã số công ty cũng là mã số thuế.","en":"You receive the certificate; the company number is also the tax number."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí đăng ký doanh nghiệp","en":"Company registration charge"},"amount":50000,"kind":"charge","example":true},{"name":{"vi":"Phí công bố nội dung đăng ký doanh nghiệp","en":"Publication fee"},"amount":100000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"working-days","n":3},"note":{"vi":"Nộp trực tuyến được miễn lệ phí đăng ký.","en":"No registration charge online."},"fees":[{"name":{"vi":"Phí công bố nội dung đăng ký doanh nghiệp","en":"Publication fee"},"amount":100000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"working-days","n":3},"fees":[{"name":{"vi":"Lệ phí đăng ký doanh nghiệp","en":"Company registration charge"},"amount":50000,"kind":"charge","example":true},{"name":{"vi":"Phí công bố nội dung đăng ký doanh nghiệp","en":"Publication fee"},"amount":100000,"kind":"fee","example":true}]}],"papers":[{"id":"request","name":{"vi":"Giấy đề nghị đăng ký doanh nghiệp","en":"Request for company registration"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"charter","name":{"vi":"Điều lệ công ty","en":"Company charter"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Có chữ ký của chủ sở hữu hoặc người đại diện.","en":"Signed by the owner or representative."}},{"id":"owner-paper","name":{"vi":"Bản sao giấy tờ pháp lý của chủ sở hữu và người đại diện theo pháp luật","en":"Copy of the legal papers of the owner and the legal representative"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Không cần nếu đã xác thực bằng số định danh.","en":"Not needed if identified by personal number."}},{"id":"authorisation","name":{"vi":"Văn bản ủy quyền cho người đi nộp (nếu có)","en":"Authorisation for the person filing (if any)"},"originals":1,"copies":0,"required":false}],"results":[{"name":{"vi":"Giấy chứng nhận đăng ký doanh nghiệp","en":"Company registration certificate"}}],"legal_basis":[{"number":"59/2020/QH14","name":{"vi":"Luật Doanh nghiệp"}},{"number":"76/2025/QH15","name":{"vi":"Luật sửa đổi, bổ sung một số điều của Luật Doanh nghiệp"}},{"number":"168/2025/NĐ-CP","name":{"vi":"Nghị định về đăng ký doanh nghiệp"}},{"number":"47/2019/TT-BTC","name":{"vi":"Thông tư quy định phí cung cấp thông tin doanh nghiệp, lệ phí đăng ký doanh nghiệp"}}],"keywords":["thành lập công ty","mở công ty","công ty TNHH","đăng ký doanh nghiệp"],"form":{"questions":[{"id":"company-name","kind":{"kind":"text","length_max":200},"label":{"vi":"Tên công ty","en":"Company name"},"required":true},{"id":"head-office","kind":{"kind":"text","length_max":200},"label":{"vi":"Địa chỉ trụ sở","en":"Head office"},"required":true},{"id":"trades","kind":{"kind":"long-text","length_max":1000},"label":{"vi":"Ngành nghề kinh doanh","en":"Business lines"},"hint":{"vi":"Mỗi ngành nghề một ý.","en":"One line for each trade."},"required":true},{"id":"capital","kind":{"kind":"money"},"label":{"vi":"Vốn điều lệ (đồng)","en":"Charter capital (đồng)"},"required":true},{"id":"representative","kind":{"kind":"text","length_max":120},"label":{"vi":"Người đại diện theo pháp luật","en":"Legal representative"},"required":true},{"id":"phone","kind":{"kind":"phone"},"label":{"vi":"Điện thoại","en":"Telephone"},"required":true},{"id":"email","kind":{"kind":"email"},"label":{"vi":"Thư điện tử","en":"E-mail"},"required":false}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ đăng ký","en":"Examine the request"},"unit":"business-registration","role":"officer","hours":14,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"business-registration","role":"division-head","hours":6,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}}', ''),
	('3.000333', 1, '2025-07-01', NULL, '{"code":"3.000333","version":1,"name":{"vi":"Cấp Phiếu Lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam, người Việt Nam đang cư trú ở nước ngoài","en":"Criminal record certificate"},"short_name":{"vi":"Xin phiếu lý lịch tư pháp","en":"Get a criminal record certificate"},"summary":{"vi":"Bạn cần phiếu lý lịch tư pháp khi xin việc, đi học, đi làm hoặc định cư ở nước ngoài. Phiếu số 1 chỉ ghi án tích chưa được xóa, phiếu số 2 ghi đầy đủ.","en":"You may need this to work, study or settle abroad. Certificate No. 1 shows only convictions not yet cleared, No. 2 shows the full record."},"field":"criminal-records","audiences":["citizen","foreigner"],"life_events":["papers","work"],"steps":[{"vi":"Bạn điền tờ khai và trả phí trực tuyến, qua bưu chính hoặc tại quầy.","en":"Fill in the form and pay online, by post or at the counter."},{"vi":"Phòng Hồ sơ nghiệp vụ tra cứu; cần thì hỏi nơi bạn từng cư trú.","en":"The records division looks up the data and asks places you lived in where needed."},{"vi":"Công an tỉnh ký phiếu và bạn nhận kết quả.","en":"The Provincial Police sign and you receive the certificate."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"calendar-days","n":10},"fees":[{"name":{"vi":"Phí cấp phiếu lý lịch tư pháp","en":"Fee for the certificate"},"amount":200000,"kind":"fee","example":true}]},{"channel":"online","limit":{"unit":"calendar-days","n":10},"fees":[{"name":{"vi":"Phí cấp phiếu lý lịch tư pháp","en":"Fee for the certificate"},"amount":200000,"kind":"fee","example":true}]},{"channel":"postal","limit":{"unit":"calendar-days","n":10},"fees":[{"name":{"vi":"Phí cấp phiếu lý lịch tư pháp","en":"Fee for the certificate"},"amount":200000,"kind":"fee","example":true}]}],"papers":[{"id":"form","name":{"vi":"Tờ khai yêu cầu cấp Phiếu lý lịch tư pháp","en":"Request form"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Nộp trực tuyến thì điền ngay trên màn hình.","en":"Online, it is filled in on the screen."}},{"id":"identity","name":{"vi":"Bản sao thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Copy of the identity card or passport"},"originals":0,"copies":1,"required":true,"hint":{"vi":"Chụp rõ cả hai mặt; mang bản chính để đối chiếu.","en":"Both sides, clearly; bring the original to compare."}},{"id":"reduction","name":{"vi":"Giấy tờ chứng minh được miễn, giảm phí (nếu có)","en":"Proof for a reduced or waived fee (if any)"},"originals":0,"copies":1,"required":false},{"id":"authorisation","name":{"vi":"Văn bản ủy quyền (chỉ với phiếu số 1)","en":"Authorisation (only for certificate No. 1)"},"originals":1,"copies":0,"required":false}],"results":[{"code":"KQ.G01.000200","name":{"vi":"Phiếu lý lịch tư pháp số 1","en":"Criminal record certificate No. 1"}},{"code":"KQ.G01.000199","name":{"vi":"Phiếu lý lịch tư pháp số 2","en":"Criminal record certificate No. 2"}}],"legal_basis":[{"number":"28/2009/QH12","name":{"vi":"Luật Lý lịch tư pháp"}}],"keywords":["lý lịch tư pháp","phiếu lý lịch tư pháp số 1","phiếu lý lịch tư pháp số 2","án tích"],"form":{"questions":[{"id":"kind","kind":{"kind":"choice","choices":[{"id":"1","label":{"vi":"Phiếu số 1","en":"No. 1"}},{"id":"2","label":{"vi":"Phiếu số 2","en":"No. 2"}}]},"label":{"vi":"Loại phiếu","en":"Kind"},"hint":{"vi":"Nhờ người khác thì chỉ xin được phiếu số 1.","en":"Someone else can only ask for No. 1."},"required":true},{"id":"purpose","kind":{"kind":"choice","choices":[{"id":"job","label":{"vi":"Xin việc","en":"Work"}},{"id":"study","label":{"vi":"Học tập","en":"Study"}},{"id":"abroad","label":{"vi":"Ra nước ngoài","en":"Going abroad"}},{"id":"other","label":{"vi":"Khác","en":"Other"}}]},"label":{"vi":"Mục đích","en":"Purpose"},"required":true},{"id":"lived-places","kind":{"kind":"long-text","length_max":1000},"label":{"vi":"Nơi đã cư trú từ khi đủ 14 tuổi","en":"Places lived in since the age of 14"},"required":true},{"id":"father","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên cha","en":"Father''s name"},"required":false},{"id":"mother","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên mẹ","en":"Mother''s name"},"required":false},{"id":"copies","kind":{"kind":"number","min":1,"max":10},"label":{"vi":"Số phiếu cần","en":"Number of certificates"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Tra cứu dữ liệu lý lịch tư pháp","en":"Search the register"},"unit":"records","role":"officer","hours":8,"product":{"vi":"Kết quả tra cứu"}},{"id":"verify","name":{"vi":"Xác minh với nơi đã cư trú","en":"Verify where the person lived"},"unit":"records","role":"officer","hours":16,"product":{"vi":"Kết quả xác minh"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo phiếu","en":"Check the draft certificate"},"unit":"records","role":"division-head","hours":6,"product":{"vi":"Dự thảo phiếu"}},{"id":"approve","name":{"vi":"Ký phiếu lý lịch tư pháp","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Phiếu đã ký"}}],"links":[{"id":"archive","name":{"vi":"Sở Tư pháp tra cứu hồ sơ lưu trữ","en":"The Department of Justice looks into its archive"},"agency":816127672320000003,"procedure":"9.000333","minutes":960}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A criminal record certificate: what the register does not settle is verified where the person lived, while the\n     Department of Justice looks into its archive in a linked dossier; where the archive stays silent it goes on without.\n     Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"criminal-record\" targetNamespace=\"urn:motcua:demonstration\">\n  <message id=\"verifying\" name=\"Cần xác minh thêm\"/>\n  <process id=\"record\" name=\"Cấp phiếu lý lịch tư pháp\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <userTask id=\"review\" name=\"Tra cứu dữ liệu lý lịch tư pháp\">\n      <extensionElements>\n        <motcua:step unit=\"records\" role=\"officer\" time=\"8h\" product=\"Kết quả tra cứu\" english=\"Search the register\">\n          <motcua:outcome key=\"clear\" name=\"Đủ căn cứ\" english=\"It is settled\"/>\n          <motcua:outcome key=\"verify\" name=\"Phải xác minh\" english=\"It must be verified\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"settled\" name=\"Đủ căn cứ?\" default=\"to-draft\">\n      <extensionElements>\n        <motcua:step english=\"Is it well founded?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <intermediateThrowEvent id=\"told\" name=\"Hồ sơ của bạn cần được xác minh thêm tại nơi bạn từng cư trú\">\n      <extensionElements>\n        <motcua:step english=\"Your application needs to be verified where you have lived\"/>\n      </extensionElements>\n      <messageEventDefinition messageRef=\"verifying\"/>\n    </intermediateThrowEvent>\n    <parallelGateway id=\"both\"/>\n    <userTask id=\"verify\" name=\"Xác minh với nơi đã cư trú\">\n      <extensionElements>\n        <motcua:step unit=\"records\" role=\"officer\" time=\"16h\" product=\"Kết quả xác minh\" english=\"Verify where the person lived\"/>\n      </extensionElements>\n    </userTask>\n    <serviceTask id=\"archive\" name=\"Sở Tư pháp tra cứu hồ sơ lưu trữ\">\n      <extensionElements>\n        <motcua:step agency=\"justice\" procedure=\"9.000333\" time=\"16h\" product=\"Văn bản cung cấp thông tin\" english=\"The Department of Justice looks into its archive\"/>\n      </extensionElements>\n    </serviceTask>\n    <boundaryEvent id=\"silent\" name=\"Quá hạn chưa trả lời\" attachedToRef=\"archive\">\n      <extensionElements>\n        <motcua:step english=\"No answer in time\"/>\n      </extensionElements>\n      <timerEventDefinition><timeDuration>PT24H</timeDuration></timerEventDefinition>\n    </boundaryEvent>\n    <exclusiveGateway id=\"heard\"/>\n    <parallelGateway id=\"join\"/>\n    <exclusiveGateway id=\"draft\"/>\n    <userTask id=\"check\" name=\"Kiểm tra dự thảo phiếu\">\n      <extensionElements>\n        <motcua:step unit=\"records\" role=\"division-head\" time=\"6h\" product=\"Dự thảo phiếu\" english=\"Check the draft certificate\"/>\n      </extensionElements>\n    </userTask>\n    <userTask id=\"approve\" name=\"Ký phiếu lý lịch tư pháp\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"4h\" product=\"Phiếu đã ký\" english=\"Sign the certificate\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-review\" sourceRef=\"begin\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-settled\" sourceRef=\"review\" targetRef=\"settled\"/>\n    <sequenceFlow id=\"to-both\" name=\"Phải xác minh\" sourceRef=\"settled\" targetRef=\"told\">\n      <extensionElements>\n        <motcua:step english=\"To be verified\"/>\n      </extensionElements>\n      <conditionExpression>steps.review.outcome = \"verify\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-draft\" sourceRef=\"settled\" targetRef=\"draft\"/>\n    <sequenceFlow id=\"from-told\" sourceRef=\"told\" targetRef=\"both\"/>\n    <sequenceFlow id=\"to-verify\" sourceRef=\"both\" targetRef=\"verify\"/>\n    <sequenceFlow id=\"to-archive\" sourceRef=\"both\" targetRef=\"archive\"/>\n    <sequenceFlow id=\"from-verify\" sourceRef=\"verify\" targetRef=\"join\"/>\n    <sequenceFlow id=\"from-archive\" sourceRef=\"archive\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-silent\" sourceRef=\"silent\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-heard\" sourceRef=\"heard\" targetRef=\"join\"/>\n    <sequenceFlow id=\"from-join\" sourceRef=\"join\" targetRef=\"draft\"/>\n    <sequenceFlow id=\"to-check\" sourceRef=\"draft\" targetRef=\"check\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"check\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}}', ''),
	('3.000348', 1, '2025-07-01', NULL, '{"code":"3.000348","version":1,"name":{"vi":"Cấp lại giấy phép lái xe","en":"Replacement of a driving licence"},"short_name":{"vi":"Cấp lại giấy phép lái xe","en":"Replace a driving licence"},"summary":{"vi":"Bạn bị mất hoặc hỏng giấy phép lái xe thì xin cấp lại, có thể làm hoàn toàn qua mạng.","en":"If your driving licence was lost or damaged, ask for a new one; it can all be done online."},"field":"driving","audiences":["citizen","foreigner"],"life_events":["driving"],"steps":[{"vi":"Bạn điền đề nghị và trả lệ phí tại quầy hoặc trực tuyến.","en":"Fill in the request and pay at the counter or online."},{"vi":"Phòng Cảnh sát giao thông kiểm tra dữ liệu giấy phép.","en":"The Traffic Police check the licence data."},{"vi":"Bạn nhận giấy phép mới tại quầy hoặc qua bưu chính.","en":"You receive the new licence at the counter or by post."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":5},"fees":[{"name":{"vi":"Lệ phí cấp lại giấy phép lái xe","en":"Charge for the licence"},"amount":135000,"kind":"charge"}]},{"channel":"online","limit":{"unit":"working-days","n":5},"fees":[{"name":{"vi":"Lệ phí cấp lại giấy phép lái xe","en":"Charge for the licence"},"amount":135000,"kind":"charge"}]}],"papers":[{"id":"request","name":{"vi":"Đề nghị cấp lại giấy phép lái xe (mẫu tại Phụ lục XII Thông tư số 12/2025/TT-BCA)","en":"Request (form in Annex XII, Circular 12/2025)"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"health","name":{"vi":"Giấy khám sức khỏe của người lái xe","en":"Driver''s medical certificate"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Người có giấy phép hạng A1, A, B1 không cần.","en":"Not needed for classes A1, A and B1."}},{"id":"passport","name":{"vi":"Hộ chiếu (người nước ngoài, người Việt Nam định cư ở nước ngoài)","en":"Passport (foreigners and overseas Vietnamese)"},"originals":1,"copies":0,"required":false,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G01.000185","name":{"vi":"Giấy phép lái xe","en":"Driving licence"}}],"legal_basis":[{"number":"12/2025/TT-BCA","name":{"vi":"Thông tư quy định về sát hạch, cấp giấy phép lái xe; cấp, sử dụng giấy phép lái xe quốc tế"}},{"number":"37/2023/TT-BTC","name":{"vi":"Thông tư quy định phí sát hạch lái xe; lệ phí cấp giấy phép lái xe"}}],"keywords":["bằng lái xe","giấy phép lái xe","mất bằng lái","cấp lại bằng lái"],"form":{"questions":[{"id":"licence-number","kind":{"kind":"text","length_max":20},"label":{"vi":"Số giấy phép lái xe","en":"Licence number"},"required":false},{"id":"class","kind":{"kind":"choice","choices":[{"id":"A1","label":{"vi":"A1","en":"A1"}},{"id":"A","label":{"vi":"A","en":"A"}},{"id":"B","label":{"vi":"B","en":"B"}},{"id":"C","label":{"vi":"C","en":"C"}}]},"label":{"vi":"Hạng","en":"Class"},"required":true},{"id":"reason","kind":{"kind":"choice","choices":[{"id":"lost","label":{"vi":"Bị mất","en":"Lost"}},{"id":"damaged","label":{"vi":"Bị hỏng","en":"Damaged"}}]},"label":{"vi":"Lý do","en":"Reason"},"required":true},{"id":"delivery-phone","kind":{"kind":"phone"},"label":{"vi":"Điện thoại nhận kết quả","en":"Telephone for delivery"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra dữ liệu, in giấy phép","en":"Check data and print"},"unit":"traffic","role":"officer","hours":24,"product":{"vi":"Giấy phép chờ duyệt","en":"Licence awaiting approval"}},{"id":"approve","name":{"vi":"Duyệt cấp giấy phép","en":"Approve the licence"},"unit":"traffic","role":"division-head","hours":8,"product":{"vi":"Giấy phép lái xe","en":"Driving licence"}}]}}', ''),
	('3.000465', 1, '2025-07-01', NULL, '{"code":"3.000465","version":1,"name":{"vi":"Cấp bản sao văn bằng, chứng chỉ từ sổ gốc","en":"Copy of a diploma or certificate from the master register"},"short_name":{"vi":"Xin bản sao bằng tốt nghiệp","en":"Get a copy of a diploma"},"summary":{"vi":"Bạn cần bản sao bằng tốt nghiệp trung học phổ thông hoặc chứng chỉ thì xin cấp từ sổ gốc, thường có ngay trong ngày.","en":"Ask for a copy of your upper-secondary diploma or certificate from the register, usually the same day."},"field":"diplomas","audiences":["citizen","foreigner"],"life_events":["study","papers"],"steps":[{"vi":"Bạn điền phiếu đề nghị trực tuyến, qua bưu chính hoặc tại quầy.","en":"Fill in the request online, by post or at the counter."},{"vi":"Chuyên viên đối chiếu sổ gốc.","en":"The officer checks the register."},{"vi":"Trưởng phòng ký bản sao và bạn nhận kết quả.","en":"The head of division signs and you receive the copy."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"online","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":1},"note":{"vi":"Nộp sau 15 giờ mà không kịp giải quyết thì bạn nhận kết quả vào ngày làm việc tiếp theo.","en":"If you file after 15:00 and it cannot be done in time, you get the result on the next working day."},"free":true}],"papers":[{"id":"request","name":{"vi":"Phiếu đề nghị cấp bản sao từ sổ gốc","en":"Request for a copy from the register"},"originals":1,"copies":0,"required":true,"hint":{"vi":"Bản quét đủ các trang, có chữ ký của bạn.","en":"A scan of every page, with your signature."}},{"id":"authorisation","name":{"vi":"Giấy ủy quyền (khi nhờ người khác)","en":"Authorisation (when someone else asks)"},"originals":0,"copies":1,"required":false},{"id":"kinship","name":{"vi":"Giấy tờ chứng minh quan hệ (khi người thân xin thay người đã mất hoặc mất năng lực)","en":"Proof of kinship (when a relative asks for someone who died or lost capacity)"},"originals":0,"copies":1,"required":false,"hint":{"vi":"Ảnh chụp hoặc bản quét rõ bốn góc, đọc được mọi chữ và dấu.","en":"A photo or scan showing all four corners, with every word and stamp readable."}}],"results":[{"code":"KQ.G03.000157","name":{"vi":"Bản sao văn bằng, chứng chỉ từ sổ gốc","en":"Copy from the register"}}],"legal_basis":[{"number":"10/2026/TT-BGDĐT","name":{"vi":"Thông tư ban hành Quy chế văn bằng, chứng chỉ của hệ thống giáo dục quốc dân"}},{"number":"66.7/2025/NQ-CP","name":{"vi":"Nghị quyết về cắt giảm, đơn giản hóa thủ tục hành chính dựa trên dữ liệu"}}],"keywords":["bản sao bằng","bằng tốt nghiệp","sao bằng cấp 3","sổ gốc","chứng chỉ"],"form":{"questions":[{"id":"kind","kind":{"kind":"choice","choices":[{"id":"upper-secondary","label":{"vi":"Bằng tốt nghiệp trung học phổ thông","en":"Upper-secondary diploma"}},{"id":"certificate","label":{"vi":"Chứng chỉ","en":"Certificate"}}]},"label":{"vi":"Loại văn bằng","en":"Kind of diploma"},"required":true},{"id":"holder","kind":{"kind":"text","length_max":120},"label":{"vi":"Họ và tên trên bằng","en":"Name on the diploma"},"required":true},{"id":"birth-date","kind":{"kind":"date"},"label":{"vi":"Ngày sinh","en":"Date of birth"},"required":true},{"id":"school","kind":{"kind":"text","length_max":200},"label":{"vi":"Trường","en":"School"},"required":true},{"id":"year","kind":{"kind":"number","min":1950,"max":2100},"label":{"vi":"Năm tốt nghiệp","en":"Year"},"required":true},{"id":"copies","kind":{"kind":"number","min":1,"max":20},"label":{"vi":"Số bản sao","en":"Number of copies"},"required":true}]},"process":{"version":1,"steps":[{"id":"review","name":{"vi":"Đối chiếu sổ gốc, soạn bản sao","en":"Check the register and draft"},"unit":"quality","role":"officer","hours":4,"product":{"vi":"Dự thảo bản sao","en":"Draft copy"}},{"id":"approve","name":{"vi":"Ký bản sao","en":"Sign the copy"},"unit":"quality","role":"division-head","hours":2,"product":{"vi":"Bản sao đã ký","en":"Signed copy"}}]}}', ''),
	('9.000333', 1, '2025-07-01', NULL, '{"code":"9.000333","version":1,"name":{"vi":"Cung cấp thông tin lý lịch tư pháp lưu trữ tại Sở Tư pháp","en":"Information on criminal records from the archive of the Department of Justice"},"short_name":{"vi":"Cung cấp thông tin lý lịch tư pháp lưu trữ","en":"Look into the archive of criminal records"},"summary":{"vi":"Cơ quan công an hỏi Sở Tư pháp về án tích còn lưu tại Sở. Thủ tục này chỉ dùng giữa các cơ quan, người dân không phải nộp.","en":"The police ask the Department of Justice about records it still keeps. Only agencies use it; people need not apply."},"field":"criminal-records","audiences":["agency"],"life_events":[],"steps":[{"vi":"Sở Tư pháp tra cứu hồ sơ lưu và trả lời bằng văn bản.","en":"The Department of Justice looks into its archive and answers in writing."}],"conditions":{"vi":""},"methods":[{"channel":"direct","limit":{"unit":"working-days","n":2},"free":true},{"channel":"online","limit":{"unit":"working-days","n":2},"free":true},{"channel":"postal","limit":{"unit":"working-days","n":2},"free":true}],"papers":[{"id":"identity","name":{"vi":"Bản sao thẻ căn cước, căn cước công dân hoặc hộ chiếu","en":"Copy of the identity card or passport"},"originals":0,"copies":1,"required":false}],"results":[{"code":"KQ.G15.900333","name":{"vi":"Văn bản cung cấp thông tin lý lịch tư pháp","en":"Answer in writing"}}],"legal_basis":[{"number":"28/2009/QH12","name":{"vi":"Luật Lý lịch tư pháp"}}],"keywords":["lý lịch tư pháp lưu trữ"],"form":{"questions":[{"id":"lived-places","kind":{"kind":"long-text","length_max":1000},"label":{"vi":"Nơi đã cư trú từ khi đủ 14 tuổi","en":"Places lived in since the age of 14"},"required":true}]},"process":{"version":1,"steps":[{"id":"search","name":{"vi":"Tra cứu hồ sơ lưu trữ","en":"Search the archive"},"unit":"administration","role":"officer","hours":8,"product":{"vi":"Kết quả tra cứu","en":"What was found"}},{"id":"answer","name":{"vi":"Ký văn bản trả lời","en":"Sign the answer"},"unit":"administration","role":"division-head","hours":4,"product":{"vi":"Văn bản trả lời","en":"The answer in writing"}}]}}', '');


--
-- Data for Name: process_draft; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.process_draft VALUES
	('2.000635', '<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:motcua="urn:motcua:process:1" id="definitions" targetNamespace="urn:motcua:process:1" exporter="motcua">
  <bpmn:process id="process" name="Xin bản sao giấy khai sinh, trích lục hộ tịch" isExecutable="true">
    <bpmn:startEvent id="begin">
      <bpmn:outgoing>begin-to-review</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="review" name="Tra cứu và soạn bản sao">
      <bpmn:extensionElements>
        <motcua:step unit="administration" role="officer" time="PT4H" product="Dự thảo bản sao" english="Look up and draft the copy"/>
      </bpmn:extensionElements>
      <bpmn:incoming>begin-to-review</bpmn:incoming>
      <bpmn:outgoing>review-to-check</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="check" name="Kiểm tra bản sao">
      <bpmn:extensionElements>
        <motcua:step unit="administration" role="division-head" time="PT2H" product="Bản sao đã kiểm tra" english="Check the copy"/>
      </bpmn:extensionElements>
      <bpmn:incoming>review-to-check</bpmn:incoming>
      <bpmn:outgoing>check-to-approve</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="approve" name="Ký bản sao">
      <bpmn:extensionElements>
        <motcua:step unit="leadership" role="agency-head" time="PT2H" product="Bản sao đã ký" english="Sign the copy"/>
      </bpmn:extensionElements>
      <bpmn:incoming>check-to-approve</bpmn:incoming>
      <bpmn:outgoing>approve-to-end</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end">
      <bpmn:incoming>approve-to-end</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="begin-to-review" sourceRef="begin" targetRef="review"/>
    <bpmn:sequenceFlow id="review-to-check" sourceRef="review" targetRef="check"/>
    <bpmn:sequenceFlow id="check-to-approve" sourceRef="check" targetRef="approve"/>
    <bpmn:sequenceFlow id="approve-to-end" sourceRef="approve" targetRef="end"/>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="process-diagram">
    <bpmndi:BPMNPlane id="process-plane" bpmnElement="process">
      <bpmndi:BPMNShape id="begin-shape" bpmnElement="begin">
        <dc:Bounds x="67" y="52" width="36" height="36"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="review-shape" bpmnElement="review">
        <dc:Bounds x="180" y="30" width="110" height="80"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="check-shape" bpmnElement="check">
        <dc:Bounds x="330" y="30" width="110" height="80"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="approve-shape" bpmnElement="approve">
        <dc:Bounds x="480" y="30" width="110" height="80"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end">
        <dc:Bounds x="667" y="52" width="36" height="36"/>
      </bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="begin-to-review-edge" bpmnElement="begin-to-review">
        <di:waypoint x="103" y="70"/>
        <di:waypoint x="180" y="70"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="review-to-check-edge" bpmnElement="review-to-check">
        <di:waypoint x="290" y="70"/>
        <di:waypoint x="330" y="70"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="check-to-approve-edge" bpmnElement="check-to-approve">
        <di:waypoint x="440" y="70"/>
        <di:waypoint x="480" y="70"/>
      </bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="approve-to-end-edge" bpmnElement="approve-to-end">
        <di:waypoint x="590" y="70"/>
        <di:waypoint x="667" y="70"/>
      </bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
', 1772416800000, 816127672320000020);


--
-- Data for Name: process_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.process_version VALUES
	('1.000280', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Xem xét hồ sơ, lập đoàn","en":"Examine and appoint assessors"},"unit":"primary","role":"officer","hours":40,"product":{"vi":"Quyết định lập đoàn","en":"Appointment"}},{"id":"assessment","name":{"vi":"Đánh giá ngoài","en":"External assessment"},"unit":"primary","role":"officer","hours":240,"product":{"vi":"Báo cáo đánh giá ngoài","en":"Assessment report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả","en":"Check the result"},"unit":"primary","role":"division-head","hours":48,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Quyết định công nhận","en":"Decide on recognition"},"unit":"leadership","role":"agency-head","hours":24,"product":{"vi":"Bằng công nhận","en":"Certificate"}}]}', '', NULL, ''),
	('1.000656', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ và ghi sổ","en":"Check the dossier and make the entry"},"unit":"civil-status","role":"officer","hours":5,"product":{"vi":"Dự thảo trích lục khai tử","en":"Draft extract"}},{"id":"approve","name":{"vi":"Ký trích lục khai tử","en":"Sign the extract"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Trích lục khai tử đã ký","en":"Signed extract"}}]}', '', NULL, ''),
	('1.000894', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra điều kiện kết hôn và ghi sổ","en":"Check the conditions and make the entry"},"unit":"civil-status","role":"officer","hours":5,"product":{"vi":"Dự thảo giấy chứng nhận kết hôn","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận kết hôn","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Giấy chứng nhận kết hôn đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.001193', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ và ghi sổ","en":"Check the dossier and make the entry"},"unit":"civil-status","role":"officer","hours":3,"product":{"vi":"Dự thảo giấy khai sinh"}},{"id":"verify","name":{"vi":"Xác minh với cơ sở y tế, công an","en":"Verify with the clinic or the police"},"unit":"civil-status","role":"officer","hours":2,"product":{"vi":"Kết quả xác minh"}},{"id":"approve","name":{"vi":"Ký giấy khai sinh","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":1,"product":{"vi":"Giấy khai sinh"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A birth is registered within the day: checked and entered, verified where the papers leave a doubt, signed. Somebody is\n     reminded when half the day is over. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"birth\" targetNamespace=\"urn:motcua:demonstration\">\n  <process id=\"registration\" name=\"Đăng ký khai sinh\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <userTask id=\"review\" name=\"Kiểm tra hồ sơ và ghi sổ\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"3h\" product=\"Dự thảo giấy khai sinh\" english=\"Check the dossier and make the entry\">\n          <motcua:outcome key=\"complete\" name=\"Đủ căn cứ\" english=\"Well founded\"/>\n          <motcua:outcome key=\"doubt\" name=\"Cần xác minh\" english=\"To be verified\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <boundaryEvent id=\"half-day\" name=\"Đã quá nửa ngày\" attachedToRef=\"review\" cancelActivity=\"false\">\n      <extensionElements><motcua:step english=\"Half the day is over\"/></extensionElements>\n        <motcua:step english=\"Half a day has passed\"/>\n      <timerEventDefinition><timeDuration>PT4H</timeDuration></timerEventDefinition>\n    </boundaryEvent>\n    <endEvent id=\"reminded\"/>\n    <exclusiveGateway id=\"founded\" name=\"Đủ căn cứ?\" default=\"to-merge\">\n      <extensionElements>\n        <motcua:step english=\"Is it well founded?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <userTask id=\"verify\" name=\"Xác minh với cơ sở y tế, công an\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"2h\" product=\"Kết quả xác minh\" english=\"Verify with the clinic or the police\"/>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"verified\"/>\n    <userTask id=\"approve\" name=\"Ký giấy khai sinh\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"1h\" product=\"Giấy khai sinh\" english=\"Sign the certificate\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-review\" sourceRef=\"begin\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-founded\" sourceRef=\"review\" targetRef=\"founded\"/>\n    <sequenceFlow id=\"to-verify\" name=\"Cần xác minh\" sourceRef=\"founded\" targetRef=\"verify\">\n      <extensionElements>\n        <motcua:step english=\"To be verified\"/>\n      </extensionElements>\n      <conditionExpression>steps.review.outcome = \"doubt\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-merge\" name=\"Đủ\" sourceRef=\"founded\" targetRef=\"verified\">\n      <extensionElements>\n        <motcua:step english=\"It is\"/>\n      </extensionElements>\n    </sequenceFlow>\n    <sequenceFlow id=\"from-verify\" sourceRef=\"verify\" targetRef=\"verified\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"verified\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n    <sequenceFlow id=\"to-reminded\" sourceRef=\"half-day\" targetRef=\"reminded\"/>\n  </process>\n</definitions>\n"}', '', NULL, ''),
	('1.001612', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ đăng ký","en":"Examine the request"},"unit":"economy","role":"officer","hours":6,"product":{"vi":"Phiếu thẩm định"}},{"id":"look-up","name":{"vi":"Tra cứu tên hộ kinh doanh","en":"Look up the name"},"unit":"economy","role":"officer","hours":2,"product":{"vi":"Kết quả tra cứu"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"economy","role":"division-head","hours":3,"product":{"vi":"Giấy chứng nhận đăng ký hộ kinh doanh"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A household business: the name is looked up while the request is examined; then the tax number of the tax authority is\n     waited for, half a day at most; whoever examined it does not sign. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"household-business\" targetNamespace=\"urn:motcua:demonstration\">\n  <message id=\"tax-number\" name=\"tax-number\"/>\n  <process id=\"registration-of-business\" name=\"Đăng ký hộ kinh doanh\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <parallelGateway id=\"both\"/>\n    <userTask id=\"review\" name=\"Kiểm tra hồ sơ đăng ký\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"6h\" product=\"Phiếu thẩm định\" english=\"Examine the request\"/>\n      </extensionElements>\n    </userTask>\n    <userTask id=\"look-up\" name=\"Tra cứu tên hộ kinh doanh\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"2h\" product=\"Kết quả tra cứu\" english=\"Look up the name\"/>\n      </extensionElements>\n    </userTask>\n    <parallelGateway id=\"together\"/>\n    <eventBasedGateway id=\"either\" name=\"Mã số thuế\">\n      <extensionElements>\n        <motcua:step english=\"The tax number\"/>\n      </extensionElements>\n    </eventBasedGateway>\n    <intermediateCatchEvent id=\"tax-number-came\" name=\"Cơ quan thuế gửi mã số thuế\">\n      <extensionElements><motcua:step english=\"The tax authority sends the tax number\"/></extensionElements>\n        <motcua:step english=\"The tax office sends the number\"/>\n      <messageEventDefinition messageRef=\"tax-number\"/>\n    </intermediateCatchEvent>\n    <intermediateCatchEvent id=\"half-day\" name=\"Sau nửa ngày chưa có mã số thuế\">\n      <extensionElements><motcua:step english=\"No tax number after half a day\"/></extensionElements>\n        <motcua:step english=\"No number after half a day\"/>\n      <timerEventDefinition><timeDuration>PT4H</timeDuration></timerEventDefinition>\n    </intermediateCatchEvent>\n    <exclusiveGateway id=\"on\"/>\n    <userTask id=\"approve\" name=\"Ký giấy chứng nhận\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"division-head\" time=\"3h\" product=\"Giấy chứng nhận đăng ký hộ kinh doanh\" english=\"Sign the certificate\" apart-from=\"review\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-both\" sourceRef=\"begin\" targetRef=\"both\"/>\n    <sequenceFlow id=\"to-review\" sourceRef=\"both\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-look-up\" sourceRef=\"both\" targetRef=\"look-up\"/>\n    <sequenceFlow id=\"from-review\" sourceRef=\"review\" targetRef=\"together\"/>\n    <sequenceFlow id=\"from-look-up\" sourceRef=\"look-up\" targetRef=\"together\"/>\n    <sequenceFlow id=\"to-either\" sourceRef=\"together\" targetRef=\"either\"/>\n    <sequenceFlow id=\"to-message\" sourceRef=\"either\" targetRef=\"tax-number-came\"/>\n    <sequenceFlow id=\"to-time\" sourceRef=\"either\" targetRef=\"half-day\"/>\n    <sequenceFlow id=\"from-message\" sourceRef=\"tax-number-came\" targetRef=\"on\"/>\n    <sequenceFlow id=\"from-time\" sourceRef=\"half-day\" targetRef=\"on\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"on\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}', '', NULL, ''),
	('1.001731', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Đối chiếu và soạn quyết định","en":"Check and draft the decision"},"unit":"social","role":"officer","hours":14,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"approve","name":{"vi":"Ký quyết định hỗ trợ","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}', '', NULL, ''),
	('1.004594', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Xem xét hồ sơ","en":"Examine the dossier"},"unit":"tourism","role":"officer","hours":32,"product":{"vi":"Phiếu xem xét","en":"Examination note"}},{"id":"visit","name":{"vi":"Thẩm định tại cơ sở","en":"Assess on site"},"unit":"tourism","role":"officer","hours":64,"product":{"vi":"Biên bản thẩm định","en":"Assessment report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả","en":"Check the result"},"unit":"tourism","role":"division-head","hours":24,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"approve","name":{"vi":"Ký quyết định công nhận","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}', '', NULL, ''),
	('1.004756', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"animal-health","role":"officer","hours":20,"product":{"vi":"Dự thảo chứng chỉ","en":"Draft certificate"}},{"id":"check","name":{"vi":"Kiểm tra","en":"Check"},"unit":"animal-health","role":"division-head","hours":8,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký chứng chỉ","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":6,"product":{"vi":"Chứng chỉ đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.004873', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Xác minh tình trạng hôn nhân","en":"Verify marital status"},"unit":"civil-status","role":"officer","hours":14,"product":{"vi":"Dự thảo giấy xác nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy xác nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy xác nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.008628', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"administration","role":"officer","hours":56,"product":{"vi":"Phiếu thẩm định","en":"Examination note"}},{"id":"check","name":{"vi":"Kiểm tra và trình","en":"Check and submit"},"unit":"administration","role":"division-head","hours":24,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký chứng chỉ cấp lại","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":24,"product":{"vi":"Chứng chỉ hành nghề luật sư","en":"Practising certificate"}}]}', '', NULL, ''),
	('1.010827', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra, sao lục hồ sơ","en":"Check and copy the file"},"unit":"merit","role":"officer","hours":64,"product":{"vi":"Hồ sơ đã kiểm tra","en":"Checked file"}},{"id":"check","name":{"vi":"Kiểm tra và niêm phong","en":"Check and seal"},"unit":"merit","role":"division-head","hours":24,"product":{"vi":"Hồ sơ niêm phong","en":"Sealed file"}},{"id":"approve","name":{"vi":"Ký phiếu báo di chuyển","en":"Sign the notice"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Phiếu báo đã ký","en":"Signed notice"}}]}', '', NULL, ''),
	('1.011441', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra và ghi sổ","en":"Check and record"},"unit":"land-registry","role":"officer","hours":5,"product":{"vi":"Nội dung đăng ký đã ghi","en":"Entry made"}},{"id":"approve","name":{"vi":"Xác nhận đăng ký","en":"Confirm the registration"},"unit":"land-registry","role":"division-head","hours":2,"product":{"vi":"Phiếu yêu cầu đã xác nhận","en":"Confirmed request"}}]}', '', NULL, ''),
	('1.012422', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm tra hồ sơ","en":"Examine the dossier"},"unit":"organisation","role":"officer","hours":240,"product":{"vi":"Tổng hợp hồ sơ","en":"File summary"}},{"id":"council","name":{"vi":"Họp hội đồng cấp tỉnh","en":"Provincial council"},"unit":"organisation","role":"division-head","hours":400,"product":{"vi":"Biên bản hội đồng","en":"Council minutes"}},{"id":"approve","name":{"vi":"Ký tờ trình đề nghị xét tặng","en":"Sign the proposal"},"unit":"leadership","role":"agency-head","hours":80,"product":{"vi":"Tờ trình đã ký","en":"Signed proposal"}}]}', '', NULL, ''),
	('1.012784', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ, bản vẽ","en":"Examine dossier and drawing"},"unit":"land-registry","role":"officer","hours":40,"product":{"vi":"Phiếu kiểm tra","en":"Examination note"}},{"id":"update","name":{"vi":"Cập nhật hồ sơ địa chính, soạn giấy","en":"Update records and draft"},"unit":"land-registry","role":"officer","hours":32,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"land-registry","role":"division-head","hours":16,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.012812', 1, 1751329800000, '{"version":1,"steps":[{"id":"verify","name":{"vi":"Xác minh nguồn gốc, hiện trạng","en":"Verify origin and present state"},"unit":"economy","role":"officer","hours":56,"product":{"vi":"Báo cáo xác minh","en":"Verification report"}},{"id":"council","name":{"vi":"Tổ chức hội đồng hòa giải","en":"Hold the mediation council"},"unit":"economy","role":"division-head","hours":56,"product":{"vi":"Dự thảo biên bản hòa giải","en":"Draft minutes"}},{"id":"approve","name":{"vi":"Ký biên bản hòa giải","en":"Sign the minutes"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Biên bản hòa giải","en":"Signed minutes"}}]}', '', NULL, ''),
	('1.012906', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ và kết quả thi","en":"Examine dossier and result"},"unit":"housing","role":"officer","hours":40,"product":{"vi":"Danh sách đủ điều kiện","en":"List of those eligible"}},{"id":"check","name":{"vi":"Kiểm tra danh sách","en":"Check the list"},"unit":"housing","role":"division-head","hours":16,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký chứng chỉ","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":12,"product":{"vi":"Chứng chỉ đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.013004', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"energy","role":"officer","hours":40,"product":{"vi":"Phiếu thẩm định","en":"Examination note"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"energy","role":"division-head","hours":16,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":12,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.013225', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Xem xét bản vẽ và quy hoạch","en":"Examine drawings and plan"},"unit":"economy","role":"officer","hours":6,"product":{"vi":"Phiếu thẩm định"}},{"id":"site-visit","name":{"vi":"Kiểm tra thực địa","en":"Visit the site"},"unit":"economy","role":"officer","hours":8,"product":{"vi":"Biên bản kiểm tra"}},{"id":"opinion","name":{"vi":"Cho ý kiến về cảnh quan, di tích","en":"Give an opinion on landscape and heritage"},"unit":"social","role":"officer","hours":8,"product":{"vi":"Phiếu ý kiến"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo giấy phép","en":"Check the draft permit"},"unit":"economy","role":"division-head","hours":4,"product":{"vi":"Dự thảo giấy phép"}},{"id":"approve","name":{"vi":"Ký giấy phép xây dựng","en":"Sign the permit"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy phép đã ký"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A building permit of a commune: what is drawn is examined, the site visited and a neighbouring division asked at the\n     same time, whose silence does not hold it up, and the draft may be sent back once. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"building-permit\" targetNamespace=\"urn:motcua:demonstration\">\n  <process id=\"permit\" name=\"Cấp giấy phép xây dựng nhà ở riêng lẻ\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <exclusiveGateway id=\"again\"/>\n    <userTask id=\"review\" name=\"Xem xét bản vẽ và quy hoạch\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"6h\" product=\"Phiếu thẩm định\" english=\"Examine drawings and plan\"/>\n      </extensionElements>\n    </userTask>\n    <parallelGateway id=\"both\"/>\n    <userTask id=\"site-visit\" name=\"Kiểm tra thực địa\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"officer\" time=\"8h\" product=\"Biên bản kiểm tra\" english=\"Visit the site\"/>\n      </extensionElements>\n    </userTask>\n    <userTask id=\"opinion\" name=\"Cho ý kiến về cảnh quan, di tích\">\n      <extensionElements>\n        <motcua:step unit=\"social\" role=\"officer\" time=\"8h\" product=\"Phiếu ý kiến\" english=\"Give an opinion on landscape and heritage\"/>\n      </extensionElements>\n    </userTask>\n    <boundaryEvent id=\"silent\" name=\"Hết hạn cho ý kiến\" attachedToRef=\"opinion\">\n      <extensionElements><motcua:step english=\"The time for an opinion is over\"/></extensionElements>\n        <motcua:step english=\"The time for opinions is over\"/>\n      <timerEventDefinition><timeDuration>PT16H</timeDuration></timerEventDefinition>\n    </boundaryEvent>\n    <exclusiveGateway id=\"heard\"/>\n    <parallelGateway id=\"together\"/>\n    <userTask id=\"check\" name=\"Kiểm tra dự thảo giấy phép\">\n      <extensionElements>\n        <motcua:step unit=\"economy\" role=\"division-head\" time=\"4h\" product=\"Dự thảo giấy phép\" english=\"Check the draft permit\">\n          <motcua:outcome key=\"good\" name=\"Đạt, trình ký\" english=\"Good, to be signed\"/>\n          <motcua:outcome key=\"back\" name=\"Chưa đạt, thẩm định lại\" english=\"Not yet, examine it again\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"draft-good\" name=\"Dự thảo đạt?\" default=\"to-sign\">\n      <extensionElements>\n        <motcua:step english=\"Is the draft good?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <userTask id=\"approve\" name=\"Ký giấy phép xây dựng\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"4h\" product=\"Giấy phép đã ký\" english=\"Sign the permit\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-again\" sourceRef=\"begin\" targetRef=\"again\"/>\n    <sequenceFlow id=\"to-review\" sourceRef=\"again\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-both\" sourceRef=\"review\" targetRef=\"both\"/>\n    <sequenceFlow id=\"to-visit\" sourceRef=\"both\" targetRef=\"site-visit\"/>\n    <sequenceFlow id=\"to-opinion\" sourceRef=\"both\" targetRef=\"opinion\"/>\n    <sequenceFlow id=\"from-visit\" sourceRef=\"site-visit\" targetRef=\"together\"/>\n    <sequenceFlow id=\"from-opinion\" sourceRef=\"opinion\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-silence\" sourceRef=\"silent\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-heard\" sourceRef=\"heard\" targetRef=\"together\"/>\n    <sequenceFlow id=\"to-check\" sourceRef=\"together\" targetRef=\"check\"/>\n    <sequenceFlow id=\"to-choice\" sourceRef=\"check\" targetRef=\"draft-good\"/>\n    <sequenceFlow id=\"send-back\" name=\"Chưa đạt\" sourceRef=\"draft-good\" targetRef=\"again\">\n      <extensionElements><motcua:bound times=\"1\"/></extensionElements>\n        <motcua:step english=\"Not yet\"/>\n      <conditionExpression>steps.check.outcome = \"back\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-sign\" name=\"Đạt\" sourceRef=\"draft-good\" targetRef=\"approve\">\n      <extensionElements>\n        <motcua:step english=\"It is\"/>\n      </extensionElements>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}', '', NULL, ''),
	('1.013855', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm xét hồ sơ","en":"Examine the dossier"},"unit":"social","role":"officer","hours":24,"product":{"vi":"Phiếu thẩm xét","en":"Examination note"}},{"id":"inspection","name":{"vi":"Thẩm định tại cơ sở","en":"Inspect the premises"},"unit":"social","role":"officer","hours":64,"product":{"vi":"Biên bản thẩm định","en":"Inspection report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả thẩm định","en":"Check the result"},"unit":"social","role":"division-head","hours":24,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.014027', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Đối chiếu điều kiện hưởng","en":"Check eligibility"},"unit":"social","role":"officer","hours":40,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"social","role":"division-head","hours":16,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký quyết định","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":8,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}', '', NULL, ''),
	('1.014092', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định hồ sơ","en":"Examine the dossier"},"unit":"pharmacy","role":"officer","hours":48,"product":{"vi":"Phiếu thẩm định","en":"Examination note"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"pharmacy","role":"division-head","hours":24,"product":{"vi":"Dự thảo chứng chỉ","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký chứng chỉ","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Chứng chỉ đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('1.014201', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm định nhu cầu và hồ sơ","en":"Examine need and dossier"},"unit":"employment","role":"officer","hours":40,"product":{"vi":"Dự thảo giấy phép","en":"Draft permit"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"employment","role":"division-head","hours":16,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký giấy phép","en":"Sign the permit"},"unit":"leadership","role":"agency-head","hours":12,"product":{"vi":"Giấy phép đã ký","en":"Signed permit"}}]}', '', NULL, ''),
	('1.014748', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Xác nhận thời gian đóng, tính mức hưởng","en":"Confirm the record and calculate"},"unit":"employment","role":"officer","hours":64,"product":{"vi":"Dự thảo quyết định","en":"Draft decision"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"employment","role":"division-head","hours":24,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký quyết định","en":"Sign the decision"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Quyết định đã ký","en":"Signed decision"}}]}', '', NULL, ''),
	('1.014801', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ, vị trí nuôi","en":"Examine dossier and place"},"unit":"economy","role":"officer","hours":20,"product":{"vi":"Dự thảo giấy xác nhận","en":"Draft certificate"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo","en":"Check the draft"},"unit":"economy","role":"division-head","hours":8,"product":{"vi":"Tờ trình","en":"Submission"}},{"id":"approve","name":{"vi":"Ký giấy xác nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy xác nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('2.000591', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm xét hồ sơ","en":"Examine the dossier"},"unit":"trade","role":"officer","hours":32,"product":{"vi":"Phiếu thẩm xét","en":"Examination note"}},{"id":"inspection","name":{"vi":"Thẩm định thực tế","en":"Inspect the site"},"unit":"trade","role":"officer","hours":80,"product":{"vi":"Biên bản thẩm định","en":"Inspection report"}},{"id":"check","name":{"vi":"Kiểm tra kết quả","en":"Check the result"},"unit":"trade","role":"division-head","hours":32,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":16,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('2.000635', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Tra cứu và soạn bản sao","en":"Look up and draft the copy"},"unit":"administration","role":"officer","hours":4,"product":{"vi":"Dự thảo bản sao","en":"Draft copy"}},{"id":"check","name":{"vi":"Kiểm tra bản sao","en":"Check the copy"},"unit":"administration","role":"division-head","hours":2,"product":{"vi":"Bản sao đã kiểm tra","en":"Checked copy"}},{"id":"approve","name":{"vi":"Ký bản sao","en":"Sign the copy"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Bản sao đã ký","en":"Signed copy"}}]}', '', NULL, ''),
	('2.000806', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Thẩm tra hồ sơ","en":"Examine the dossier"},"unit":"civil-status","role":"officer","hours":16,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận kết hôn","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('2.000815', 1, 1751329800000, '{"version":1,"steps":[{"id":"compare","name":{"vi":"Đối chiếu bản sao với bản chính","en":"Compare with the original"},"unit":"civil-status","role":"officer","hours":2,"product":{"vi":"Bản sao đã đối chiếu"}},{"id":"ask","name":{"vi":"Hỏi lại nơi cấp bản chính","en":"Ask whoever issued the original"},"unit":"civil-status","role":"officer","hours":2,"product":{"vi":"Trả lời của nơi cấp"}},{"id":"approve","name":{"vi":"Ký chứng thực","en":"Sign the certification"},"unit":"leadership","role":"agency-head","hours":1,"product":{"vi":"Bản sao được chứng thực"}}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Copies are certified at the counter: compared with the original; where there is a doubt, whoever issued it is asked;\n     signed. Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"certified-copies\" targetNamespace=\"urn:motcua:demonstration\">\n  <process id=\"certification\" name=\"Chứng thực bản sao từ bản chính\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận bản chính và bản sao\">\n      <extensionElements>\n        <motcua:step english=\"Originals and copies come\"/>\n      </extensionElements>\n    </startEvent>\n    <userTask id=\"compare\" name=\"Đối chiếu bản sao với bản chính\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"2h\" product=\"Bản sao đã đối chiếu\" english=\"Compare with the original\">\n          <motcua:outcome key=\"same\" name=\"Khớp bản chính\" english=\"The same\"/>\n          <motcua:outcome key=\"doubt\" name=\"Bản chính có dấu hiệu sửa chữa\" english=\"The original seems altered\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"same\" name=\"Khớp?\" default=\"to-merge\">\n      <extensionElements>\n        <motcua:step english=\"Do they agree?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <userTask id=\"ask\" name=\"Hỏi lại nơi cấp bản chính\">\n      <extensionElements>\n        <motcua:step unit=\"civil-status\" role=\"officer\" time=\"2h\" product=\"Trả lời của nơi cấp\" english=\"Ask whoever issued the original\"/>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"clear\"/>\n    <userTask id=\"approve\" name=\"Ký chứng thực\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"1h\" product=\"Bản sao được chứng thực\" english=\"Sign the certification\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-compare\" sourceRef=\"begin\" targetRef=\"compare\"/>\n    <sequenceFlow id=\"to-same\" sourceRef=\"compare\" targetRef=\"same\"/>\n    <sequenceFlow id=\"to-ask\" name=\"Nghi ngờ\" sourceRef=\"same\" targetRef=\"ask\">\n      <extensionElements>\n        <motcua:step english=\"In doubt\"/>\n      </extensionElements>\n      <conditionExpression>steps.compare.outcome = \"doubt\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-merge\" name=\"Khớp\" sourceRef=\"same\" targetRef=\"clear\">\n      <extensionElements>\n        <motcua:step english=\"They agree\"/>\n      </extensionElements>\n    </sequenceFlow>\n    <sequenceFlow id=\"from-ask\" sourceRef=\"ask\" targetRef=\"clear\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"clear\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}', '', NULL, ''),
	('2.000884', 1, 1751329800000, '{"version":1,"steps":[{"id":"check","name":{"vi":"Kiểm tra và cho ký trước mặt","en":"Check and witness the signature"},"unit":"civil-status","role":"officer","hours":3,"product":{"vi":"Văn bản đã ký","en":"Signed document"}},{"id":"approve","name":{"vi":"Ký chứng thực","en":"Sign the certification"},"unit":"leadership","role":"agency-head","hours":2,"product":{"vi":"Văn bản đã chứng thực","en":"Certified document"}}]}', '', NULL, ''),
	('2.001583', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra hồ sơ đăng ký","en":"Examine the request"},"unit":"business-registration","role":"officer","hours":14,"product":{"vi":"Dự thảo giấy chứng nhận","en":"Draft certificate"}},{"id":"approve","name":{"vi":"Ký giấy chứng nhận","en":"Sign the certificate"},"unit":"business-registration","role":"division-head","hours":6,"product":{"vi":"Giấy chứng nhận đã ký","en":"Signed certificate"}}]}', '', NULL, ''),
	('3.000333', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Tra cứu dữ liệu lý lịch tư pháp","en":"Search the register"},"unit":"records","role":"officer","hours":8,"product":{"vi":"Kết quả tra cứu"}},{"id":"verify","name":{"vi":"Xác minh với nơi đã cư trú","en":"Verify where the person lived"},"unit":"records","role":"officer","hours":16,"product":{"vi":"Kết quả xác minh"}},{"id":"check","name":{"vi":"Kiểm tra dự thảo phiếu","en":"Check the draft certificate"},"unit":"records","role":"division-head","hours":6,"product":{"vi":"Dự thảo phiếu"}},{"id":"approve","name":{"vi":"Ký phiếu lý lịch tư pháp","en":"Sign the certificate"},"unit":"leadership","role":"agency-head","hours":4,"product":{"vi":"Phiếu đã ký"}}],"links":[{"id":"archive","name":{"vi":"Sở Tư pháp tra cứu hồ sơ lưu trữ","en":"The Department of Justice looks into its archive"},"agency":816127672320000003,"procedure":"9.000333","minutes":960}],"drawing":"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A criminal record certificate: what the register does not settle is verified where the person lived, while the\n     Department of Justice looks into its archive in a linked dossier; where the archive stays silent it goes on without.\n     Made up for the demonstration. -->\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:motcua=\"urn:motcua:process:1\"\n             id=\"criminal-record\" targetNamespace=\"urn:motcua:demonstration\">\n  <message id=\"verifying\" name=\"Cần xác minh thêm\"/>\n  <process id=\"record\" name=\"Cấp phiếu lý lịch tư pháp\" isExecutable=\"true\">\n    <startEvent id=\"begin\" name=\"Nhận hồ sơ\">\n      <extensionElements>\n        <motcua:step english=\"The dossier comes\"/>\n      </extensionElements>\n    </startEvent>\n    <userTask id=\"review\" name=\"Tra cứu dữ liệu lý lịch tư pháp\">\n      <extensionElements>\n        <motcua:step unit=\"records\" role=\"officer\" time=\"8h\" product=\"Kết quả tra cứu\" english=\"Search the register\">\n          <motcua:outcome key=\"clear\" name=\"Đủ căn cứ\" english=\"It is settled\"/>\n          <motcua:outcome key=\"verify\" name=\"Phải xác minh\" english=\"It must be verified\"/>\n        </motcua:step>\n      </extensionElements>\n    </userTask>\n    <exclusiveGateway id=\"settled\" name=\"Đủ căn cứ?\" default=\"to-draft\">\n      <extensionElements>\n        <motcua:step english=\"Is it well founded?\"/>\n      </extensionElements>\n    </exclusiveGateway>\n    <intermediateThrowEvent id=\"told\" name=\"Hồ sơ của bạn cần được xác minh thêm tại nơi bạn từng cư trú\">\n      <extensionElements>\n        <motcua:step english=\"Your application needs to be verified where you have lived\"/>\n      </extensionElements>\n      <messageEventDefinition messageRef=\"verifying\"/>\n    </intermediateThrowEvent>\n    <parallelGateway id=\"both\"/>\n    <userTask id=\"verify\" name=\"Xác minh với nơi đã cư trú\">\n      <extensionElements>\n        <motcua:step unit=\"records\" role=\"officer\" time=\"16h\" product=\"Kết quả xác minh\" english=\"Verify where the person lived\"/>\n      </extensionElements>\n    </userTask>\n    <serviceTask id=\"archive\" name=\"Sở Tư pháp tra cứu hồ sơ lưu trữ\">\n      <extensionElements>\n        <motcua:step agency=\"justice\" procedure=\"9.000333\" time=\"16h\" product=\"Văn bản cung cấp thông tin\" english=\"The Department of Justice looks into its archive\"/>\n      </extensionElements>\n    </serviceTask>\n    <boundaryEvent id=\"silent\" name=\"Quá hạn chưa trả lời\" attachedToRef=\"archive\">\n      <extensionElements>\n        <motcua:step english=\"No answer in time\"/>\n      </extensionElements>\n      <timerEventDefinition><timeDuration>PT24H</timeDuration></timerEventDefinition>\n    </boundaryEvent>\n    <exclusiveGateway id=\"heard\"/>\n    <parallelGateway id=\"join\"/>\n    <exclusiveGateway id=\"draft\"/>\n    <userTask id=\"check\" name=\"Kiểm tra dự thảo phiếu\">\n      <extensionElements>\n        <motcua:step unit=\"records\" role=\"division-head\" time=\"6h\" product=\"Dự thảo phiếu\" english=\"Check the draft certificate\"/>\n      </extensionElements>\n    </userTask>\n    <userTask id=\"approve\" name=\"Ký phiếu lý lịch tư pháp\">\n      <extensionElements>\n        <motcua:step unit=\"leadership\" role=\"agency-head\" time=\"4h\" product=\"Phiếu đã ký\" english=\"Sign the certificate\"/>\n      </extensionElements>\n    </userTask>\n    <endEvent id=\"done\" name=\"Có kết quả\">\n      <extensionElements>\n        <motcua:step english=\"There is a result\"/>\n      </extensionElements>\n    </endEvent>\n    <sequenceFlow id=\"to-review\" sourceRef=\"begin\" targetRef=\"review\"/>\n    <sequenceFlow id=\"to-settled\" sourceRef=\"review\" targetRef=\"settled\"/>\n    <sequenceFlow id=\"to-both\" name=\"Phải xác minh\" sourceRef=\"settled\" targetRef=\"told\">\n      <extensionElements>\n        <motcua:step english=\"To be verified\"/>\n      </extensionElements>\n      <conditionExpression>steps.review.outcome = \"verify\"</conditionExpression>\n    </sequenceFlow>\n    <sequenceFlow id=\"to-draft\" sourceRef=\"settled\" targetRef=\"draft\"/>\n    <sequenceFlow id=\"from-told\" sourceRef=\"told\" targetRef=\"both\"/>\n    <sequenceFlow id=\"to-verify\" sourceRef=\"both\" targetRef=\"verify\"/>\n    <sequenceFlow id=\"to-archive\" sourceRef=\"both\" targetRef=\"archive\"/>\n    <sequenceFlow id=\"from-verify\" sourceRef=\"verify\" targetRef=\"join\"/>\n    <sequenceFlow id=\"from-archive\" sourceRef=\"archive\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-silent\" sourceRef=\"silent\" targetRef=\"heard\"/>\n    <sequenceFlow id=\"from-heard\" sourceRef=\"heard\" targetRef=\"join\"/>\n    <sequenceFlow id=\"from-join\" sourceRef=\"join\" targetRef=\"draft\"/>\n    <sequenceFlow id=\"to-check\" sourceRef=\"draft\" targetRef=\"check\"/>\n    <sequenceFlow id=\"to-approve\" sourceRef=\"check\" targetRef=\"approve\"/>\n    <sequenceFlow id=\"to-done\" sourceRef=\"approve\" targetRef=\"done\"/>\n  </process>\n</definitions>\n"}', '', NULL, ''),
	('3.000348', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Kiểm tra dữ liệu, in giấy phép","en":"Check data and print"},"unit":"traffic","role":"officer","hours":24,"product":{"vi":"Giấy phép chờ duyệt","en":"Licence awaiting approval"}},{"id":"approve","name":{"vi":"Duyệt cấp giấy phép","en":"Approve the licence"},"unit":"traffic","role":"division-head","hours":8,"product":{"vi":"Giấy phép lái xe","en":"Driving licence"}}]}', '', NULL, ''),
	('3.000465', 1, 1751329800000, '{"version":1,"steps":[{"id":"review","name":{"vi":"Đối chiếu sổ gốc, soạn bản sao","en":"Check the register and draft"},"unit":"quality","role":"officer","hours":4,"product":{"vi":"Dự thảo bản sao","en":"Draft copy"}},{"id":"approve","name":{"vi":"Ký bản sao","en":"Sign the copy"},"unit":"quality","role":"division-head","hours":2,"product":{"vi":"Bản sao đã ký","en":"Signed copy"}}]}', '', NULL, ''),
	('9.000333', 1, 1751329800000, '{"version":1,"steps":[{"id":"search","name":{"vi":"Tra cứu hồ sơ lưu trữ","en":"Search the archive"},"unit":"administration","role":"officer","hours":8,"product":{"vi":"Kết quả tra cứu","en":"What was found"}},{"id":"answer","name":{"vi":"Ký văn bản trả lời","en":"Sign the answer"},"unit":"administration","role":"division-head","hours":4,"product":{"vi":"Văn bản trả lời","en":"The answer in writing"}}]}', '', NULL, '');


--
-- Data for Name: proposal; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.proposal VALUES
	(816127672320000215, '1.009999', 816127672320000214, 1772416800000, 'open', 'Lĩnh vực thử', '', '{"code":"1.009999","version":1,"name":{"vi":"Cấp giấy phép thử nghiệm"},"short_name":{"vi":"Cấp giấy phép thử nghiệm"},"summary":{"vi":""},"field":"","audiences":["citizen"],"life_events":[],"steps":[],"conditions":{"vi":""},"methods":[{"channel":"online","limit":{"unit":"working-days","n":3},"note":{"vi":"Trường hợp cấp lại"}},{"channel":"online","limit":{"unit":"working-days","n":10},"note":{"vi":"Trường hợp cấp mới"}},{"channel":"direct","limit":{"unit":"working-days","n":3},"note":{"vi":"Trường hợp cấp lại"}},{"channel":"direct","limit":{"unit":"working-days","n":10},"note":{"vi":"Trường hợp cấp mới"}}],"papers":[{"id":"p1","name":{"vi":"Đơn đề nghị"},"originals":1,"copies":0,"required":true},{"id":"p2","name":{"vi":"Bản vẽ"},"originals":1,"copies":0,"required":true,"case":"Trường hợp cấp mới"},{"id":"p3","name":{"vi":"Giấy phép cũ"},"originals":1,"copies":0,"required":true,"case":"Trường hợp cấp lại"}],"results":[],"legal_basis":[],"keywords":[],"form":{"questions":[]},"process":{"version":0,"steps":[]},"origin":{"announcer":"","tiers":[],"executors":[]}}', NULL, NULL);


--
-- Data for Name: reading; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.reading VALUES
	(816127672320000170, 1772416800000, 816127672320000016),
	(816127672320000170, 1772416800000, 816127672320000021),
	(816127672320000170, 1772416800000, 816127672320000023),
	(816127672320000170, 1772416800000, 816127672320000024),
	(816127672320000177, 1772416800000, 816127672320000016),
	(816127672320000177, 1772416800000, 816127672320000021),
	(816127672320000184, 1772416800000, 816127672320000016),
	(816127672320000184, 1772416800000, 816127672320000086),
	(816127672320000191, 1772416800000, 816127672320000021),
	(816127672320000191, 1772416800000, 816127672320000023),
	(816127672320000198, 1772416800000, 816127672320000016),
	(816127672320000198, 1772416800000, 816127672320000086),
	(816127672320000222, 1772416800000, 816127672320000016),
	(816127672320000222, 1772416800000, 816127672320000024),
	(816127672320000228, 1772416800000, 816127672320000016),
	(816127672320000228, 1772416800000, 816127672320000021),
	(816127672320000234, 1772416800000, 816127672320000016),
	(816127672320000239, 1772416800000, 816127672320000016),
	(816127672320000244, 1772416800000, 816127672320000016),
	(816127672320000249, 1772416800000, 816127672320000016),
	(816127672320000254, 1772416800000, 816127672320000016),
	(816127672320000259, 1772416800000, 816127672320000016),
	(816127672320000264, 1772416800000, 816127672320000016),
	(816127672320000269, 1772416800000, 816127672320000016);


--
-- Data for Name: root; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.root VALUES
	(816127672320000209, 1772416800000, '\x0000000000000000000000000000000000000000000000000000000000000000', '\xb78cb6b320eff723efb1b70728e96dbd7c481bc8b0532e55e04151d58466df21', '\x8c286fd64579a9c74decf1a1569d9205de87a90f2e6a3c0dddd7969449ed3ce613a3569afb250a7f89940e9b4d72e679d893144c021b833e5e24373bd8cfb90e');


--
-- Data for Name: root_head; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.root_head VALUES
	(816127672320000209, 816127672320000170, 12, '\x2b201d1d4523b70316c07e9eba058868389e93ab1df19276c3c3a9178fb9265f'),
	(816127672320000209, 816127672320000177, 6, '\xfe7e53186bd002a0b96740bb13445c2300dc483330ce3196aefc3948ac494fdd'),
	(816127672320000209, 816127672320000184, 14, '\xc7fc66d8314b40d16cdc076d21de86afd9268bb26ad1b54e1f8feb0cd93a32f4'),
	(816127672320000209, 816127672320000191, 10, '\x38b483bb6dc6980939f3a146416f3104e69dc44fd627b0d96802a106b67f382b'),
	(816127672320000209, 816127672320000198, 12, '\x76084d56b5bac2bb1521e7b3672bf65171d4f4cbcf7eb7f55b260c080e18d295'),
	(816127672320000209, 816127672320000205, 5, '\xce76f1ec03b4d81c4095b7a62ff9c42a00a3ea2e5c5069e23bc96b84b457ddc3'),
	(816127672320000209, 816127672320000206, 2, '\x8984aef30efa854fb7f40569a4bcd7968803efa9252967578a65ad8485e75984');


--
-- Data for Name: saved_search; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: substitution; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.substitution VALUES
	(816127672320000212, 816127672320000021, 816127672320000025, 816127672320000003, '2026-03-02', '2027-12-31', '7/QĐ-STP', 816127672320000021, 1772416800000);


--
-- Data for Name: supply; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.supply VALUES
	('1.000280', 816127672320000009, '2025-07-01', NULL, 2, 816127672320000001),
	('1.000656', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.000656', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.000656', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.000894', 816127672320000012, '2025-07-01', NULL, 3, 816127672320000012),
	('1.000894', 816127672320000013, '2025-07-01', NULL, 3, 816127672320000013),
	('1.000894', 816127672320000014, '2025-07-01', NULL, 3, 816127672320000014),
	('1.001193', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.001193', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.001193', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.001612', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.001612', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.001612', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.001731', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.001731', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.001731', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.004594', 816127672320000010, '2025-07-01', NULL, 4, 816127672320000001),
	('1.004756', 816127672320000006, '2025-07-01', NULL, 4, 816127672320000001),
	('1.004873', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.004873', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.004873', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.008628', 816127672320000003, '2025-07-01', NULL, 4, 816127672320000001),
	('1.010827', 816127672320000002, '2025-07-01', NULL, 2, 816127672320000001),
	('1.011441', 816127672320000006, '2025-07-01', NULL, 4, 816127672320000001),
	('1.012422', 816127672320000007, '2025-07-01', NULL, 4, 816127672320000001),
	('1.012784', 816127672320000006, '2025-07-01', NULL, 4, 816127672320000001),
	('1.012812', 816127672320000012, '2025-07-01', NULL, 2, 816127672320000012),
	('1.012812', 816127672320000013, '2025-07-01', NULL, 2, 816127672320000013),
	('1.012812', 816127672320000014, '2025-07-01', NULL, 2, 816127672320000014),
	('1.012906', 816127672320000005, '2025-07-01', NULL, 3, 816127672320000001),
	('1.013004', 816127672320000008, '2025-07-01', NULL, 3, 816127672320000001),
	('1.013225', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.013225', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.013225', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.013855', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.013855', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.013855', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.014027', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.014027', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.014027', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('1.014092', 816127672320000007, '2025-07-01', NULL, 4, 816127672320000001),
	('1.014201', 816127672320000002, '2025-07-01', NULL, 4, 816127672320000001),
	('1.014748', 816127672320000002, '2025-07-01', NULL, 4, 816127672320000001),
	('1.014801', 816127672320000012, '2025-07-01', NULL, 4, 816127672320000012),
	('1.014801', 816127672320000013, '2025-07-01', NULL, 4, 816127672320000013),
	('1.014801', 816127672320000014, '2025-07-01', NULL, 4, 816127672320000014),
	('2.000591', 816127672320000008, '2025-07-01', NULL, 4, 816127672320000001),
	('2.000635', 816127672320000003, '2025-07-01', NULL, 4, 816127672320000001),
	('2.000806', 816127672320000012, '2025-07-01', NULL, 3, 816127672320000012),
	('2.000806', 816127672320000013, '2025-07-01', NULL, 3, 816127672320000013);
INSERT INTO public.supply VALUES
	('2.000806', 816127672320000014, '2025-07-01', NULL, 3, 816127672320000014),
	('2.000815', 816127672320000012, '2025-07-01', NULL, 2, 816127672320000012),
	('2.000815', 816127672320000013, '2025-07-01', NULL, 2, 816127672320000013),
	('2.000815', 816127672320000014, '2025-07-01', NULL, 2, 816127672320000014),
	('2.000884', 816127672320000012, '2025-07-01', NULL, 2, 816127672320000012),
	('2.000884', 816127672320000013, '2025-07-01', NULL, 2, 816127672320000013),
	('2.000884', 816127672320000014, '2025-07-01', NULL, 2, 816127672320000014),
	('2.001583', 816127672320000004, '2025-07-01', NULL, 4, 816127672320000001),
	('3.000333', 816127672320000011, '2025-07-01', NULL, 4, 816127672320000001),
	('3.000348', 816127672320000011, '2025-07-01', NULL, 4, 816127672320000001),
	('3.000465', 816127672320000009, '2025-07-01', NULL, 4, 816127672320000001),
	('9.000333', 816127672320000003, '2025-07-01', NULL, 2, 816127672320000001);


--
-- Data for Name: ticket; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: timer; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: work; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.work VALUES
	(816127672320000170, 0, 816127672320000001, '', 'return', NULL, 9223372036854775807, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000177, 0, 816127672320000003, 'administration', 'applicant', NULL, 9223372036854775807, 'review', NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000184, 0, 816127672320000011, 'records', 'work', NULL, 1773309600000, 'verify', 1772589600000, 816127672320000001, 816127672320000011, '3.000333'),
	(816127672320000198, 0, 816127672320000011, 'records', 'work', NULL, 1773309600000, 'verify', 1772589600000, 816127672320000001, 816127672320000011, '3.000333'),
	(816127672320000205, 0, 816127672320000003, 'administration', 'work', NULL, 1772589600000, 'search', 1772503200000, 0, 816127672320000003, '9.000333'),
	(816127672320000219, 0, 816127672320000003, 'administration', 'work', NULL, 1772532000000, 'review', 1772438400000, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000222, 0, 816127672320000003, 'administration', 'work', NULL, 1774000800000, 'review', 1772438400000, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000228, 0, 816127672320000003, 'administration', 'applicant', NULL, 9223372036854775807, 'review', NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000234, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000239, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000244, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000249, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000254, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000259, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000264, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000269, 0, 816127672320000001, '', 'hand-over', NULL, 1772445600000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635'),
	(816127672320000276, 0, 816127672320000001, '', 'intake', NULL, 1772505000000, NULL, NULL, 816127672320000001, 816127672320000003, '2.000635');


--
-- Name: account account_login_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_login_key UNIQUE (login);


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);


--
-- Name: act_key act_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.act_key
    ADD CONSTRAINT act_key_pkey PRIMARY KEY (key);


--
-- Name: agency agency_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agency
    ADD CONSTRAINT agency_pkey PRIMARY KEY (id);


--
-- Name: agency agency_slug_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agency
    ADD CONSTRAINT agency_slug_key UNIQUE (slug);


--
-- Name: attempt attempt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (subject);


--
-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);


--
-- Name: batch_item batch_item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch_item
    ADD CONSTRAINT batch_item_pkey PRIMARY KEY (batch_id, place);


--
-- Name: batch batch_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch
    ADD CONSTRAINT batch_pkey PRIMARY KEY (id);


--
-- Name: batch batch_token_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch
    ADD CONSTRAINT batch_token_key UNIQUE (token);


--
-- Name: calendar_day calendar_day_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_day
    ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (agency_id, day);


--
-- Name: calendar_week calendar_week_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.calendar_week
    ADD CONSTRAINT calendar_week_pkey PRIMARY KEY (agency_id);


--
-- Name: code_counter code_counter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.code_counter
    ADD CONSTRAINT code_counter_pkey PRIMARY KEY (agency_code, day);


--
-- Name: dossier dossier_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_code_key UNIQUE (code);


--
-- Name: dossier_party dossier_party_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier_party
    ADD CONSTRAINT dossier_party_pkey PRIMARY KEY (dossier_id, role);


--
-- Name: dossier dossier_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_pkey PRIMARY KEY (id);


--
-- Name: dossier dossier_reference_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier
    ADD CONSTRAINT dossier_reference_key UNIQUE (reference);


--
-- Name: draft draft_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (id);


--
-- Name: draft draft_token_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_token_key UNIQUE (token);


--
-- Name: erasure erasure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (id);


--
-- Name: event event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (dossier_id, sequence);


--
-- Name: event_private event_private_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event_private
    ADD CONSTRAINT event_private_pkey PRIMARY KEY (dossier_id, sequence);


--
-- Name: field field_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.field
    ADD CONSTRAINT field_pkey PRIMARY KEY (slug);


--
-- Name: file file_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (id);


--
-- Name: file file_token_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.file
    ADD CONSTRAINT file_token_key UNIQUE (token);


--
-- Name: finished finished_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finished
    ADD CONSTRAINT finished_pkey PRIMARY KEY (dossier_id, unit);


--
-- Name: involved involved_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.involved
    ADD CONSTRAINT involved_pkey PRIMARY KEY (account_id, dossier_id);


--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);


--
-- Name: join_code join_code_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.join_code
    ADD CONSTRAINT join_code_pkey PRIMARY KEY (dossier_id);


--
-- Name: known_browser known_browser_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_browser
    ADD CONSTRAINT known_browser_pkey PRIMARY KEY (token, account_id);


--
-- Name: letter_address letter_address_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.letter_address
    ADD CONSTRAINT letter_address_pkey PRIMARY KEY (job_id);


--
-- Name: life_event life_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.life_event
    ADD CONSTRAINT life_event_pkey PRIMARY KEY (slug);


--
-- Name: list_view list_view_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.list_view
    ADD CONSTRAINT list_view_pkey PRIMARY KEY (id);


--
-- Name: message message_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);


--
-- Name: meta meta_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.meta
    ADD CONSTRAINT meta_pkey PRIMARY KEY (name);


--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);


--
-- Name: national_record national_record_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.national_record
    ADD CONSTRAINT national_record_pkey PRIMARY KEY (code, digest);


--
-- Name: officer officer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.officer
    ADD CONSTRAINT officer_pkey PRIMARY KEY (account_id);


--
-- Name: procedure_version procedure_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.procedure_version
    ADD CONSTRAINT procedure_version_pkey PRIMARY KEY (code, version);


--
-- Name: process_draft process_draft_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.process_draft
    ADD CONSTRAINT process_draft_pkey PRIMARY KEY (code);


--
-- Name: process_version process_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.process_version
    ADD CONSTRAINT process_version_pkey PRIMARY KEY (code, version);


--
-- Name: proposal proposal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (id);


--
-- Name: reading reading_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY (dossier_id, at, account_id);


--
-- Name: root_head root_head_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.root_head
    ADD CONSTRAINT root_head_pkey PRIMARY KEY (root_id, dossier_id);


--
-- Name: root root_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.root
    ADD CONSTRAINT root_pkey PRIMARY KEY (id);


--
-- Name: saved_search saved_search_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.saved_search
    ADD CONSTRAINT saved_search_pkey PRIMARY KEY (token);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token);


--
-- Name: substitution substitution_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.substitution
    ADD CONSTRAINT substitution_pkey PRIMARY KEY (id);


--
-- Name: supply supply_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.supply
    ADD CONSTRAINT supply_pkey PRIMARY KEY (code, agency_id, valid_from);


--
-- Name: ticket ticket_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_pkey PRIMARY KEY (token);


--
-- Name: timer timer_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.timer
    ADD CONSTRAINT timer_pkey PRIMARY KEY (key);


--
-- Name: work work_pkey1; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work
    ADD CONSTRAINT work_pkey1 PRIMARY KEY (dossier_id, place);


--
-- Name: account_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_email ON public.account USING btree (email);


--
-- Name: attempt_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX attempt_end ON public.attempt USING btree (ends_at);


--
-- Name: audit_what; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_what ON public.audit USING btree (what, id);


--
-- Name: batch_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX batch_account ON public.batch USING btree (account_id, id);


--
-- Name: batch_made; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX batch_made ON public.batch USING btree (made_at);


--
-- Name: dossier_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_account ON public.dossier USING btree (account_id, submitted_at DESC, id DESC) WHERE (account_id IS NOT NULL);


--
-- Name: dossier_done_competent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_done_competent ON public.dossier USING btree (competent_id, finished_at DESC, id DESC) WHERE (finished_at IS NOT NULL);


--
-- Name: dossier_done_receiving; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_done_receiving ON public.dossier USING btree (receiving_id, finished_at DESC, id DESC) WHERE (finished_at IS NOT NULL);


--
-- Name: dossier_main; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_main ON public.dossier USING btree (main_id, id) WHERE (main_id IS NOT NULL);


--
-- Name: dossier_party_decided; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_party_decided ON public.dossier_party USING btree (competent_id, name_key, dossier_id DESC);


--
-- Name: dossier_party_identity; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_party_identity ON public.dossier_party USING btree (identity, dossier_id DESC) WHERE (identity <> ''::text);


--
-- Name: dossier_party_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_party_received ON public.dossier_party USING btree (receiving_id, name_key, dossier_id DESC);


--
-- Name: dossier_unrooted; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX dossier_unrooted ON public.dossier USING btree (id) WHERE (rooted < sequence);


--
-- Name: draft_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX draft_account ON public.draft USING btree (account_id, updated_at DESC);


--
-- Name: file_dossier; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX file_dossier ON public.file USING btree (dossier_id) WHERE (dossier_id IS NOT NULL);


--
-- Name: file_draft; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX file_draft ON public.file USING btree (draft_id) WHERE (draft_id IS NOT NULL);


--
-- Name: finished_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX finished_unit ON public.finished USING btree (agency_id, unit, finished_at DESC, dossier_id DESC);


--
-- Name: involved_dossier; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX involved_dossier ON public.involved USING btree (dossier_id);


--
-- Name: job_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_due ON public.job USING btree (lane, due_at, id) WHERE (state = 'waiting'::text);


--
-- Name: job_in_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_in_order ON public.job USING btree (in_order, id) WHERE ((state = 'waiting'::text) AND (in_order IS NOT NULL));


--
-- Name: job_troubled; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_troubled ON public.job USING btree (id) WHERE ((state = 'failed'::text) OR ((state = 'waiting'::text) AND ((failure <> ''::text) OR (held_at IS NOT NULL))));


--
-- Name: known_browser_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX known_browser_account ON public.known_browser USING btree (account_id, seen_at);


--
-- Name: known_browser_seen; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX known_browser_seen ON public.known_browser USING btree (seen_at);


--
-- Name: list_view_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX list_view_account ON public.list_view USING btree (account_id, id);


--
-- Name: list_view_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX list_view_unit ON public.list_view USING btree (agency_id, unit, id) WHERE (shared = 1);


--
-- Name: message_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_account ON public.message USING btree (account_id, at DESC, id DESC);


--
-- Name: message_unread; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_unread ON public.message USING btree (account_id) WHERE (read_at IS NULL);


--
-- Name: officer_place; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX officer_place ON public.officer USING btree (agency_id, unit);


--
-- Name: proposal_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX proposal_open ON public.proposal USING btree (code, id) WHERE (state = 'open'::text);


--
-- Name: root_head_dossier; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX root_head_dossier ON public.root_head USING btree (dossier_id, sequence);


--
-- Name: session_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_account ON public.session USING btree (account_id);


--
-- Name: session_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_end ON public.session USING btree (ends_at);


--
-- Name: session_family; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_family ON public.session USING btree (family);


--
-- Name: substitution_agency; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX substitution_agency ON public.substitution USING btree (agency_id, to_day, id);


--
-- Name: substitution_substitute; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX substitution_substitute ON public.substitution USING btree (substitute_id, to_day);


--
-- Name: ticket_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ticket_account ON public.ticket USING btree (account_id);


--
-- Name: ticket_end; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ticket_end ON public.ticket USING btree (ends_at);


--
-- Name: work_agency; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_agency ON public.work USING btree (agency_id, queue, due, dossier_id, place, receiving_id, competent_id, step_due);


--
-- Name: work_agency_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_agency_due ON public.work USING btree (agency_id, due, dossier_id, place, receiving_id, competent_id);


--
-- Name: work_assignee; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_assignee ON public.work USING btree (assignee_id, due, dossier_id, place, agency_id, unit, receiving_id, competent_id) WHERE (assignee_id IS NOT NULL);


--
-- Name: work_procedure; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_procedure ON public.work USING btree (agency_id, procedure_code, due, dossier_id, place, queue);


--
-- Name: work_unit; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_unit ON public.work USING btree (agency_id, unit, queue, due, dossier_id, place, step_due);


--
-- Name: work_unit_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX work_unit_due ON public.work USING btree (agency_id, unit, due, dossier_id, place);


--
-- Name: act_key act_key_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.act_key
    ADD CONSTRAINT act_key_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: batch_item batch_item_batch_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch_item
    ADD CONSTRAINT batch_item_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES public.batch(id);


--
-- Name: batch_item batch_item_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.batch_item
    ADD CONSTRAINT batch_item_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: dossier_party dossier_party_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.dossier_party
    ADD CONSTRAINT dossier_party_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: draft draft_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: event event_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: finished finished_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.finished
    ADD CONSTRAINT finished_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: involved involved_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.involved
    ADD CONSTRAINT involved_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: join_code join_code_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.join_code
    ADD CONSTRAINT join_code_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: known_browser known_browser_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.known_browser
    ADD CONSTRAINT known_browser_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: message message_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: message message_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: officer officer_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.officer
    ADD CONSTRAINT officer_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: reading reading_dossier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.reading
    ADD CONSTRAINT reading_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- Name: root_head root_head_root_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.root_head
    ADD CONSTRAINT root_head_root_id_fkey FOREIGN KEY (root_id) REFERENCES public.root(id);


--
-- Name: session session_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: ticket ticket_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.ticket
    ADD CONSTRAINT ticket_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: work work_dossier_id_fkey1; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.work
    ADD CONSTRAINT work_dossier_id_fkey1 FOREIGN KEY (dossier_id) REFERENCES public.dossier(id);


--
-- PostgreSQL database dump complete
--

\unrestrict d3ilbOkSk0xmhkGOJ2v2qiv9u4sOnkAvnPPdHcEEoFaKd2P14BhbrtlcjGMYjXI

