"""Which entries of a damaged book are whole, what the chain says of them, and why the others are not kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from donations.domain.amount import Amount, Certainty, Item
from donations.domain.entry import ENTRY_TYPES, MISSING, Entry, Flow, Line, Role, Worth
from donations.services.salvage.parties import words_or_none
from donations.services.salvage.registers import Registers
from donations.services.salvage.states import Found, State, Why
from donations.store.wreck.believed import highest_believed
from donations.store.wreck.proofs import Proof, Sealed, prove
from donations.store.wreck.rebuilding import notes_of
from donations.store.wreck.shapes import Row, by_number, number_of
from donations.store.wreck.wreck import Wreck


def entries_of(wreck: Wreck, registers: Registers, stated: int) -> list[Found]:
    """Every number of the old journal from 1 to the highest that can be seen, or to `stated` if that is higher."""
    return _Judge(wreck, registers).judge(max(stated, highest_seen(wreck)))


def highest_seen(wreck: Wreck) -> int:
    """The highest number of an entry that anything left of the book speaks of, and that it can have had."""
    columns = (
        ("entry", "number"), ("entry", "reverses"), ("entry", "corrects"), ("line", "entry"), ("entry_party", "entry"),
        ("entry_note", "entry"), ("gift_consent", "entry"), ("chain", "entry"), ("entry_date", "number"),
    )  # fmt: skip
    seen = (row[column] for table, column in columns for row in wreck.rows[table].values())
    return highest_believed({number for number in seen if isinstance(number, int)}, wreck.gap)


def is_end_known(wreck: Wreck, entries: int) -> bool:
    """Whether nothing can have been recorded behind entry `entries`."""
    return wreck.is_complete("entry", entries) and wreck.is_complete("entry", entries + 1)


@dataclass
class _Judge:
    wreck: Wreck
    registers: Registers
    rows: dict[int, Row] = field(default_factory=dict)
    lines: dict[int, list[Row]] = field(default_factory=dict)
    parties: dict[int, list[Row]] = field(default_factory=dict)
    notes: dict[int, tuple[str | None, bool]] = field(default_factory=dict)
    doubted: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        wreck = self.wreck
        self.rows = {number_of(row, "number"): row for row in wreck.table("entry")}
        self.lines = by_number(wreck.table("line"), "entry")
        self.parties = by_number(wreck.table("entry_party"), "entry")
        self.notes = notes_of(wreck.table("entry_note"))
        tables = {"entry", "line", "entry_party", "entry_note"}
        self.doubted = {key[0] for table, key in wreck.doubted if table in tables and isinstance(key[0], int)}

    def judge(self, entries: int) -> list[Found]:
        """Everything from 1 to `entries`."""
        whole = {number: entry for number in self.rows if (entry := self._whole(number)) is not None}
        links = {number_of(row, "number"): row for row in self.wreck.table("chain")}
        proofs = prove(self._sealed(whole), links, entries)
        found = {number: self._found(number, whole.get(number), proofs[number]) for number in range(1, entries + 1)}
        self._reversals(found)
        return list(found.values())

    # ------------------------------------------------------------ one entry

    def _found(self, number: int, entry: Entry | None, proof: Proof) -> Found:
        row = self.rows.get(number)
        dated = row or self.wreck.rows["entry_date"].get((number,))
        day = None if dated is None else date.fromisoformat(str(dated["date"]))
        reverses = None if row is None else _number(row["reverses"])
        said = Found(number, State.MISSING, Why.DAMAGED, day=day, reverses=reverses)
        if row is None:
            return said
        if row["type"] == MISSING:  # of a book that was salvaged before
            said.why = Why(str(row["reason"])) if str(row["reason"]) in list(Why) else Why.DAMAGED
        elif not self._items_known(number):
            said.why = Why.ITEM
        elif entry is not None and proof is not Proof.PROVEN and self._is_changed(number, proof):
            said.state, said.why = State.CHANGED, Why.CHANGED
        elif entry is not None:
            said.entry, said.recorded_at = entry, str(row["recorded_at"])
            said.state, said.why = self._state(number, proof)
        return said

    def _is_changed(self, number: int, proof: Proof) -> bool:
        """Whether it can't be kept without proof; where only its note can be lost, that is why the digest disagrees."""
        return number in self.doubted or (proof is Proof.CHANGED and not self._lacks_note_alone(number))

    def _lacks_note_alone(self, number: int) -> bool:
        complete = [self.wreck.is_complete(table, number) for table in ("line", "entry_party", "entry_note")]
        return number not in self.notes and complete == [True, True, False]

    def _state(self, number: int, proof: Proof) -> tuple[State, Why | None]:
        is_note_lost = not self.notes.get(number, (None, True))[1]
        if proof is Proof.PROVEN:
            return (State.UNPROVEN, Why.NOTE) if is_note_lost else (State.PROVEN, None)
        if not self._names_known(number):
            return State.UNPROVEN, Why.NAME
        if proof is Proof.CHANGED:
            return State.UNPROVEN, Why.NOTE
        if proof is Proof.SUSPECT:
            return State.UNPROVEN, Why.NEIGHBOUR
        complete = all(self.wreck.is_complete(table, number) for table in ("line", "entry_party", "entry_note"))
        return State.UNPROVEN, Why.DIGEST if complete and not is_note_lost else Why.PART

    def _items_known(self, number: int) -> bool:
        return all(row["item"] in self.registers.items for row in self.lines.get(number, ()))

    def _names_known(self, number: int) -> bool:
        """Whether all that the chain covers of its names is known."""
        names = [row["name"] for row in self.parties.get(number, ())]
        lines = self.lines.get(number, ())
        names += [row["recipient"] for row in lines if row["recipient"] is not None]
        registers = self.registers
        if not all(isinstance(name, int) and registers.names[name]["commitment"] for name in names):
            return False
        used = [(registers.stores, row["store"]) for row in lines] + [
            (registers.purposes, row["purpose"]) for row in lines
        ]
        return not any(isinstance(at, int) and rows[at].get("is_lost") for rows, at in used)

    def _whole(self, number: int) -> Entry | None:
        """The entry, where its row is there and its lines and parties have no gap and do what its type does."""
        row, lines = self.rows[number], self.lines.get(number, [])
        entry_type = ENTRY_TYPES.get(str(row["type"]))
        if entry_type is None or not lines or not self._items_known(number) or not _are_sound(lines):
            return None
        named = _named(self.parties.get(number, ()))
        if named is None or not set(entry_type.needs) <= named.keys():
            return None
        made = tuple(self._line(line) for line in lines)
        does_what_it_may = {line.flow for line in made} <= entry_type.flows
        if not does_what_it_may or (row["type"] == "transfer" and not _balances(made)):
            return None
        return self._entry(row, made, named)

    def _entry(self, row: Row, lines: tuple[Line, ...], parties: dict[Role, tuple[int, ...]]) -> Entry:
        number = number_of(row, "number")
        return Entry(
            type=str(row["type"]), date=date.fromisoformat(str(row["date"])), lines=lines, parties=parties,
            city=words_or_none(row["city"]), county=words_or_none(row["county"]), note=self.notes.get(number, (None, True))[0],
            reason=words_or_none(row["reason"]), reverses=_number(row["reverses"]), corrects=_number(row["corrects"]),
            request=words_or_none(row["request"]),
        )  # fmt: skip

    def _line(self, row: Row) -> Line:
        item = self.registers.items[number_of(row, "item")]
        known = Item(number_of(row, "item"), str(item["name"]), None, str(item["unit"]), number_of(item, "decimals"))
        worth, expires = _number(row["value_minor"]), words_or_none(row["expires_on"])
        return Line(
            Amount(_number(row["amount_minor"]), known, Certainty(str(row["certainty"]))), Flow(str(row["flow"])),
            None if worth is None else Worth(worth, Certainty(str(row["value_certainty"])), words_or_none(row["value_basis"])),
            _number(row["counted_minor"]), number_of(row, "store"), number_of(row, "purpose"), _number(row["recipient"]),
            words_or_none(row["batch"]), None if expires is None else date.fromisoformat(expires), words_or_none(row["written"]),
        )  # fmt: skip

    # ------------------------------------------------------------ all of them

    def _sealed(self, whole: Mapping[int, Entry]) -> Sealed:
        """What the chain covers, with the names of registers as they are now known."""
        wreck, registers = self.wreck, self.registers
        acts = [row for row in wreck.table("register_change") if "commitment" in row]
        tables: dict[str, Iterable[Row]] = {
            name: wreck.table(name) for name in ("entry", "entry_note", "entry_party", "line")
        }
        tables |= {"register_change": acts, "party_name": registers.names.values(), "item": registers.items.values()}
        tables |= {"store": registers.stores.values(), "purpose": registers.purposes.values()}
        entries = {number for number in whole if self._names_known(number)}
        entries |= {number for number, row in self.rows.items() if row["type"] == MISSING}
        identity = registers.book["identity"] if registers.book is not None else None
        numbers = frozenset(number_of(row, "number") for row in acts)
        return Sealed(tables, frozenset(entries), numbers, None if identity is None else str(identity))

    def _reversals(self, found: Mapping[int, Found]) -> None:
        """What takes back a lost entry is left out with it; what doesn't mirror its entry has lost a line, or that has."""
        for said in found.values():
            if said.entry is None or said.entry.reverses is None:
                continue
            of = found.get(said.entry.reverses)
            if of is not None and of.entry is not None and not _mirrors(said.entry, of.entry):
                for one in (said, of):
                    if one.state is not State.PROVEN:
                        one.entry, one.state, one.why = None, State.MISSING, Why.DAMAGED
            if of is None or of.entry is None:
                said.entry, said.state, said.why = None, State.MISSING, Why.ORIGINAL
        self._mirrors_of_corrections(found)

    def _mirrors_of_corrections(self, found: Mapping[int, Found]) -> None:
        """What stood before a right entry took back the wrong one: where that is lost, both would count."""
        for number, row in self.rows.items():
            before, wrong = found.get(number - 1), found.get(_number(row["corrects"]) or 0)
            if before is None or wrong is None or before.number in self.rows or before.why is not Why.DAMAGED:
                continue
            before.reverses, before.why = wrong.number, Why.MIRROR if wrong.entry is not None else Why.ORIGINAL


