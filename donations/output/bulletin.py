"""The bulletin: the figures of reports/bulletin.py as the paragraph that an association posts, in the reader's language."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from donations.domain.amount import MONEY
from donations.domain.currencies import FOREIGN
from donations.i18n import ENGLISH, N_
from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.phrases import Cells, Phrases
from donations.output.streams import writer
from donations.reports.table import Column, Report, Table, Value

SUFFIXES = {".txt": "text", ".md": "md"}
"""How files that hold the paragraph alone end, and which format that is."""


@dataclass(frozen=True, slots=True)
class Back:
    """What may be said where something went the other way: of which figure, which tables say what went each way, the sentences."""

    figure: str
    there: str
    back: str
    taken_off: str
    alone: str
    as_much: str
    more: str
    corrected: str


_IN_MONTH = N_("In {period} {who}")
_IN_DAYS = N_("From {begin} to {end} {who}")
_FOR_CITY = N_("{subject}, for {city},")
_WE = N_("the association")
_IT = N_("It")
_MONEY_IN = N_("{subject} received {money} in {gifts}{donors}.")
_GOODS_IN = N_("{subject} received goods in {gifts}{donors}: {goods}.")
_GIFT, _GIFTS = N_("{count} gift"), N_("{count} gifts")
_FROM_DONOR, _FROM_DONORS = N_(" from {count} donor"), N_(" from {count} donors")
_PASSED_ON = N_("Of what came in, {goods} went straight from donors to recipients.")
_BOUGHT = N_("{subject} bought {goods}.")
_SPENT = N_("{subject} spent {money} on purchases and costs.")
_GIVEN_OUT = N_("{subject} gave {goods} to {recipients}{cities}.")
_RECIPIENTS_UNCOUNTED = N_("recipients")
_RECIPIENT, _RECIPIENTS = N_("{count} recipient"), N_("{count} recipients")
_IN_CITIES = N_(" in {cities}")
_ADJUSTED = N_("Opening stock, counts, losses and the like changed what is on hand by {goods}.")
_DONORS = Back(
    "received", "gifts", "refunded",
    taken_off=N_("{subject} gave {goods} back to donors, which is taken off what came in."),
    alone=N_("{subject} gave {goods} back to donors."),
    as_much=N_("As much went back to donors as came in: {goods}."),
    more=N_("{subject} gave {goods} back to donors, more than came in; the difference is {difference}."),
    corrected=N_("With corrections of earlier months, what came in comes to {goods}."),
)  # fmt: skip
_RECIPIENTS_BACK = Back(
    "distributed", "handed_out", "returned",
    taken_off=N_("{subject} took {goods} back from recipients, which is taken off what was given out."),
    alone=N_("{subject} took {goods} back from recipients."),
    as_much=N_("As much came back from recipients as was given out: {goods}."),
    more=N_("{subject} took {goods} back from recipients, more than was given out; the difference is {difference}."),
    corrected=N_("With corrections of earlier months, what was given out comes to {goods}."),
)  # fmt: skip
_ON_HAND = N_("On hand at the end of {day}: {goods}.")
_THANKS = N_("Our thanks go to everyone who gave.")
_SO_FAR = N_("These are the figures up to today, {day}: the period is not over yet.")
_NOTHING = N_("{subject} recorded nothing.")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&])")


def paragraph(report: Report, *, is_over: bool = True) -> str:
    """The sentences in one paragraph."""
    reader = Reader()
    return (" " if reader.language == ENGLISH else "").join(sentences(report, reader, is_over=is_over))


def sentences(report: Report, reader: Reader | None = None, *, is_over: bool = True) -> list[str]:
    """What is said of the period, and nothing of what did not happen: every number stands in one of the report's tables.

    Where what was asked for is not over, the report ends today, and that is said.
    """
    return _Bulletin(report, Phrases(reader or Reader()), is_over=is_over).sentences()


def with_sentences(report: Report, *, is_over: bool = True) -> Report:
    """The report with its sentences as a first table, for formats that hold tables."""
    said = [(sentence,) for sentence in sentences(report, is_over=is_over)]
    column = Column("sentence", N_("Sentence"))
    prose = Table("sentences", N_("In words"), (column,), lambda: said, is_prose=True)
    return report._replace(tables=[prose, *report.tables], is_paper=True)


def render(report: Report, stream: TextIO, *, markdown: bool = False, is_over: bool = True) -> None:
    """Write the paragraph to `stream`, with what Markdown would read as its own signs made harmless where it is for that."""
    text = paragraph(report, is_over=is_over)
    writer(stream)((_MARKDOWN.sub(r"\\\1", text) if markdown else text) + "\n")


class _Bulletin:
    """One bulletin on its way: its rows are read once, and whoever speaks first names the period."""

    def __init__(self, report: Report, phrases: Phrases, *, is_over: bool) -> None:
        self.report, self.phrases, self.say, self.is_over = report, phrases, phrases.say, is_over
        self.rows = {table.key: _rows(table) for table in report.tables}
        [self.counts] = self.rows["counts"]
        self.said: list[str] = []

    def sentences(self) -> list[str]:
        """Every sentence in its order."""
        counts = self.counts
        self._came_in(counts)
        self._was_used(counts)
        self._else()
        if not self.said:
            self.tell(_NOTHING)
        self._on_hand()
        if not self.is_over and self.report.end:
            self.said.append(self.say(_SO_FAR).format(day=self.phrases.day(self.report.end)))
        if counts["gifts_of_money"] or counts["gifts_of_goods"]:
            self.said.append(self.say(_THANKS))
        return self.said

    def tell(self, sentence: str, **parts: str) -> None:
        """Add a sentence; the first names the period, the association and the city, the others say “it”."""
        self.said.append(self.say(sentence).format(subject=self.say(_IT) if self.said else self._subject(), **parts))

    def _subject(self) -> str:
        begin, end, phrases = self.report.begin, self.report.end, self.phrases
        assert begin is not None, "a bulletin is about days from one to another"
        assert end is not None, "a bulletin is about days from one to another"
        who = clean(self.report.source.name) or self.say(_WE)
        if begin.day == 1 and end == begin.replace(day=monthrange(begin.year, begin.month)[1]):
            subject = self.say(_IN_MONTH).format(period=phrases.month(begin), who=who)
        else:
            subject = self.say(_IN_DAYS).format(begin=phrases.day(begin), end=phrases.day(end), who=who)
        city = self.counts["city"]
        return self.say(_FOR_CITY).format(subject=subject, city=clean(str(city))) if city else subject

    def _came_in(self, counts: Cells) -> None:
        given = {cells["item"] for cells in self.rows["gifts"]}
        if money := [cells for cells in self._of("received", money=True) if cells["item"] in given]:
            self.tell(_MONEY_IN, money=self._money(money, "received"), **self._givers(counts, "money"))
        if goods := [cells for cells in self._of("received", money=False) if cells["item"] in given]:
            self.tell(_GOODS_IN, goods=self.phrases.goods(goods, "received"), **self._givers(counts, "goods"))
        if passed_on := self.rows["passed_on"]:
            self.tell(_PASSED_ON, goods=self.phrases.goods(passed_on, "amount"))

    def _givers(self, counts: Cells, what: str) -> dict[str, str]:
        gifts, donors = int(counts[f"gifts_of_{what}"] or 0), counts[f"donors_of_{what}"]
        said = self.phrases.counted(int(donors), _FROM_DONOR, _FROM_DONORS) if donors else ""
        return {"gifts": self.phrases.counted(gifts, _GIFT, _GIFTS), "donors": said}

    def _was_used(self, counts: Cells) -> None:
        if bought := self._of("bought"):
            self.tell(_BOUGHT, goods=self.phrases.goods(bought, "bought"))
        if spent := self._of("spent", money=True):
            self.tell(_SPENT, money=self._money(spent, "spent"))
        handed_out = {cells["item"] for cells in self.rows["handed_out"]}
        if given_out := [cells for cells in self._of("distributed") if cells["item"] in handed_out]:
            recipients = counts["recipients"]
            said = self.say(_RECIPIENTS_UNCOUNTED)
            if recipients:
                said = self.phrases.counted(int(recipients), _RECIPIENT, _RECIPIENTS)
            cities = [clean(str(cells["city"])) for cells in self.rows["cities"]]
            where = self.say(_IN_CITIES).format(cities=self.phrases.places(cities)) if cities else ""
            self.tell(_GIVEN_OUT, goods=self.phrases.goods(given_out, "distributed"), recipients=said, cities=where)

    def _else(self) -> None:
        if changes := [*self._of("adjusted"), *self._negative("adjusted")]:
            self.tell(_ADJUSTED, goods=self.phrases.goods(changes, "adjusted", signed=True))
        self._went_back(_DONORS)
        self._went_back(_RECIPIENTS_BACK)

    def _went_back(self, how: Back) -> None:
        """What went the other way, and what corrections alone make of a figure: each item by the sentence that is true of it."""
        totals = {cells["item"]: cells for cells in self.rows["totals"]}
        there = {cells["item"]: cells["amount"] for cells in self.rows[how.there]}
        back = {cells["item"]: cells["amount"] for cells in self.rows[how.back]}
        said: dict[str, list[Cells]] = {how.taken_off: [], how.alone: [], how.as_much: [], how.more: []}
        for cells in self.rows[how.back]:
            item = cells["item"]
            net = totals[item][how.figure] if item in totals else 0
            said[_how_it_stands(how, net, there.get(item, 0), cells["amount"])].append(cells)
        for sentence, rows in said.items():
            if rows:
                less = [
                    {**cells, "amount": -int(totals[cells["item"]][how.figure] or 0)}
                    for cells in rows
                    if sentence == how.more
                ]
                self.tell(sentence, goods=self._amounts(rows), difference=self._amounts(less))
        corrected = [
            cells
            for item, cells in totals.items()
            if _is_corrected(cells[how.figure], there.get(item, 0), back.get(item, 0))
        ]
        if corrected:
            self.tell(how.corrected, goods=self.phrases.goods(corrected, how.figure, signed=True))

    def _amounts(self, rows: Sequence[Cells]) -> str:
        return self.phrases.goods(rows, "amount") if rows else ""

    def _on_hand(self) -> None:
        held = [cells for key in ("money", "goods") for cells in self.rows.get(key, ()) if _is_some(cells, "closing")]
        assert self.report.end is not None
        if held:
            day = self.phrases.day(self.report.end)
            self.said.append(self.say(_ON_HAND).format(day=day, goods=self.phrases.goods(held, "closing")))

    def _money(self, rows: Sequence[Cells], figure: str) -> str:
        """The yuan, then money of other countries, each by itself."""
        ordered = sorted(rows, key=lambda cells: cells["item"] != MONEY)
        return self.phrases.listed(
            [
                self._yuan(cells, figure) if cells["item"] == MONEY else self.phrases.amount(cells, figure)
                for cells in ordered
            ]
        )

    def _yuan(self, cells: Cells, figure: str) -> str:
        minor = cells[figure]
        if not isinstance(minor, int):  # nobody counted it
            return self.phrases.amount(cells, figure)
        return self.phrases.yuan(minor, cells[f"{figure}_certainty"])

    def _of(self, figure: str, *, money: bool | None = None) -> list[Cells]:
        """The items of which something came or went, known or not."""
        rows = [cells for cells in self.rows["totals"] if _is_some(cells, figure)]
        return [cells for cells in rows if money is None or _is_money(cells["item"]) == money]

    def _negative(self, figure: str) -> list[Cells]:
        return [
            cells for cells in self.rows["totals"] if isinstance(cells[figure], int) and int(cells[figure] or 0) < 0
        ]


def _how_it_stands(how: Back, net: Value, there: Value, back: Value) -> str:
    """The sentence for what went back of an item, `net` being what is left of what went there."""
    if there == 0:
        return how.alone
    if net == 0:
        return how.as_much
    if isinstance(net, int) and net < 0:
        return how.more if _adds_up(net, there, back) else how.alone
    return how.taken_off


def _is_corrected(net: Value, there: Value, back: Value) -> bool:
    """Whether a figure that isn't said as what came or went, below zero or of unknown amount, is so by corrections."""
    if isinstance(net, int):
        return net < 0 and not _adds_up(net, there, back)
    return there == 0 and back == 0


def _adds_up(net: int, there: Value, back: Value) -> bool:
    return isinstance(there, int) and isinstance(back, int) and there - back == net


def _is_money(item: object) -> bool:
    return item == MONEY or item in FOREIGN


def _is_some(cells: Cells, figure: str) -> bool:
    minor = cells[figure]
    return minor is None or (isinstance(minor, int) and minor > 0)


def _rows(table: Table) -> list[Cells]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows()]
