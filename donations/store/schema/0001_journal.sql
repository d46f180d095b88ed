-- Step 1: the register of names, the append-only journal, its chain, and the sums kept beside it.
-- Amounts are whole numbers of the item's smallest unit (*_minor); dates are ISO 8601 text.

create table book (
  id integer primary key check (id = 1),
  name text not null,
  identity text not null,          -- random; tells this book from every other, and begins the chain
  language text,                   -- what is printed and published, where it is not the user's own
  created_at text not null,
  created_with text not null
) strict;

-- ---------------------------------------------------------------- parties

create table party (
  number integer primary key,
  sort text check (sort in ('person', 'organisation', 'unnamed')),
  city text,
  county text,
  merged_into integer references party (number),
  created_at text not null,
  check (merged_into is not number)
) strict;

-- Every name a party has or had. The journal points here, so an entry keeps the name it was recorded under.
-- A name can be erased (name, key, salt set to null): the commitment, sha256(salt || name), stays, and the chain with it.
create table party_name (
  number integer primary key,
  party integer not null references party (number),
  name text,
  key text,
  salt blob,
  commitment text not null,
  is_main integer not null check (is_main in (0, 1)),
  created_at text not null
) strict;
create unique index party_name_key on party_name (key);
create unique index party_name_main on party_name (party) where is_main = 1;
create index party_name_party on party_name (party);

-- ---------------------------------------------------------------- items

create table item (
  number integer primary key,
  first_name text not null,        -- as first recorded, with its specification: what the chain covers
  name text not null,
  specification text,
  english text,
  unit text not null,              -- '' until the first known amount says it
  decimals integer not null check (decimals between 0 and 6),
  category text,
  is_money integer not null default 0 check (is_money in (0, 1)),
  merged_into integer references item (number),
  created_at text not null,
  check (merged_into is not number)
) strict;

create table item_name (
  key text primary key,
  item integer not null references item (number),
  name text not null
) strict, without rowid;
create index item_name_item on item_name (item);

-- How many of the item's smallest units one pack is, where it is always the same.
create table item_pack (
  item integer not null references item (number),
  unit text not null,
  amount_minor integer not null check (amount_minor > 0),
  primary key (item, unit)
) strict, without rowid;

create table store (
  number integer primary key,
  name text not null unique,
  created_at text not null
) strict;

create table purpose (
  number integer primary key,
  name text not null unique,
  created_at text not null
) strict;

-- What was done to the registers, and why. Personal names stand here by the number of their party_name.
create table register_change (
  number integer primary key,
  register text not null check (register in ('party', 'item', 'store', 'purpose', 'book')),
  subject integer not null,
  act text not null,
  before text,
  after text,
  reason text,
  changed_at text not null
) strict;

-- ---------------------------------------------------------------- the journal

-- What a line does: how often its amount counts in each figure, and in stock.
create table flow (
  name text primary key,
  received integer not null,
  bought integer not null,
  spent integer not null,
  distributed integer not null,
  adjusted integer not null,
  stock integer not null,
  check (received + bought - spent - distributed + adjusted = stock or name in ('moved_in', 'moved_out'))
) strict, without rowid;

insert into flow (name, received, bought, spent, distributed, adjusted, stock) values
  ('received', 1, 0, 0, 0, 0, 1),
  ('relayed', 1, 0, 0, 1, 0, 0),
  ('refunded', -1, 0, 0, 0, 0, -1),
  ('bought', 0, 1, 0, 0, 0, 1),
  ('spent', 0, 0, 1, 0, 0, -1),
  ('distributed', 0, 0, 0, 1, 0, -1),
  ('returned', 0, 0, 0, -1, 0, 1),
  ('gained', 0, 0, 0, 0, 1, 1),
  ('lost', 0, 0, 0, 0, -1, -1),
  ('moved_in', 0, 0, 0, 0, 0, 1),
  ('moved_out', 0, 0, 0, 0, 0, -1);

