-- Step 3: what papers were imported: which entry came from which row, so that no row is booked twice, and an import can
-- be taken back. What the headings of a sort of paper mean is remembered, where somebody said so.

-- The entries of one import are numbered without gap: it is one act.
create table import (
  number integer primary key check (number > 0),
  first_entry integer not null references entry (number),
  last_entry integer not null references entry (number),
  imported_at text not null,
  check (first_entry <= last_entry)
) strict;

create table import_undo (
  import integer primary key references import (number),
  undone_at text not null
) strict;

-- A table of a sheet of a file.
create table import_source (
  number integer primary key check (number > 0),
  import integer not null references import (number) deferrable initially deferred,  -- known once it is over
  file text not null,
  sha256 text not null,
  sheet text,
  layout text not null,
  heading_row integer not null
) strict;
create index import_source_file on import_source (sha256);
create index import_source_import on import_source (import);

-- `identity`: what the row is known by wherever it comes again, as a digest; null once it may come again (its import was
-- undone), or must not be known any more (somebody in it was forgotten). `returns`: the entry that a part is given back of.
create table import_row (
  entry integer primary key references entry (number),
  source integer not null references import_source (number),
  row integer not null,
  identity blob,
  is_numbered integer not null check (is_numbered in (0, 1)),  -- whether it has a transaction number of its own
  returns integer references entry (number)
) strict;
create index import_row_identity on import_row (identity) where identity is not null;
create index import_row_returns on import_row (returns) where returns is not null;

create table layout (
  headings text primary key,
  columns text not null,           -- {heading: field} as JSON
  remembered_at text not null
) strict, without rowid;

create trigger import_new before insert on import
when new.number is not (select coalesce(max(number), 0) + 1 from import)
begin select raise(abort, 'imports: they are numbered without gaps, and what was done is never changed'); end;
create trigger import_unchanged before update on import
begin select raise(abort, 'imports: what was done is never changed'); end;
create trigger import_kept before delete on import
begin select raise(abort, 'imports: what was done is never deleted; undo it'); end;
create trigger import_undo_new before insert on import_undo
when exists (select 1 from import_undo where import = new.import)
begin select raise(abort, 'imports: an import is undone at most once'); end;
create trigger import_undo_unchanged before update on import_undo
begin select raise(abort, 'imports: what was done is never changed'); end;
create trigger import_undo_kept before delete on import_undo
begin select raise(abort, 'imports: what was done is never deleted'); end;
create trigger import_source_new before insert on import_source
when exists (select 1 from import_source where number = new.number)
begin select raise(abort, 'imports: what was done is never changed'); end;
create trigger import_source_unchanged before update on import_source
begin select raise(abort, 'imports: what was done is never changed'); end;
create trigger import_source_kept before delete on import_source
begin select raise(abort, 'imports: what was done is never deleted'); end;
create trigger import_row_new before insert on import_row
when exists (select 1 from import_row where entry = new.entry)
begin select raise(abort, 'imports: what was done is never changed'); end;
create trigger import_row_unchanged before update on import_row
when new.entry is not old.entry or new.source is not old.source or new.row is not old.row
  or new.is_numbered is not old.is_numbered or new.returns is not old.returns or new.identity is not null
begin select raise(abort, 'imports: a row is never changed; what it is known by can be erased'); end;
create trigger import_row_kept before delete on import_row
begin select raise(abort, 'imports: what was done is never deleted'); end;
