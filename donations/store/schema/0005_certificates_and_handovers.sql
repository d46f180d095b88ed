-- Step 5: thank-you certificates with numbers of their own, and which handover sheets are signed and filed.

-- `name` is the recorded name it is for, null where it is for all donors of its entry together; `entries` are the gifts
-- it thanks for, as JSON. In a book that was salvaged a certificate may be lost (no entries); its number stays.
create table certificate (
  number integer primary key check (number > 0),
  name integer references party_name (number),
  entries text not null check (entries glob '[[]*]'),
  issued_on text not null check (issued_on is date(issued_on, '+0 days'))
) strict;
create index certificate_name on certificate (name) where name is not null;

-- `entries`: how many the book had by then. The reason stands with the act.
create table certificate_void (
  certificate integer primary key references certificate (number),
  voided_on text not null check (voided_on is date(voided_on, '+0 days')),
  entries integer not null check (entries >= 0)
) strict;

-- Whether the sheet that three sign was filed, the last word on each entry; a note stands with the act.
create table handover (
  number integer primary key check (number > 0),
  noted_on text not null check (noted_on is date(noted_on, '+0 days')),
  entry integer not null references entry (number),
  is_filed integer not null check (is_filed in (0, 1))
) strict;
create index handover_entry on handover (entry, number);

create trigger certificate_new before insert on certificate
when new.number is not (select coalesce(max(number), 0) + 1 from certificate)
begin select raise(abort, 'certificates: they are numbered without gaps, and no number is used twice'); end;
create trigger certificate_unchanged before update on certificate
begin select raise(abort, 'certificates: none is changed; declare it void'); end;
create trigger certificate_kept before delete on certificate
begin select raise(abort, 'certificates: none is deleted; declare it void'); end;
create trigger certificate_void_new before insert on certificate_void
when exists (select 1 from certificate_void where certificate = new.certificate)
begin select raise(abort, 'certificates: what is void stays void'); end;
create trigger certificate_void_unchanged before update on certificate_void
begin select raise(abort, 'certificates: what is void stays void'); end;
create trigger certificate_void_kept before delete on certificate_void
begin select raise(abort, 'certificates: what is void stays void'); end;

create trigger handover_new before insert on handover
when new.number is not (select coalesce(max(number), 0) + 1 from handover)
  or new.is_filed is (select is_filed from handover where entry = new.entry order by number desc limit 1)
begin select raise(abort, 'handovers: each word follows the one before'); end;
create trigger handover_unchanged before update on handover
begin select raise(abort, 'handovers: what was said is never changed'); end;
create trigger handover_kept before delete on handover
begin select raise(abort, 'handovers: what was said is never deleted'); end;
