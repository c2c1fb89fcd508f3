-- When a lease was last taken, so that questions nobody asks any more are found without a look at all of them.
alter table leases add column taken_at bigint not null default 0;
update leases set taken_at =
  coalesce((select max(admitted_at) from attempts where attempts.question = leases.question), 0);
create index leases_by_time on leases (taken_at);
-- For the sweep: few leases are held, of all questions that were ever asked.
create index leases_held on leases (until_at) where until_at <> 0;
