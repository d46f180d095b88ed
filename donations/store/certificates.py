"""Certificates by their gapless numbers, and which handover sheets are filed: appended, sealed, never changed."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from donations.store.changes import Change, note_change
from donations.store.given import GIVEN_ON

CERTIFY, VOID = "certify", "void_certificate"
FILE, UNFILE = "file_handover", "unfile_handover"
"""What the acts are called that issue a certificate, declare one void, and file a handover sheet or take that back."""

_COLUMNS = "c.number, c.name, c.entries, c.issued_on, v.voided_on is not null"
_SELECT = f"select {_COLUMNS} from certificate as c left join certificate_void as v on v.certificate = c.number"  # noqa: S608 - a constant
_ADD = "insert into certificate (number, name, entries, issued_on) values (?, ?, ?, ?)"
_ADD_VOID = (
    "insert into certificate_void (certificate, voided_on, entries) select ?, ?, coalesce(max(number), 0) from entry"
)
_ADD_HANDOVER = """
insert into handover (number, noted_on, entry, is_filed)
values ((select coalesce(max(number), 0) + 1 from handover), ?, ?, ?) returning number
"""
_SAID_VOID = "select json_extract(after, '$.certificate'), changed_at from register_change where register = 'book' and act = ? order by number"
_SAID_FILED = "select subject, act = ?, changed_at from register_change where register = 'entry' and act in (?, ?) order by number"
_GIFTS = f"""
select distinct p.entry from party_entries as p join entries_dated as d on d.number = p.entry
where p.party = ? and p.role = 'donor' and d.is_standing and d.type in ('receipt', 'relay')
  and {GIVEN_ON.format(e="d")} between ? and ?
order by p.entry
"""  # noqa: S608 - a constant
# A corrected gift is still the gift that the older certificate thanks for. A joint one is thanked for once for all, or each donor for himself.
_BESIDE = """
with recursive meant (entry) as (
  select value from json_each(:entries)
  union select e.corrects from meant as m join entry as e on e.number = m.entry where e.corrects is not null
)
select distinct c.number from certificate as c
join json_each(c.entries) as gift on gift.value in (select entry from meant)
left join certificate_void as v on v.certificate = c.number
where v.certificate is null and c.number <> :number and (
  c.name is null or :name is null
  or (select party from name_now where name_number = c.name) = (select party from name_now where name_number = :name))
order by c.number
"""
_MAIN_NAME = "select number from party_name where party = ? and is_main = 1"
_TAKEN_BACK = "select reversed_by, corrected_by from entries where number = ?"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate: its number, the recorded name it is for (None: all donors of its entry), and the gifts it is about."""

    number: int
    name: int | None
    entries: tuple[int, ...]
    issued_on: str
    is_void: bool = False

    def told(self) -> str:
        """What the act that issued it says."""
        return json.dumps({"certificate": self.number, "name": self.name, "entries": self.entries})


def _certificate(row: Sequence[object]) -> Certificate:
    number, name, entries, issued_on, is_void = row
    assert isinstance(number, int), row
    assert name is None or isinstance(name, int), row
    return Certificate(number, name, tuple(json.loads(str(entries))), str(issued_on), bool(is_void))


def find(connection: sqlite3.Connection, number: int) -> Certificate | None:
    """The certificate of that number; None where there is none."""
    row = connection.execute(f"{_SELECT} where c.number = ?", (number,)).fetchone() if number < 2**63 else None
    return None if row is None else _certificate(row)


def every(connection: sqlite3.Connection) -> list[Certificate]:
    """All certificates in order."""
    return [_certificate(row) for row in connection.execute(f"{_SELECT} order by c.number")]


def issued_for(connection: sqlite3.Connection, name: int | None, entries: Sequence[int]) -> Certificate | None:
    """The certificate that stands for just these gifts under that name; None where there is none."""
    query = f"{_SELECT} where c.name is ? and c.entries = ? and v.certificate is null"
    row = connection.execute(query, (name, json.dumps(list(entries)))).fetchone()
    return None if row is None else _certificate(row)