create table entry (
  number integer primary key check (number > 0),
  type text not null check (type <> ''),
  date text not null check (date is date(date, '+0 days')),
  city text,
  county text,
  reason text,                     -- of an adjustment: opening, count, loss …; of a reversal: in words
  reverses integer unique references entry (number),
  corrects integer references entry (number),
  request text unique,
  recorded_at text not null
) strict;
create index entry_date on entry (date, number);
create index entry_corrects on entry (corrects) where corrects is not null;

create table entry_note (
  entry integer primary key references entry (number),
  note text,
  salt blob,
  commitment text not null
) strict;

create table entry_party (
  entry integer not null references entry (number),
  role text not null check (role in ('donor', 'via', 'payer', 'supplier', 'recipient', 'beneficiary')),
  position integer not null check (position > 0),
  name integer not null references party_name (number),
  primary key (entry, role, position)
) strict, without rowid;
create index entry_party_name on entry_party (name, entry);

create table line (
  entry integer not null references entry (number),
  position integer not null check (position > 0),
  item integer not null references item (number),
  flow text not null references flow (name),
  amount_minor integer check (abs(amount_minor) <= 1000000000000000),
  certainty text not null check (certainty in ('exact', 'about', 'unknown')),
  value_minor integer check (abs(value_minor) <= 1000000000000000),
  value_certainty text check (value_certainty in ('exact', 'about')),
  value_basis text,
  counted_minor integer check (counted_minor >= 0),  -- where a count fixed what is on hand: what was counted
  store integer not null references store (number),
  purpose integer not null references purpose (number),
  recipient integer references party_name (number),  -- a stated split; else the line is all recipients' together
  batch text,
  expires_on text check (expires_on is date(expires_on, '+0 days')),
  written text,                    -- the quantity as it was typed
  primary key (entry, position),
  check ((certainty = 'unknown') = (amount_minor is null)),
  check (amount_minor is not 0 or counted_minor is not null),
  check ((value_minor is null) = (value_certainty is null))
) strict, without rowid;
create index line_item on line (item, entry);
create index line_recipient on line (recipient, entry) where recipient is not null;

-- sha256(digest of the entry before || newline || evidence of this one); the first follows book.identity.
create table chain (
  entry integer primary key references entry (number),
  digest text not null unique
) strict;

-- ---------------------------------------------------------------- sums kept with every line

create table day_total (
  date text not null,
  city text not null,              -- '' where none is known
  item integer not null references item (number),
  received integer not null,
  bought integer not null,
  spent integer not null,
  distributed integer not null,
  adjusted integer not null,
  received_unknown integer not null,
  bought_unknown integer not null,
  spent_unknown integer not null,
  distributed_unknown integer not null,
  adjusted_unknown integer not null,
  received_about integer not null,
  bought_about integer not null,
  spent_about integer not null,
  distributed_about integer not null,
  adjusted_about integer not null,
  value_in integer not null,
  value_in_lines integer not null,
  value_abouts integer not null,
  primary key (date, city, item)
) strict, without rowid;

create table day_stock (
  item integer not null references item (number),
  store integer not null references store (number),
  purpose integer not null references purpose (number),
  date text not null,
  change integer not null,
  unknowns integer not null,
  abouts integer not null,
  counts integer not null,
  came_in integer not null,        -- all of known amount, whatever went out since
  value integer not null,          -- of what came in with a stated value
  valued integer not null,         -- how much that was
  valued_unknown integer not null,
  value_abouts integer not null,
  primary key (item, store, purpose, date)
) strict, without rowid;

