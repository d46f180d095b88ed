"""The bulletin: the figures of reports/bulletin.py as the paragraph that an association posts, in the reader's language."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from donations.domain.amount import MONEY
from donations.domain.currencies import FOREIGN
from donations.i18n import ENGLISH, N_
from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.phrases import Cells, Phrases
from donations.output.streams import screen_width, writer
from donations.output.width import wrap
from donations.reports.table import Column, Report, Table

SUFFIXES = {".txt": "text", ".md": "md"}
"""How files that hold the paragraph alone end, and which format that is."""


@dataclass(frozen=True, slots=True)
class Back:
    """The sentences for what went the other way of a figure, by how it is told."""

    figure: str
    taken_off: str
    alone: str
    as_much: str
    more: str

    def sentences(self) -> dict[str, str]:
        """The sentence for each way in which it is told, in the order they are said in."""
        return {"taken_off": self.taken_off, "alone": self.alone, "as_much": self.as_much, "more": self.more}


_IN_MONTH = N_("In {period} {who}")
_IN_DAYS = N_("From {begin} to {end} {who}")
_FOR_CITY = N_("{subject}, for {city},")
_WE = N_("the association")
_IT = N_("It")
_MONEY_IN = N_("{subject} received {money} in {gifts}{donors}.")
_YUAN_UNKNOWN = N_("yuan (amount unknown)")
_GOODS_IN = N_("{subject} received goods in {gifts}{donors}: {goods}.")
_GIFT, _GIFTS = N_("{count} gift"), N_("{count} gifts")
_FROM_DONOR, _FROM_DONORS = N_(" from {count} donor"), N_(" from {count} donors")
_PASSED_ON = N_("Of what came in, {goods} went straight from donors to recipients.")
_STRAIGHT_ON = N_("{subject} had {goods} go straight from donors to recipients.")
_BOUGHT = N_("{subject} bought {goods}.")
_SPENT = N_("{subject} spent {money} on purchases and costs.")
_GIVEN_OUT = N_("{subject} gave {goods} to {recipients}{cities}.")
_RECIPIENTS_UNCOUNTED = N_("recipients")
_RECIPIENT, _RECIPIENTS = N_("{count} recipient"), N_("{count} recipients")
_IN_CITIES = N_(" in {cities}")
_ADJUSTED = N_("{subject} changed what is on hand by opening stock, counts, losses and the like: {goods}.")
_DONORS = Back(
    "received",
    taken_off=N_("{subject} gave {goods} back to donors, which is taken off what came in."),
    alone=N_("{subject} gave {goods} back to donors."),
    as_much=N_("{subject} gave back to donors as much as came in: {goods}."),
    more=N_("{subject} gave {goods} back to donors, more than came in; the difference is {difference}."),
)  # fmt: skip
_RECIPIENTS_BACK = Back(
    "distributed",
    taken_off=N_("{subject} took {goods} back from recipients, which is taken off what was given out."),
    alone=N_("{subject} took {goods} back from recipients."),
    as_much=N_("{subject} took back from recipients as much as was given out: {goods}."),
    more=N_("{subject} took {goods} back from recipients, more than was given out; the difference is {difference}."),
)  # fmt: skip
_CORRECTED = N_("{subject} corrected earlier months; with that, {changes}.")
_THEN = N_("; ")
_COMES_TO = {
    "received": N_("what came in comes to {goods}"),
    "bought": N_("what was bought comes to {goods}"),
    "spent": N_("what was spent comes to {goods}"),
    "distributed": N_("what was given out comes to {goods}"),
}
_TAKES_OFF = {
    "received": N_("corrections took off {goods} more than came in"),
    "bought": N_("corrections took off {goods} more than was bought"),
    "spent": N_("corrections took off {goods} more than was spent"),
    "distributed": N_("corrections took off {goods} more than was given out"),
}
"""Where it would come to less than nothing, which nobody understands."""
_ON_HAND = N_("On hand at the end of {day}: {goods}.")
_THANKS = N_("Our thanks go to everyone who gave.")
_SO_FAR = N_("These are the figures up to today, {day}: the period is not over yet.")
_NOTHING = N_("{subject} recorded nothing that came in or went out.")
_NOTHING_FOR = N_("{subject} recorded nothing that came in or went out for {city}.")
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
    return report._replace(tables=[prose, *(table for table in report.tables if table.key != "told")], is_paper=True)


def render(report: Report, stream: TextIO, *, markdown: bool = False, is_over: bool = True) -> None:
    """Write the paragraph to `stream`, with what Markdown would read as its own signs made harmless where it is for that.

    On a terminal it is broken between words; elsewhere it is one line, to be posted.
    """
    text = paragraph(report, is_over=is_over)
    text = _MARKDOWN.sub(r"\\\1", text) if markdown else text
    cells = screen_width(stream)
    writer(stream)((text if cells is None else "\n".join(wrap(text, cells))) + "\n")


class _Bulletin:
    """One bulletin on its way: its rows are read once, and whoever speaks first names the period."""

    def __init__(self, report: Report, phrases: Phrases, *, is_over: bool) -> None:
        self.report, self.phrases, self.say, self.is_over = report, phrases, phrases.say, is_over
        self.rows = {table.key: list(table.by_key()) for table in report.tables}
        [self.counts] = self.rows["counts"]
        self.city = clean(str(self.counts["city"] or ""))
        self.said: list[str] = []

    def sentences(self) -> list[str]:
        """Every sentence in its order."""
        counts = self.counts
        self._came_in(counts)
        self._was_used(counts)
        self._else()
        if not self.said:
            self._nothing()
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
        subject = self._association()
        return self.say(_FOR_CITY).format(subject=subject, city=self.city) if self.city else subject

    def _nothing(self) -> None:
        sentence = _NOTHING_FOR if self.city else _NOTHING
        self.said.append(self.say(sentence).format(subject=self._association(), city=self.city))

    def _association(self) -> str:
        """The period and who speaks: `In February 2020 the association`."""
        begin, end, phrases = self.report.begin, self.report.end, self.phrases
        assert begin is not None, "a bulletin is about days from one to another"
        assert end is not None, "a bulletin is about days from one to another"
        who = clean(self.report.source.name) or self.say(_WE)
        if begin.day == 1 and end == begin.replace(day=monthrange(begin.year, begin.month)[1]):
            return self.say(_IN_MONTH).format(period=phrases.month(begin), who=who)
        return self.say(_IN_DAYS).format(begin=phrases.day(begin), end=phrases.day(end), who=who)

    def _came_in(self, counts: Cells) -> None:
        if money := self._told("received", "said", money=True):
            self.tell(_MONEY_IN, money=self._money(money, "said"), **self._givers(counts, "money"))
        if goods := self._told("received", "said", money=False):
            self.tell(_GOODS_IN, goods=self.phrases.goods(goods, "said"), **self._givers(counts, "goods"))
        if passed_on := self.rows["passed_on"]:
            self.tell(_PASSED_ON if self.said else _STRAIGHT_ON, goods=self.phrases.goods(passed_on, "amount"))

    def _givers(self, counts: Cells, what: str) -> dict[str, str]:
        gifts, donors = int(counts[f"gifts_of_{what}"] or 0), counts[f"donors_of_{what}"]
        said = self.phrases.counted(int(donors), _FROM_DONOR, _FROM_DONORS) if donors else ""
        return {"gifts": self.phrases.counted(gifts, _GIFT, _GIFTS), "donors": said}

    def _was_used(self, counts: Cells) -> None:
        if bought := self._told("bought", "said"):
            self.tell(_BOUGHT, goods=self.phrases.goods(bought, "said"))
        if spent := self._told("spent", "said"):
            self.tell(_SPENT, money=self._money(spent, "said"))
        if given_out := self._told("distributed", "said"):
            recipients = counts["recipients"]
            said = self.say(_RECIPIENTS_UNCOUNTED)
            if recipients:
                said = self.phrases.counted(int(recipients), _RECIPIENT, _RECIPIENTS)
            known = [clean(str(cells["city"])) for cells in self.rows["cities"] if cells["city"] is not None]
            cities = self.phrases.places(known, are_all=len(known) == len(self.rows["cities"]))
            where = self.say(_IN_CITIES).format(cities=cities) if known else ""
            self.tell(_GIVEN_OUT, goods=self.phrases.goods(given_out, "said"), recipients=said, cities=where)

    def _else(self) -> None:
        if changes := _some(self.rows["totals"], "adjusted"):
            self.tell(_ADJUSTED, goods=self.phrases.goods(changes, "adjusted", signed=True))
        self._went_back(_DONORS)
        self._went_back(_RECIPIENTS_BACK)
        if corrected := [words for figure in _COMES_TO for words in self._corrected(figure)]:
            self.tell(_CORRECTED, changes=self.say(_THEN).join(corrected))

    def _corrected(self, figure: str) -> Iterator[str]:
        """What corrections of earlier months make of a figure, as parts of a sentence."""
        rows = self._told(figure, "is_corrected")
        above: list[Cells] = [cells for cells in rows if _whole(cells) >= 0]
        below: list[Cells] = [{**cells, "corrected": -_whole(cells)} for cells in rows if _whole(cells) < 0]
        for words, told in ((_COMES_TO, above), (_TAKES_OFF, below)):
            if told:
                yield self.say(words[figure]).format(goods=self.phrases.goods(told, "corrected"))

    def _went_back(self, how: Back) -> None:
        """What went the other way: each item by the sentence that is true of it."""
        back = self._told(how.figure, "back")
        for told, sentence in how.sentences().items():
            if rows := [cells for cells in back if cells["back_told"] == told]:
                goods, difference = self.phrases.goods(rows, "back"), self.phrases.goods(_some(rows, "less"), "less")
                self.tell(sentence, goods=goods, difference=difference)

    def _on_hand(self) -> None:
        held = [cells for key in ("money", "goods") for cells in _some(self.rows.get(key, ()), "closing")]
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
            return self.say(_YUAN_UNKNOWN)
        return self.phrases.yuan(minor, cells[f"{figure}_certainty"])

    def _told(self, figure: str, what: str, *, money: bool | None = None) -> list[Cells]:
        """The items of which `what` is told of a figure, known or not."""
        rows = [cells for cells in _some(self.rows["told"], what) if cells["figure"] == figure]
        return [cells for cells in rows if money is None or _is_money(cells["item"]) == money]


def _whole(cells: Cells) -> int:
    """What is known of a corrected figure."""
    minor = cells["corrected"]
    return minor if isinstance(minor, int) else 0


def _is_money(item: object) -> bool:
    return item == MONEY or item in FOREIGN


def _some(rows: Sequence[Cells], figure: str) -> list[Cells]:
    """The rows of which there is something to tell, known or not."""
    return [cells for cells in rows if cells[figure] != 0]
