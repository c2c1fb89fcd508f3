-- Times are microseconds since 1970 by the database's clock. Sealed columns are encrypted (AEAD); everything else holds
-- keyed hashes, random identifiers, codes and counts only: nothing that leads to a person.

-- What must stay the same as long as the database lives, such as the fingerprint of its keys.
create table settings (
  name  text not null primary key,
  value text not null
);

-- Who may ask a question. A row outlives its lease, so that fences only grow.
create table leases (
  question text   not null primary key,
  fence    bigint not null,
  until_at bigint not null
);

-- One row per attempt: written before a byte is sent (the intent), completed when it is over (the outcome).
create table attempts (
  attempt_id       text   not null primary key,
  lookup_id        text   not null,
  tenant           text   not null,
  caller           text   not null,
  question         text   not null,
  fence            bigint not null,
  provider         text   not null,
  offering         text   not null,
  number           bigint not null,
  currency         text   not null,
  price_nanos      bigint not null,
  admitted_at      bigint not null,
  settled_at       bigint,
  charge           text,
  failure          text,
  vendor_code      text,
  vendor_reference text
);
create index attempts_under_way on attempts (question, fence) where settled_at is null;
create index attempts_by_time on attempts (admitted_at);

-- What an attempt reserved, so that it can be given back.
create table reservations (
  attempt_id text   not null,
  scope      text   not null,
  name       text   not null,
  period     text   not null,
  start_day  text   not null,
  primary key (attempt_id, scope, name, period)
);

-- What was spent of budgets: attempts, and the sum of their list prices in one currency.
create table spending (
  scope        text   not null,
  name         text   not null,
  period       text   not null,
  start_day    text   not null,
  currency     text   not null,
  calls        bigint not null,
  amount_nanos bigint not null,
  primary key (scope, name, period, start_day, currency)
);

-- What became of questions: vendors' answers as they came, and failures that may have been charged.
create table answers (
  number         ${serial},
  answer_id      text   not null unique,
  question       text   not null,
  is_failure     bigint not null,
  mapper_version bigint not null,
  stored_at      bigint not null,
  sealed         ${bytes} not null
);
create index answers_by_question on answers (question, number);
create index answers_by_time on answers (stored_at);

-- Stands for a subject in the ledger. The keyed hash leads from the subject to its token; without the row, nothing does.
create table subjects (
  token        text   not null primary key,
  tenant       text   not null,
  subject_hash text   not null,
  key_version  bigint not null,
  unique (tenant, subject_hash)
);

-- One row per search. The columns of the chain are for its proof, which comes later.
create table lookups (
  number        ${serial},
  lookup_id     text   not null unique,
  method        text   not null,
  request_id    text   not null,
  tenant        text   not null,
  caller        text   not null,
  subject_token text   not null,
  purpose_code  text   not null,
  code          text   not null,
  recorded_at   bigint not null,
  sealed        ${bytes} not null,
  writer        text,
  writer_number bigint,
  proof         ${bytes}
);
create index lookups_by_caller on lookups (tenant, caller, number);
create index lookups_by_time on lookups (recorded_at);

-- Which stored answers a search was given.
create table lookup_answers (
  lookup_id text not null,
  question  text not null,
  answer_id text not null,
  primary key (lookup_id, question)
);

-- Request identifiers of callers, and the answers that are pinned to them.
create table requests (
  tenant     text   not null,
  caller     text   not null,
  request_id text   not null,
  digest     text   not null,
  claimed_at bigint not null,
  primary key (tenant, caller, request_id)
);
create index requests_by_time on requests (claimed_at);
create table request_answers (
  tenant     text not null,
  caller     text not null,
  request_id text not null,
  question   text not null,
  answer_id  text not null,
  primary key (tenant, caller, request_id, question)
);
