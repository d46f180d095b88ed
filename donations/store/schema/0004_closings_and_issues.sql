-- Step 4: months that are closed, and issues that were published: both for good.

-- Closing a month closes every day up to its last one. `entries` is how many entries the book had by then, `digest` that
-- of the figures of the days since the closing before, which `check` derives again from the lines.
create table closing (
  number integer primary key check (number > 0),
  month text not null check (month is substr(last_day, 1, 7)),
  last_day text not null check (last_day is date(last_day, '+0 days')),
  entries integer not null check (entries >= 0),
  digest text not null,
  closed_at text not null
) strict;

-- What was published: a period, up to which entry and which link of the chain, and the report itself as JSON with its
-- sha256. In a book that was salvaged the report may be lost; its number stays.
create table issue (
  number integer primary key check (number > 0),
  begin_day text not null check (begin_day is date(begin_day, '+0 days')),
  end_day text not null check (end_day is date(end_day, '+0 days')),
  entries integer not null check (entries >= 0),
  link integer not null,
  report text,
  sha256 text not null,
  published_at text not null,
  check (begin_day <= end_day)
) strict;

create trigger closing_new before insert on closing
when new.number is not (select coalesce(max(number), 0) + 1 from closing)
  or new.last_day <= (select max(last_day) from closing)
begin select raise(abort, 'closings: one month after the other, and for good'); end;
create trigger closing_unchanged before update on closing
begin select raise(abort, 'closings: what was closed stays closed'); end;
create trigger closing_kept before delete on closing
begin select raise(abort, 'closings: what was closed stays closed'); end;

create trigger issue_new before insert on issue
when new.number is not (select coalesce(max(number), 0) + 1 from issue)
  or new.begin_day <= (select max(end_day) from issue)
begin select raise(abort, 'issues: they are numbered without gaps, no day is published twice, and none is changed'); end;
create trigger issue_unchanged before update on issue
begin select raise(abort, 'issues: what was published is never changed'); end;
create trigger issue_kept before delete on issue
begin select raise(abort, 'issues: what was published is never deleted'); end;

-- An entry dated in a closed month is let in only where an act says why, which is noted before it.
create trigger entry_closed before insert on entry
when new.type <> 'missing' and new.date <= (select max(last_day) from closing)
  and not exists (select 1 from register_change where register = 'entry' and subject = new.number and act = 'into_closed')
begin select raise(abort, 'journal: the month is closed'); end;
