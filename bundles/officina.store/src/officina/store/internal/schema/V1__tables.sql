-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the Officina authors
--
-- A migration that was released is never changed; the next one gets the next number.
-- Types and words are PostgreSQL's. A position is the journal's number of an event.
-- "words" columns hold what search looks at, folded by SearchText.

-- How far the journal is applied: one row.
create table store_state (
    id smallint not null primary key check (id = 1),
    -- which rules made the content; older content is made anew from the journal
    projection integer not null,
    position bigint not null,
    -- the event at that position, to notice another journal
    session_id uuid,
    seq bigint
);

-- Every record of every kind, known or not. The fields are the truth of a record;
-- the tables after this one hold those of known kinds as columns.
create table data_record (
    id uuid not null primary key,
    kind varchar not null,
    revision bigint not null,
    created_at timestamp(9) with time zone not null,
    updated_at timestamp(9) with time zone not null,
    changed_position bigint not null,
    -- whether the kind's own table has it, too
    typed boolean not null,
    fields varchar not null,
    words varchar not null
);
create index data_record_by_kind on data_record (kind, typed, changed_position);

create table project_group (
    id uuid not null primary key references data_record (id) on delete cascade,
    name varchar not null
);

create table project (
    id uuid not null primary key references data_record (id) on delete cascade,
    name varchar not null,
    group_id uuid not null,
    standard boolean not null
);
create index project_by_group on project (group_id);

create table project_folder (
    project_id uuid not null references project (id) on delete cascade,
    place integer not null,
    folder varchar not null,
    primary key (project_id, place)
);

create table session (
    id uuid not null primary key references data_record (id) on delete cascade,
    title varchar not null,
    project_id uuid not null,
    kind varchar not null
);
create index session_by_project on session (project_id);

create table todo (
    id uuid not null primary key references data_record (id) on delete cascade,
    project_id uuid not null,
    title varchar not null,
    description varchar not null,
    priority varchar not null,
    status varchar not null,
    due date,
    due_time time(9),
    completed_at timestamp(9) with time zone
);
create index todo_by_project on todo (project_id, status);
create index todo_by_due on todo (status, due);

create table todo_person (
    todo_id uuid not null references todo (id) on delete cascade,
    place integer not null,
    name varchar not null,
    primary key (todo_id, place)
);

create table user_profile (
    id uuid not null primary key references data_record (id) on delete cascade,
    name varchar not null,
    locale varchar not null,
    zone varchar not null
);

create table setting (
    id uuid not null primary key references data_record (id) on delete cascade,
    scope varchar not null,
    owner_id uuid,
    setting_key varchar not null,
    setting_value varchar not null
);
create index setting_by_key on setting (setting_key, scope);

-- Grants: what a plug-in may do.
create table plugin_permission (
    id uuid not null primary key references data_record (id) on delete cascade,
    plugin varchar not null,
    type varchar not null,
    resource varchar not null,
    scope varchar not null,
    owner_id uuid,
    granted_at timestamp(9) with time zone not null
);
create index plugin_permission_by_plugin on plugin_permission (plugin, type);

-- Sessions are records and may come after their first run, or go before it; so no reference to them.
create table run (
    id uuid not null primary key,
    session_id uuid not null,
    kind varchar not null,
    title varchar not null,
    phase varchar not null,
    agent varchar,
    started_at timestamp(9) with time zone not null,
    started_position bigint not null,
    ended_at timestamp(9) with time zone,
    summary varchar,
    -- title of its newest plan, for the activity log
    plan_title varchar
);
create index run_by_session on run (session_id, started_position);
create index run_by_start on run (started_position);
create index run_by_phase on run (phase, started_position);

-- Calls of tools that have not finished yet: the end of a call does not say which tool it was.
create table tool_call (
    id uuid not null primary key,
    run_id uuid not null references run (id) on delete cascade,
    tool varchar not null
);
create index tool_call_by_run on tool_call (run_id);

-- What happened last in a session.
create table session_progress (
    session_id uuid not null primary key,
    newest_run uuid references run (id),
    turns bigint not null,
    changed_at timestamp(9) with time zone not null,
    changed_position bigint not null
);

-- What was said, for search: part -1 is the person's message, the others are the answer's parts.
-- Very long parts are cut into overlapping chunks.
create table said (
    run_id uuid not null references run (id) on delete cascade,
    part integer not null,
    chunk integer not null,
    session_id uuid not null,
    words varchar not null,
    primary key (run_id, part, chunk)
);
create index said_by_session on said (session_id);

-- The activity log: one row for each event of consequence.
create table activity (
    position bigint not null primary key,
    session_id uuid not null,
    run_id uuid not null,
    happened_at timestamp(9) with time zone not null,
    origin varchar not null,
    actor varchar not null,
    type varchar not null,
    action varchar not null,
    resource varchar not null,
    status varchar not null,
    line varchar not null,
    words varchar not null
);
create index activity_by_run on activity (run_id, position);
create index activity_by_actor on activity (actor, position);