def _named(rows: Iterable[Row]) -> dict[Role, tuple[int, ...]] | None:
    """The parties in each role by the numbers of their names; None where one between others is lost."""
    named: dict[Role, tuple[int, ...]] = {}
    for row in rows:
        role = Role(str(row["role"]))
        if row["position"] != len(named.get(role, ())) + 1:
            return None
        named[role] = (*named.get(role, ()), number_of(row, "name"))
    return named


def _are_sound(lines: Sequence[Row]) -> bool:
    """Whether none between others is lost, and each says of its amount and worth what belongs together."""
    if [line["position"] for line in lines] != list(range(1, len(lines) + 1)):
        return False
    return all(
        (line["certainty"] == Certainty.UNKNOWN) == (line["amount_minor"] is None)
        and (line["value_minor"] is None) == (line["value_certainty"] is None)
        for line in lines
    )


def _balances(lines: tuple[Line, ...]) -> bool:
    """Whether a transfer moves in what it moves out."""
    sums: dict[int, int] = {}
    for line in lines:
        sign = 1 if line.flow is Flow.MOVED_IN else -1
        sums[line.item.number] = sums.get(line.item.number, 0) + sign * (line.amount.minor or 0)
    return not any(sums.values())


def _mirrors(reversal: Entry, first: Entry) -> bool:
    return [_told(line) for line in reversal.lines] == [_told(line.mirrored()) for line in first.lines]


def _told(line: Line) -> tuple[object, ...]:
    return line.amount, line.flow, line.worth, line.store, line.purpose, line.recipient


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