create trigger line_sums after insert on line
begin
  insert into day_total
  select
    e.date, coalesce(e.city, ''), new.item,
    f.received * coalesce(new.amount_minor, 0),
    f.bought * coalesce(new.amount_minor, 0),
    f.spent * coalesce(new.amount_minor, 0),
    f.distributed * coalesce(new.amount_minor, 0),
    f.adjusted * coalesce(new.amount_minor, 0),
    abs(f.received) * (new.amount_minor is null) * iif(e.reverses is null, 1, -1),
    abs(f.bought) * (new.amount_minor is null) * iif(e.reverses is null, 1, -1),
    abs(f.spent) * (new.amount_minor is null) * iif(e.reverses is null, 1, -1),
    abs(f.distributed) * (new.amount_minor is null) * iif(e.reverses is null, 1, -1),
    abs(f.adjusted) * (new.amount_minor is null) * iif(e.reverses is null, 1, -1),
    abs(f.received) * (new.certainty = 'about') * iif(e.reverses is null, 1, -1),
    abs(f.bought) * (new.certainty = 'about') * iif(e.reverses is null, 1, -1),
    abs(f.spent) * (new.certainty = 'about') * iif(e.reverses is null, 1, -1),
    abs(f.distributed) * (new.certainty = 'about') * iif(e.reverses is null, 1, -1),
    abs(f.adjusted) * (new.certainty = 'about') * iif(e.reverses is null, 1, -1),
    (f.received + f.bought) * coalesce(new.value_minor, 0),
    abs(f.received + f.bought) * (new.value_minor is not null) * iif(e.reverses is null, 1, -1),
    abs(f.received + f.bought) * coalesce(new.value_certainty = 'about', 0) * iif(e.reverses is null, 1, -1)
  from entry as e, flow as f
  where e.number = new.entry and f.name = new.flow and f.name not in ('moved_in', 'moved_out')
  on conflict (date, city, item) do update set
    received = received + excluded.received,
    bought = bought + excluded.bought,
    spent = spent + excluded.spent,
    distributed = distributed + excluded.distributed,
    adjusted = adjusted + excluded.adjusted,
    received_unknown = received_unknown + excluded.received_unknown,
    bought_unknown = bought_unknown + excluded.bought_unknown,
    spent_unknown = spent_unknown + excluded.spent_unknown,
    distributed_unknown = distributed_unknown + excluded.distributed_unknown,
    adjusted_unknown = adjusted_unknown + excluded.adjusted_unknown,
    received_about = received_about + excluded.received_about,
    bought_about = bought_about + excluded.bought_about,
    spent_about = spent_about + excluded.spent_about,
    distributed_about = distributed_about + excluded.distributed_about,
    adjusted_about = adjusted_about + excluded.adjusted_about,
    value_in = value_in + excluded.value_in,
    value_in_lines = value_in_lines + excluded.value_in_lines,
    value_abouts = value_abouts + excluded.value_abouts;
  insert into day_stock
  select
    new.item, new.store, new.purpose, e.date,
    f.stock * coalesce(new.amount_minor, 0),
    (new.amount_minor is null) * iif(e.reverses is null, 1, -1),
    (new.certainty = 'about') * iif(e.reverses is null, 1, -1),
    (new.counted_minor is not null) * iif(e.reverses is null, 1, -1),
    (f.received + f.bought + f.adjusted > 0) * coalesce(new.amount_minor, 0),
    (f.received + f.bought + f.adjusted) * coalesce(new.value_minor, 0),
    (f.received + f.bought + f.adjusted) * (new.value_minor is not null) * coalesce(new.amount_minor, 0),
    abs(f.received + f.bought + f.adjusted) * (new.value_minor is not null) * (new.amount_minor is null) * iif(e.reverses is null, 1, -1),
    abs(f.received + f.bought + f.adjusted) * coalesce(new.value_certainty = 'about', 0) * iif(e.reverses is null, 1, -1)
  from entry as e, flow as f
  where e.number = new.entry and f.name = new.flow and f.stock <> 0
  on conflict (item, store, purpose, date) do update set
    change = change + excluded.change,
    unknowns = unknowns + excluded.unknowns,
    abouts = abouts + excluded.abouts,
    counts = counts + excluded.counts,
    came_in = came_in + excluded.came_in,
    value = value + excluded.value,
    valued = valued + excluded.valued,
    valued_unknown = valued_unknown + excluded.valued_unknown,
    value_abouts = value_abouts + excluded.value_abouts;
end;

-- ---------------------------------------------------------------- the laws, told to every other program
-- INSERT OR REPLACE deletes without firing DELETE triggers where recursive_triggers is off: so existing keys are refused on insert.