def beside(connection: sqlite3.Connection, certificate: Certificate) -> list[int]:
    """The other certificates that are not void and thank the same donor for any of the same gifts, also for what they were before a correction."""
    facts = {"number": certificate.number, "name": certificate.name, "entries": json.dumps(list(certificate.entries))}
    return [int(row[0]) for row in connection.execute(_BESIDE, facts)]


def gifts_of(connection: sqlite3.Connection, party: int, begin: str, end: str) -> list[int]:
    """The gifts of the party that stand, dated within these days."""
    return [int(row[0]) for row in connection.execute(_GIFTS, (party, begin, end))]


def main_name(connection: sqlite3.Connection, party: int) -> int:
    """The number of the name that the party goes by now."""
    return int(connection.execute(_MAIN_NAME, (party,)).fetchone()[0])


def taken_back(connection: sqlite3.Connection, entry: int) -> tuple[int | None, int | None]:
    """By which entry it was reversed, and by which corrected."""
    reversed_by, corrected_by = connection.execute(_TAKEN_BACK, (entry,)).fetchone()
    return reversed_by, corrected_by


def last_number(connection: sqlite3.Connection) -> int:
    """The number of the certificate issued last."""
    [number] = connection.execute("select coalesce(max(number), 0) from certificate").fetchone()
    return int(number)


def add(connection: sqlite3.Connection, certificate: Certificate, now: str) -> None:
    """Keep a certificate under its number, and seal it."""
    entries = json.dumps(list(certificate.entries))
    connection.execute(_ADD, (certificate.number, certificate.name, entries, certificate.issued_on))
    note_change(connection, Change("book", 1, CERTIFY, after=certificate.told()), now)


def add_void(connection: sqlite3.Connection, number: int, reason: str | None, now: str, voided_on: str) -> None:
    """Declare a certificate void, and seal that with its reason."""
    connection.execute(_ADD_VOID, (number, voided_on))
    note_change(connection, Change("book", 1, VOID, after=json.dumps({"certificate": number}), reason=reason), now)


def said_void(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """The certificates that acts declared void, each with when that was done, sorted."""
    return sorted((int(number), str(at)) for number, at in connection.execute(_SAID_VOID, (VOID,)))


def voided(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """The certificates that are void, each with the day since which it is, sorted."""
    rows = connection.execute("select certificate, voided_on from certificate_void order by certificate")
    return [(int(number), str(day)) for number, day in rows]


# --- handover sheets


def is_filed(connection: sqlite3.Connection, entry: int) -> bool:
    """Whether the signed sheet of the entry is filed."""
    query = "select is_filed from handover where entry = ? order by number desc limit 1"
    row = connection.execute(query, (entry,)).fetchone()
    return row is not None and bool(row[0])


def say_filed(
    connection: sqlite3.Connection, entry: int, note: str | None, now: str, *, filed: bool, noted_on: str
) -> None:
    """Say that the signed sheet of the entry is filed, or is not after all, and seal that with its note."""
    connection.execute(_ADD_HANDOVER, (noted_on, entry, int(filed))).fetchone()
    note_change(connection, Change("entry", entry, FILE if filed else UNFILE, reason=note), now)


def handovers(connection: sqlite3.Connection) -> list[tuple[tuple[int, bool], str]]:
    """Every word on a sheet in order: of which entry, and whether it was filed; and its day."""
    rows = connection.execute("select entry, is_filed, noted_on from handover order by number")
    return [((int(entry), bool(filed)), str(day)) for entry, filed, day in rows]


def said_filed(connection: sqlite3.Connection) -> list[tuple[tuple[int, bool], str]]:
    """What the acts say of sheets, in order: of which entry, whether it was filed, and when that was done."""
    rows = connection.execute(_SAID_FILED, (FILE, FILE, UNFILE))
    return [((int(entry), bool(filed)), str(at)) for entry, filed, at in rows]
