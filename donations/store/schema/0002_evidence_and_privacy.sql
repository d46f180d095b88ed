-- Step 2: what is done to the registers stands in the chain too, link after link with the entries; what concerns a
-- person's privacy (contact, consent, erasing) stands apart from the journal.

-- ---------------------------------------------------------------- what was done to the registers

alter table register_change rename to register_change_1;

-- `state`: what the register says of the subject after the act, as store/evidence.py reads it; `check` holds the
-- register against the last one. A reason can be erased like a note: its commitment stays.
create table register_change (
  number integer primary key check (number > 0),
  register text not null check (register in ('party', 'item', 'store', 'purpose', 'book', 'entry')),
  subject integer not null,
  act text not null,
  before text,
  after text,
  reason text,
  salt blob,
  commitment text,
  state text,
  changed_at text not null
) strict;
create index register_change_subject on register_change (register, subject, number);

insert into register_change (number, register, subject, act, before, after, reason, changed_at)
select row_number() over (order by number), register, subject, act, before, after, reason, changed_at
from register_change_1 order by number;
drop table register_change_1;

-- ---------------------------------------------------------------- the chain

drop trigger entry_begun;
drop trigger line_sealed;
drop trigger entry_party_sealed;
drop trigger entry_note_sealed;
alter table chain rename to chain_1;

-- Each link seals one entry, or one act on the registers: sha256(digest of the link before || newline || its evidence).
-- The first follows book.identity.
create table chain (
  number integer primary key check (number > 0),
  entry integer references entry (number),
  change integer references register_change (number),
  digest text not null,
  check ((entry is null) <> (change is null))
) strict;
create unique index chain_entry on chain (entry) where entry is not null;
create unique index chain_change on chain (change) where change is not null;

insert into chain (number, entry, digest)
select row_number() over (order by entry), entry, digest from chain_1 order by entry;
drop table chain_1;

create trigger chain_in_order before insert on chain
when new.number is not (select coalesce(max(number), 0) + 1 from chain)
  or (new.entry is not null and (
    new.entry is not (select coalesce(max(entry), 0) + 1 from chain where entry is not null)
    or not exists (
      select 1 from entry as e where e.number = new.entry
        and (e.type = 'missing' or exists (select 1 from line where entry = e.number)))))
  or (new.change is not null and (
    new.change is not (select coalesce(max(change), 0) + 1 from chain where change is not null)
    or not exists (select 1 from register_change where number = new.change)))
begin select raise(abort, 'journal: what was done is sealed in order, once, and never empty'); end;
create trigger chain_unchanged before update on chain
begin select raise(abort, 'journal: the chain is never changed'); end;
create trigger chain_kept before delete on chain
begin select raise(abort, 'journal: the chain is never changed'); end;

create trigger entry_begun before insert on entry
when exists (select 1 from entry where number = new.number - 1)
  and not exists (select 1 from chain where entry = new.number - 1)
begin select raise(abort, 'journal: the entry before is not sealed'); end;
create trigger line_sealed before insert on line
when new.entry is not (select max(number) from entry) or exists (select 1 from chain where entry = new.entry)
  or exists (select 1 from line where entry = new.entry and position = new.position)
  or exists (select 1 from entry where number = new.entry and type = 'missing')
begin select raise(abort, 'journal: nothing is added to a recorded entry'); end;
create trigger entry_party_sealed before insert on entry_party
when new.entry is not (select max(number) from entry) or exists (select 1 from chain where entry = new.entry)
  or exists (select 1 from entry_party where entry = new.entry and role = new.role and position = new.position)
begin select raise(abort, 'journal: nothing is added to a recorded entry'); end;
create trigger entry_note_sealed before insert on entry_note
when new.entry is not (select max(number) from entry) or exists (select 1 from chain where entry = new.entry)
  or exists (select 1 from entry_note where entry = new.entry)
begin select raise(abort, 'journal: nothing is added to a recorded entry'); end;

create trigger change_new before insert on register_change
when new.number is not (select coalesce(max(number), 0) + 1 from register_change)
begin select raise(abort, 'register: acts are numbered without gaps, and what was done is never changed'); end;
create trigger change_begun before insert on register_change
when exists (select 1 from register_change where number = new.number - 1)
  and not exists (select 1 from chain where change = new.number - 1)
begin select raise(abort, 'register: the act before is not sealed'); end;
-- A reason may be erased; one from before this step gets its commitment as long as it is not sealed.
create trigger change_unchanged before update on register_change
when new.number is not old.number or new.register is not old.register or new.subject is not old.subject
  or new.act is not old.act or new.before is not old.before or new.after is not old.after
  or new.state is not old.state or new.changed_at is not old.changed_at
  or (new.reason is not old.reason and (new.reason is not null or new.salt is not null))
  or (new.commitment is not old.commitment
    and (old.commitment is not null or exists (select 1 from chain where change = old.number)))
begin select raise(abort, 'register: what was done is never changed'); end;
create trigger change_kept before delete on register_change
begin select raise(abort, 'register: what was done is never deleted'); end;

-- ---------------------------------------------------------------- privacy

-- Whether a party may be named in public; where nothing is said, persons are not.
alter table party add column consent text check (consent in ('named', 'anonymous'));

-- What was said of one gift, which goes before what was said of its donors.
create table gift_consent (
  entry integer primary key references entry (number),
  consent text not null check (consent in ('named', 'anonymous'))
) strict;
create trigger gift_consent_moved before update on gift_consent
when new.entry is not old.entry
begin select raise(abort, 'register: consent stays with its gift'); end;

-- How a party is reached: never in the journal, never in the chain, never in a report; gone when it is erased.
create table contact (
  party integer not null references party (number),
  field text not null check (field in ('phone', 'wechat', 'email', 'address', 'identity_card', 'bank_account', 'remark')),
  value text not null check (value <> ''),
  primary key (party, field)
) strict, without rowid;

-- What this book's people were warned of once.
create table told (
  what text primary key,
  told_at text not null
) strict, without rowid;