create trigger entry_numbered before insert on entry
when new.number is not (select coalesce(max(number), 0) + 1 from entry)
begin select raise(abort, 'journal: entry numbers run without gaps, and an entry is never replaced'); end;
create trigger entry_begun before insert on entry
when exists (select 1 from entry where number = new.number - 1)
  and not exists (select 1 from chain where entry = new.number - 1)
begin select raise(abort, 'journal: the entry before is not sealed'); end;
create trigger entry_request before insert on entry
when new.request is not null and exists (select 1 from entry where request = new.request)
begin select raise(abort, 'journal: this request was recorded before'); end;
create trigger entry_reversed_once before insert on entry
when new.reverses is not null and (
  exists (select 1 from entry where reverses = new.reverses)
  or exists (select 1 from entry where number = new.reverses and reverses is not null)
)
begin select raise(abort, 'journal: an entry is reversed at most once, and a reversal never'); end;
create trigger entry_unchanged before update on entry
begin select raise(abort, 'journal: an entry is never changed; reverse or correct it'); end;
create trigger entry_kept before delete on entry
begin select raise(abort, 'journal: an entry is never deleted; reverse it'); end;

create trigger line_sealed before insert on line
when new.entry is not (select max(number) from entry) or exists (select 1 from chain where entry = new.entry)
  or exists (select 1 from line where entry = new.entry and position = new.position)
begin select raise(abort, 'journal: nothing is added to a recorded entry'); end;
create trigger line_signed before insert on line
when coalesce(new.amount_minor, 0) * iif((select reverses from entry where number = new.entry) is null, 1, -1) < 0
  or coalesce(new.value_minor, 0) * iif((select reverses from entry where number = new.entry) is null, 1, -1) < 0
begin select raise(abort, 'journal: amounts are above zero, and below it in a reversal only'); end;
create trigger line_unchanged before update on line
begin select raise(abort, 'journal: an entry is never changed; reverse or correct it'); end;
create trigger line_kept before delete on line
begin select raise(abort, 'journal: an entry is never deleted; reverse it'); end;

create trigger entry_party_sealed before insert on entry_party
when new.entry is not (select max(number) from entry) or exists (select 1 from chain where entry = new.entry)
  or exists (select 1 from entry_party where entry = new.entry and role = new.role and position = new.position)
begin select raise(abort, 'journal: nothing is added to a recorded entry'); end;
create trigger entry_party_unchanged before update on entry_party
begin select raise(abort, 'journal: an entry is never changed; reverse or correct it'); end;
create trigger entry_party_kept before delete on entry_party
begin select raise(abort, 'journal: an entry is never deleted; reverse it'); end;

create trigger entry_note_sealed before insert on entry_note
when new.entry is not (select max(number) from entry) or exists (select 1 from chain where entry = new.entry)
  or exists (select 1 from entry_note where entry = new.entry)
begin select raise(abort, 'journal: nothing is added to a recorded entry'); end;
create trigger entry_note_unchanged before update on entry_note
when new.note is not null or new.salt is not null or new.commitment is not old.commitment or new.entry is not old.entry
begin select raise(abort, 'journal: a note is never changed, only erased'); end;
create trigger entry_note_kept before delete on entry_note
begin select raise(abort, 'journal: an entry is never deleted; reverse it'); end;

create trigger chain_in_order before insert on chain
when new.entry is not (select coalesce(max(entry), 0) + 1 from chain) or not exists (select 1 from line where entry = new.entry)
  or exists (select 1 from chain where digest = new.digest)
begin select raise(abort, 'journal: entries are sealed in order, once, and never empty'); end;
create trigger chain_unchanged before update on chain
begin select raise(abort, 'journal: the chain is never changed'); end;
create trigger chain_kept before delete on chain
begin select raise(abort, 'journal: the chain is never changed'); end;

create trigger party_name_new before insert on party_name
when exists (select 1 from party_name where number = new.number or key = new.key or (party = new.party and is_main = 1 and new.is_main = 1))
begin select raise(abort, 'register: this name is taken'); end;
create trigger party_name_taken before update on party_name
when exists (select 1 from party_name where number <> old.number and (key = new.key or (party = new.party and is_main = 1 and new.is_main = 1)))
begin select raise(abort, 'register: this name is taken'); end;
create trigger party_name_unchanged before update on party_name
when new.number is not old.number or new.party is not old.party or new.commitment is not old.commitment
  or (new.name is not old.name and new.name is not null)
begin select raise(abort, 'register: a recorded name is never changed, only erased or followed by another'); end;
create trigger party_name_kept before delete on party_name
begin select raise(abort, 'register: a recorded name is never deleted'); end;
create trigger party_new before insert on party
when exists (select 1 from party where number = new.number)
begin select raise(abort, 'register: a party is never replaced'); end;
create trigger party_unchanged before update on party
when new.number is not old.number or new.created_at is not old.created_at
begin select raise(abort, 'register: a party keeps its number'); end;
create trigger party_kept before delete on party
begin select raise(abort, 'register: a party is never deleted; merge it'); end;

create trigger item_new before insert on item
when exists (select 1 from item where number = new.number)
begin select raise(abort, 'register: an item is never replaced'); end;
create trigger item_unchanged before update on item
when (new.unit is not old.unit or new.decimals is not old.decimals)
  and exists (
    select 1 from line where item in (select number from item where old.number in (number, merged_into)) and amount_minor is not null)
begin select raise(abort, 'register: an item in use keeps its unit and decimals'); end;
create trigger item_named before update on item
when new.first_name is not old.first_name or new.number is not old.number
begin select raise(abort, 'register: what an item was first recorded as is never changed'); end;
create trigger item_name_new before insert on item_name
when exists (select 1 from item_name where key = new.key)
begin select raise(abort, 'register: this name is taken'); end;
create trigger item_name_taken before update on item_name
when new.key is not old.key or new.item is not old.item
begin select raise(abort, 'register: a name keeps finding what it found'); end;
create trigger item_name_kept before delete on item_name
begin select raise(abort, 'register: a name keeps finding what it found'); end;
create trigger item_kept before delete on item
begin select raise(abort, 'register: an item is never deleted; merge it'); end;

create trigger purpose_unchanged before update on purpose
begin select raise(abort, 'register: a purpose keeps its name'); end;
create trigger purpose_new before insert on purpose
when exists (select 1 from purpose where number = new.number or name = new.name)
begin select raise(abort, 'register: a purpose is never replaced'); end;
create trigger purpose_kept before delete on purpose
begin select raise(abort, 'register: a purpose is never deleted'); end;
create trigger store_unchanged before update on store
begin select raise(abort, 'register: a store keeps its name'); end;
create trigger store_new before insert on store
when exists (select 1 from store where number = new.number or name = new.name)
begin select raise(abort, 'register: a store is never replaced'); end;
create trigger store_kept before delete on store
begin select raise(abort, 'register: a store is never deleted'); end;
create trigger flow_new before insert on flow
begin select raise(abort, 'journal: what a flow means is never changed'); end;
create trigger flow_unchanged before update on flow
begin select raise(abort, 'journal: what a flow means is never changed'); end;
create trigger flow_kept before delete on flow
begin select raise(abort, 'journal: what a flow means is never changed'); end;
create trigger book_new before insert on book
when exists (select 1 from book)
begin select raise(abort, 'book: there is one book in a file'); end;
create trigger book_unchanged before update on book
when new.identity is not old.identity or new.created_at is not old.created_at or new.id is not old.id
begin select raise(abort, 'book: what begins the chain is never changed'); end;
create trigger book_kept before delete on book
begin select raise(abort, 'book: what begins the chain is never deleted'); end;
create trigger change_new before insert on register_change
when exists (select 1 from register_change where number = new.number)
begin select raise(abort, 'register: what was done is never changed'); end;
create trigger change_unchanged before update on register_change
begin select raise(abort, 'register: what was done is never changed'); end;
create trigger change_kept before delete on register_change
begin select raise(abort, 'register: what was done is never deleted'); end;
