"""The bulletin: every number in it is one of the tables' and the model's, in both languages; and how it says what it says."""

import random
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Desk
from harness.counts import Tries
from histories import History, grown
from model import DECIMALS, DOES, FIGURES, FOREIGN, MONEY, Line
from test_bad_input import check_sentence
from test_treasurer import DAYS, day_of

from donations.cli import clock
from donations.domain.amount import minor_text
from donations.domain.period import Period
from donations.output import bulletin as prose
from donations.output import phrases
from donations.output.cells import Reader, grouped
from donations.output.phrases import Phrases
from donations.reports.bulletin import bulletin
from donations.reports.monthly import month
from donations.reports.selection import Selection
from donations.reports.table import Report
from donations.reports.totals import Grouping, totals

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh_CN"])
NUMBER = r"[+-]?(?:about |约)?[+-]?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<wan>万)?"
NAMES = {
    "en": {"口罩": "masks", "蔬菜": "vegetables", "84消毒液": "84 disinfectant", FOREIGN: "US dollars", MONEY: "money"},
    "zh_CN": {"口罩": "口罩", "蔬菜": "蔬菜", "84消毒液": "84消毒液", FOREIGN: "美元", MONEY: "款项"},
}
RENAMED = {"消毒液": "84消毒液"}
GONE_BACK = {"refund": "received", "return": "distributed"}
MOVED = ("relay", "received", "distributed", "received back", "distributed back")


def told(history: History, first: int, last: int, language: str) -> tuple[Report, list[str]]:
    """The bulletin of the days from `first` to `last`: the report and its sentences."""
    with history.book.read(public=True):
        report = bulletin(history.book, Selection(Period(day_of(first), day_of(last))))
        return report, prose.sentences(report, Reader(language))


def rows_of(report: Report, key: str) -> list[dict[str, object]]:
    [table] = [table for table in report.tables if table.key == key]
    return [dict(zip([column.key for column in table.columns], row, strict=True)) for row in table.rows()]


def value(found: re.Match[str]) -> Decimal:
    return Decimal(found["number"].replace(",", "")) * (10_000 if found["wan"] else 1)


def numbers_of(item: str, text: str, language: str) -> tuple[set[Decimal], str]:
    """The amounts of an item that the text names, and the text without them."""
    name = re.escape(NAMES[language][item])
    if language == "en":
        pattern = rf"{NUMBER} yuan(?: in money)?" if item == MONEY else rf"{NUMBER} (?:\w+ of )?{name}"
    elif item == FOREIGN:
        pattern = rf"{NUMBER}{name}"
    else:
        pattern = rf"(?:{name}|捐款|支出){NUMBER}元" if item == MONEY else rf"{name}{NUMBER}\w"
    return {value(found) for found in re.finditer(pattern, text)}, re.sub(pattern, "", text)


def of_tables(history: History, first: int, last: int) -> dict[str, set[Decimal]]:
    """By item every amount that the totals, the monthly summary and its stock have, read by reports of their own."""
    selection = Selection(Period(day_of(first), day_of(last)))
    found: dict[str, set[Decimal]] = {}
    with history.book.read():
        reports = (totals(history.book, Grouping.ITEM, selection), month(history.book, selection))
        for report in reports:
            for table in report.tables:
                for cells in rows_of(report, table.key) if table.key in {"totals", "money", "goods"} else ():
                    for figure in (*FIGURES, "closing"):
                        minor = cells.get(figure)
                        if isinstance(minor, int):
                            text = minor_text(abs(minor), int(str(cells["decimals"])))
                            found.setdefault(str(cells["item"]), set()).add(Decimal(text))
    return found


BESIDE = re.compile(
    r" \((?:and )?(\d+) (?:unknown (?:amount|sum)s?|(?:amount|sum)s? that came or went (?:is|are) unknown)\)|（(?:另|进出中)有(\d+)笔(?:数量|金额)不详）"
)


def beside(history: History, first: int, last: int) -> set[int]:
    """How many of unknown amount the model counts in the period, an item and figure at a time, and all up to its end."""
    found: set[int] = set()
    for item in DECIMALS:
        counts: Counter[str] = Counter()
        for act, lines in history.model.entries.values():
            for line in lines:
                if line.key[0] == item and line.minor is None and act.day <= last:
                    counts["stock"] += bool(DOES[line.type][1])
                    counts[line.type] += line.type in GONE_BACK and act.day >= first
                    counts["relay"] += act.type == "relay" and act.day >= first
                    for figure in DOES[line.type][0] if act.day >= first else ():
                        counts[figure] += 1
        found |= {*counts.values(), *range(counts["stock"])}  # a count settles some of what is on hand
    return found


def of_model(history: History, first: int, last: int) -> dict[str, Counter[str]]:
    """By item the figures of the model, what was passed on and what is on hand, in smallest units."""
    found: dict[str, Counter[str]] = {RENAMED.get(item, item): Counter() for item in DECIMALS}
    for (_city, item), (figures, _certainty, _worth) in history.model.totals(first, last).items():
        for figure, minor in zip(FIGURES, figures, strict=True):
            found[RENAMED.get(item, item)][figure] += minor or 0
    for (item, _store, _purpose), minor in history.model.stock(last).items():
        found[RENAMED.get(item, item)]["closing"] += minor
    for way, there_and_back in ways(history, first, last).items():
        of_item, (said, back, less) = found[RENAMED.get(way[0], way[0])], way_told(*there_and_back)
        of_item[way[1]] = less or said or 0
        of_item[f"{way[1]} back"] = back
    for act, lines in history.model.entries.values():
        for line in lines if act.type == "relay" and first <= act.day <= last else ():
            found[RENAMED.get(line.key[0], line.key[0])]["relay"] += line.minor or 0
    return found


def ways(history: History, first: int, last: int) -> dict[tuple[str, str], tuple[list[Line], list[Line]]]:
    """By item and figure the lines that came (or were given out), and those that went back."""
    found: dict[tuple[str, str], tuple[list[Line], list[Line]]] = {}
    for act, lines in history.model.entries.values():
        for line in lines if first <= act.day <= last else ():
            for figure, sign in DOES[line.type][0].items():
                if figure in GONE_BACK.values():
                    found.setdefault((line.key[0], figure), ([], []))[sign < 0].append(line)
    return found


def way_told(there: list[Line], back: list[Line]) -> tuple[int | None, int, int]:
    """What is said to have come, or been given out (None: an unknown amount), what to have gone back, and how much more that was."""
    came, gone = (sum(line.minor or 0 for line in lines) for lines in (there, back))
    net, is_exact = came - gone, all(line.minor is not None and not line.about for line in there + back)
    if not there:
        return 0, gone, 0
    if any(line.minor is None for line in back) or (net <= 0 and back and not is_exact):
        net = came
    elif net <= 0 and is_exact:
        return 0, gone, -net
    return net or (None if any(line.minor is None for line in there) else 0), gone, 0


def hold(history: History, first: int, last: int, language: str) -> None:
    """Every number of the bulletin against the tables and the model; nothing left over, nothing left out."""
    _report, sentences = told(history, first, last, language)
    text = "\n".join(sentences).replace("测试协会", "")
    assert {int(found[1] or found[2]) for found in BESIDE.finditer(text)} <= beside(history, first, last)
    text = BESIDE.sub("", text)
    model, tables = of_model(history, first, last), of_tables(history, first, last)
    for item, figures in model.items():
        decimals = DECIMALS[{"84消毒液": "消毒液"}.get(item, item)]
        expected = {Decimal(abs(minor)).scaleb(-decimals) for minor in figures.values() if minor}
        moved = {Decimal(abs(figures[key])).scaleb(-decimals) for key in MOVED}
        found, text = numbers_of(item, text, language)
        text = text.replace(NAMES[language][item], "")  # where its amount is unknown: 84 is part of a name
        assert found == expected, (item, sentences)
        assert found <= tables.get(item, set()) | moved, (item, sentences)
    for day in (last, first):  # 11 February ends with 1 February
        text = text.replace(day_text(day, language), "")
    counted = {int(found[0]) for found in re.finditer(r"\d+", text)}
    assert counted == counts(history, first, last), sentences


@LANGUAGES
@pytest.mark.promise("F8", full=200, short=6)
def test_F8_every_number_in_the_bulletin_is_in_the_tables(  # noqa: N802 - the names of the catalogue
    tmp_path: Path, language: str, tries: Tries, chance: random.Random
) -> None:
    """Random books and periods: amounts item by item, counts, dates; no number is left over, and none is left out."""
    for number in tries:
        history = grown(tmp_path / f"{number}.db", chance, 30)
        first = chance.randrange(DAYS)
        last = chance.randrange(first, DAYS)
        hold(history, first, last, language)
        history.book.close()


@LANGUAGES
def test_a_wrong_number_is_seen(
    tmp_path: Path, language: str, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken on purpose: an amount, then a count, that is one more than the tables say."""
    history = grown(tmp_path / "book.db", chance, 30)
    hold(history, 0, DAYS, language)
    with monkeypatch.context() as patch:
        patch.setattr(phrases, "grouped", lambda minor, *words, **more: grouped(minor + 1, *words, **more))
        with pytest.raises(AssertionError):
            hold(history, 0, DAYS, language)
    counted = Phrases.counted
    monkeypatch.setattr(Phrases, "counted", lambda self, number, *words: counted(self, number + 1, *words))
    with pytest.raises(AssertionError):
        hold(history, 0, DAYS, language)


def day_text(number: int, language: str) -> str:
    day = day_of(number)
    return f"{day.year}年{day.month}月{day.day}日" if language == "zh_CN" else f"{day.day} {day:%B} {day.year}"


def counts(history: History, first: int, last: int) -> set[int]:
    """How many gifts, donors and recipients the model knows of, as far as the bulletin has a sentence for them."""
    numbers: set[int] = set()
    said = {
        (figure, item in {MONEY, FOREIGN})
        for (item, figure), lines in ways(history, first, last).items()
        if way_told(*lines)[0] != 0
    }
    acts = [act for act, _lines in history.model.entries.values() if first <= act.day <= last]
    for is_money in (True, False):
        gifts = [
            act
            for act in acts
            if act.type in {"receive", "relay"}
            and any((gift.item in {MONEY, FOREIGN}) == is_money for gift in act.gifts)
        ]
        if ("received", is_money) in said:
            numbers |= {len(gifts), 2 if any(act.type == "receive" for act in gifts) else 1}
    if {("distributed", True), ("distributed", False)} & said:
        numbers |= {1}  # both recipients of the histories are one by now
    return numbers


# --- how it is said


@pytest.fixture
def said(desk: Desk) -> Callable[..., str]:
    """A bulletin of February 2020 in a language, after some lines were typed."""

    def say(*lines: str, language: str = "en", words: str = "2020-02") -> str:
        for line in lines:
            desk.do(f"{line} --date 2020-02-10")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DONATIONS_LANG", language)
            return desk.do(f"bulletin {words}").out.strip()

    return say


def test_one_is_one_and_several_are_several(said: Callable[..., str]) -> None:
    """English counts one gift, donor, recipient and unit without an s."""
    text = said("receive 李华 1元 手套1双 口罩1个", "distribute 市三院 手套1双 --city 九江市 --new")
    assert text == (
        "In February 2020 测试协会 received 1 yuan in 1 gift from 1 donor. It received goods in 1 gift from 1 donor: 1 pc of masks and"
        " 1 pair of gloves. It gave 1 pair of gloves to 1 recipient in 九江市. On hand at the end of 29 February 2020: 1 yuan in"
        " money and 1 pc of masks. Our thanks go to everyone who gave."
    )


def test_what_did_not_happen_is_not_said(said: Callable[..., str]) -> None:
    """A month without entries, with and without something on hand before."""
    assert said(language="zh_CN") == "2020年2月，测试协会没有收支记录。"
    assert said("receive 李华 5元", words="2020-03") == (
        "In March 2020 测试协会 recorded nothing that came in or went out. On hand at the end of 31 March 2020: 5 yuan in money."
    )
    assert "spent" not in said()
    assert "gave" not in said().replace("everyone who gave", "")


def test_what_is_rough_or_unknown_is_said_to_be(said: Callable[..., str]) -> None:
    """About with the number, unknown without one; passed straight on is said apart."""
    lines = ("receive 李华 约500斤蔬菜 大米若干", "receive 王芳 口罩20个 --to 市三院 --new")
    assert said(*lines, language="zh_CN") == (
        "2020年2月，测试协会收到捐赠物资2笔，来自2个捐赠方：蔬菜约500斤、口罩20个、大米（数量不详）。其中口罩20个由捐赠方直接送达受助方。"
        "本会向1个受助方发放口罩20个。截至2020年2月29日，结存蔬菜约500斤、大米（数量不详）。感谢每一位捐赠人。"
    )
    assert "about 500 jin of vegetables, 20 masks and rice (amount unknown)" in said()


@pytest.mark.parametrize(
    ("typed", "chinese", "english"),
    [
        ("150000元", "15万元", "150,000 yuan"),
        ("12300元", "1.23万元", "12,300 yuan"),
        ("12345元", "12,345元", "12,345 yuan"),
        ("9900元", "9,900元", "9,900 yuan"),
        ("15000.50元", "15,000.50元", "15,000.50 yuan"),
        ("约11万元", "约11万元", "about 110,000 yuan"),
        ("12345678900元", "1,234,567.89万元", "12,345,678,900 yuan"),
    ],
)
def test_money_is_in_wan_where_that_is_exact(said: Callable[..., str], typed: str, chinese: str, english: str) -> None:
    assert f"收到捐款{chinese}，" in said(f"receive 李华 {typed}", language="zh_CN")
    assert f"received {english} in 1 gift" in said()


def test_money_of_other_countries_is_money(said: Callable[..., str]) -> None:
    """Yuan first, each currency by itself; no goods."""
    text = said("receive 李华 100美元 30欧元", "receive 王芳 5元 --new", language="zh_CN")
    assert "收到捐款5元、100美元、30欧元，共2笔，来自2个捐赠方。" in text
    assert "捐赠物资" not in text
    assert "received 5 yuan, 100 US dollars and 30 euros in 2 gifts from 2 donors." in said()


def test_what_a_later_month_corrects_still_counts_in_a_closed_one(desk: Desk, said: Callable[..., str]) -> None:
    """The counts are of the same entries as the sums: the closed month has the gift as it was."""
    said("receive 李华 1000元", "receive 王芳 500元 --new", "receive 王芳 口罩5个 --to 市三院 --new")
    desk.do("close 2020-02")
    desk.do("correct 2 600元 --reason 记错")
    desk.do("correct 3 口罩6个 --reason 记错")
    text = said()
    assert "received 1,500 yuan in 2 gifts from 2 donors." in text
    assert "Of what came in, 5 masks went straight from donors to recipients." in text
    assert "gave 5 masks to 1 recipient." in text


def test_who_is_not_known_is_not_counted(desk: Desk, said: Callable[..., str]) -> None:
    """Where somebody gave unnamed, nobody knows how many donors there were."""
    desk.do("donors add 爱心人士 --sort unnamed --new")
    text = said("receive 爱心人士 5元", "receive 李华 5元", "distribute 市三院 1元 --new")
    assert "received 10 yuan in 2 gifts. " in text
    desk.do("recipients add 群众 --sort unnamed --new")
    assert "to recipients. " in said("distribute 群众 2元")


def test_what_was_taken_back_is_said(desk: Desk, said: Callable[..., str]) -> None:
    """A refund or a return of what an earlier month brought; a reversal leaves nothing to say."""
    desk.do("receive 李华 100元 口罩10个 --date 2020-01-10")
    desk.do("distribute 市三院 口罩10个 --date 2020-01-11 --new")
    text = said("refund 李华 30元", "return 市三院 口罩4个", "adjust loss 口罩1个", "adjust opening 手套5双")
    assert "It gave 30 yuan in money back to donors." in text
    assert "It took 4 masks back from recipients." in text
    assert "taken off" not in text
    assert (
        "changed what is on hand by opening stock, counts, losses and the like: +5 pairs of gloves and -1 pc of masks."
        in text
    )
    assert "thanks" not in text


def test_what_went_back_of_what_came_is_said_and_taken_off(said: Callable[..., str]) -> None:
    text = said(
        "receive 李华 100元 口罩10个 --city 九江市 --new", "distribute 市三院 口罩8个 --new", "refund 李华 30元",
        "return 市三院 口罩3个",
    )  # fmt: skip
    assert "received 70 yuan in 1 gift" in text
    assert "gave 5 masks to 1 recipient" in text
    assert "gave 30 yuan in money back to donors, which is taken off what came in." in text
    assert "took 3 masks back from recipients, which is taken off what was given out." in text


def test_what_went_back_is_told_as_it_compares_with_what_came(desk: Desk, said: Callable[..., str]) -> None:
    """As much, more, or where nothing came in at all, also of what nobody counted: no sum is spoken of that isn't said."""
    desk.do("receive 李华 100元 口罩10个 大米若干 护目镜9副 --date 2020-01-10 --new")
    desk.do("distribute 市三院 口罩5个 护目镜9副 --date 2020-01-11 --new")
    text = said(
        "receive 李华 30元 口罩2个", "refund 李华 30元 口罩5个 大米若干", "distribute 市三院 口罩1个", "return 市三院 口罩4个 护目镜3副",
        "distribute 市三院 护目镜3副",
    )  # fmt: skip
    assert "taken off" not in text
    assert "received" not in text
    assert "gave back to donors as much as came in: 30 yuan in money." in text
    assert "gave 5 masks back to donors, more than came in; the difference is 3 masks." in text
    assert "gave rice (amount unknown) back to donors." in text
    assert "It took back from recipients as much as was given out: 3 pairs of goggles." in text
    assert "took 4 masks back from recipients, more than was given out; the difference is 3 masks." in text


def test_what_corrections_of_earlier_months_make_of_a_figure_is_no_gift_and_no_refund(desk: Desk) -> None:
    desk.do("receive 李华 口罩500个 --date 2020-01-10 --yes --new")
    desk.do("receive 李华 大米若干 --date 2020-01-10 --yes")
    desk.do("receive 李华 护目镜9副 --to 市三院 --date 2020-01-10 --yes --new")
    desk.do("close 2020-01")
    for number in (1, 2, 3):
        desk.do(f"reverse {number} --reason 重复登记")
    text = desk.do(f"bulletin {clock.today():%Y-%m} --format text").out
    assert (
        "corrected earlier months; with that, what came in comes to rice (amount unknown);"
        " corrections took off 500 masks and 9 pairs of goggles more than came in;"
        " corrections took off 9 pairs of goggles more than was given out." in text
    )
    assert text.count("corrected earlier months") == 1
    for word in ("received", "back to donors", "taken off", "thanks"):
        assert word not in text


def test_a_gift_is_told_as_it_was_beside_what_corrections_of_earlier_months_make_of_the_sum(desk: Desk) -> None:
    """What takes back, or stands for, a gift of a closed month is no gift of this one; nor does it make one smaller."""
    desk.do("receive 李华 100元 --date 2020-01-10 --yes --new")
    desk.do("buy 口罩5个 --from 某药房 --date 2020-01-10 --yes --new")
    desk.do(f"receive 王芳 500元 --date {clock.today()} --yes --new")
    desk.do("close 2020-01")
    desk.do("correct 1 60元 --reason 记错")
    desk.do("reverse 2 --reason 记错")
    text = desk.do(f"bulletin {clock.today():%Y-%m} --format text").out
    assert "测试协会 received 500 yuan in 1 gift from 1 donor. It corrected earlier months; " in text
    assert "what came in comes to 460 yuan in money; corrections took off 5 masks more than was bought." in text
    desk.do(f"refund 李华 60元 --date {clock.today()} --yes")
    desk.do(f"refund 王芳 400元 --date {clock.today()} --yes")
    text = desk.do(f"bulletin {clock.today():%Y-%m} --format text").out
    assert "what came in comes to 0 yuan in money;" in text
    assert "taken off" not in text


def test_nothing_is_taken_off_by_what_nobody_counted(said: Callable[..., str]) -> None:
    """Nor is a rough or partly unknown sum said to be as much, or less: both ways are told by themselves."""
    text = said(
        "receive 李华 口罩5个 大米约9斤 --new", "receive 王芳 口罩一批 手套8双 --new", "refund 李华 口罩5个 大米9斤", "refund 王芳 手套若干"
    )  # fmt: skip
    for told in ("5 masks (and 1 unknown amount)", "8 pairs of gloves", "about 9 jin of rice"):
        assert told in text.split(". ")[0]
    assert "gave 9 jin of rice, 5 masks and gloves (amount unknown) back to donors." in text
    assert "taken off" not in text
    assert "as much" not in text


@pytest.mark.parametrize(
    ("line", "words", "chinese", "english"),
    [
        ("refund 李华 5元", "", "测试协会退还捐赠方的与收到的一样多：款项5元。", "测试协会 gave back to donors as much"),
        ("adjust count 7元", "", "测试协会收到捐款5元，", "测试协会 received 5 yuan"),
        ("receive 王芳 5元", "--city 九江市", "测试协会没有九江市的收支记录。", "测试协会 recorded nothing that came in or went out for 九江市."),
    ],
)  # fmt: skip
def test_the_first_sentence_says_of_whom_and_when(
    said: Callable[..., str], line: str, words: str, chinese: str, english: str
) -> None:
    text = said("receive 李华 5元 --new", line, language="zh_CN", words=f"2020-02 {words}")
    assert text.startswith(f"2020年2月，{chinese}")
    assert said(words=f"2020-02 {words}").startswith(f"In February 2020 {english}")


def test_adjustments_alone_are_told_of_an_association_and_a_month(said: Callable[..., str]) -> None:
    """So is a gift that went straight on and came back the same month; money nobody counted is yuan."""
    assert said("adjust opening 手套5双", language="zh_CN").startswith(
        "2020年2月，测试协会因期初、盘点、损耗等调整结存：手套+5双。"
    )
    assert "received yuan (amount unknown) and 5 US dollars in 1 gift" in said("receive 李华 现金若干 5美元 --new")


def test_money_of_any_country_on_hand_is_named_before_goods(said: Callable[..., str]) -> None:
    goods = "口罩500个 鸡蛋300个 白菜90斤 大米50斤 苹果30斤 手套20双 护目镜20副 体温计5支"
    text = said(f"receive 李华 5美元 3元 {goods} --new")
    assert "On hand at the end of 29 February 2020: 3 yuan in money, 5 US dollars, 500 masks, " in text


def test_what_nobody_counted_is_said_beside_what_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exact gifts stay exact: 约 is for what is roughly known."""
    for line in (
        "receive 李华 口罩500个 大米若干 --new",
        "receive 王芳 口罩一批 --new",
        "receive 王芳 口罩若干",
        "receive 李华 蔬菜约500斤 --new",
        "receive 王芳 蔬菜若干",
    ):
        desk.do(f"{line} --date 2020-02-10 --yes")
    said = desk.do("bulletin 2020-02 --format text").out
    assert (
        "goods in 5 gifts from 2 donors: 500 masks (and 2 unknown amounts), about 500 jin of vegetables (and 1 unknown amount) and rice (amount unknown)."
        in said
    )
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    said = desk.do("bulletin 2020-02 --format text").out
    assert "口罩500个（另有2笔数量不详）、蔬菜约500斤（另有1笔数量不详）、大米（数量不详）。" in said


def test_what_nobody_counted_may_have_gone_out_too(said: Callable[..., str]) -> None:
    """What is on hand may be less by what went out uncounted: it is never said to lie there as well."""
    lines = ("receive 李华 蔬菜一批", "receive 李华 蔬菜100斤", "distribute 市三院 蔬菜一批 --new")
    assert "结存蔬菜100斤（进出中有2笔数量不详）。" in said(*lines, language="zh_CN")
    assert "100 jin of vegetables (2 amounts that came or went are unknown)." in said()


def test_many_kinds_are_not_all_named(said: Callable[..., str]) -> None:
    """The eight largest, and that there are others."""
    goods = " ".join(f"{chr(0x6C00 + 7 * number)}货{number + 1}个" for number in range(10))
    text = said(f"receive 李华 {goods} --new", language="zh_CN")
    assert text.count("货10个、") == 2
    assert "货3个等物资" in text
    assert "货2个" not in text


def test_a_city_has_no_stock(said: Callable[..., str]) -> None:
    """Limited to a city or county, it says so, and nothing of what is on hand."""
    said("receive 李华 5元 --city 九江市", "receive 王芳 7元 --city 吉安市 --new")
    assert said(words="2020-02 --city 九江市", language="zh_CN").startswith(
        "2020年2月，测试协会为九江市收到捐款5元，共1笔，"
    )
    text = said(words="--from 2020-02-01 --to 2020-02-10 --city 吉安市")
    assert text.startswith("From 1 February 2020 to 10 February 2020 测试协会, for 吉安市, received 7 yuan in 1 gift")
    assert "hand" not in text


def test_nobody_is_named(desk: Desk, said: Callable[..., str]) -> None:
    """No party at all; and a number in an item's name is masked as in every public report."""
    text = said("receive 李华 13800138000礼包5个 --note 悄悄话 --new", "distribute 市三院 13800138000礼包1个 --new")
    everything = text + desk.do("bulletin 2020-02 --format json").out
    for private in ("李华", "市三院", "悄悄话", "13800138000"):
        assert private not in everything
    assert "138****8000礼包" in text


def test_as_a_file_and_with_its_figures(desk: Desk, said: Callable[..., str], tmp_path: Path) -> None:
    """A paragraph in .txt and .md; sentences and tables in every other format."""
    text = said("receive 李华 a_b*c货5个 --new")
    assert "5 pcs of a_b*c货" in text
    desk.do(f"bulletin 2020-02 -o {tmp_path / 'x.txt'}")
    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == text + "\n"
    assert "digest" in desk.do(f"bulletin 2020-02 -o {tmp_path / 'x.md'}").err
    assert "5 pcs of a\\_b\\*c货" in (tmp_path / "x.md").read_text(encoding="utf-8")
    tables = {table["key"]: table["rows"] for table in desk.do("bulletin 2020-02 --format json").json["tables"]}
    assert " ".join(row["sentence"] for row in tables["sentences"]) == text
    assert tables["counts"][0]["gifts_of_goods"] == 1
    assert tables["totals"][0]["received"] == "5"
    assert desk.do("bulletin 2020-02 --format table").out.count("a_b*c货") > 2
    desk.refused("bulletin 2020-02 --format tables", code=2)
    desk.refused(f"bulletin 2020-02 -o {tmp_path / 'x.txt'}")
    for words in ("", "--from 2020-02-01", "--to 2020-02-01"):
        assert "2020-02" in desk.refused(f"bulletin {words}", code=2)
    desk.refused("bulletin 2020-02 --from 2020-02-01", code=2)


def test_its_sentences_stand_as_a_paragraph_above_its_tables(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the screen and in files for people; no heading says that they are sentences."""
    desk.do("receive 李华 5元 --date 2020-02-01 --yes --new")
    monkeypatch.setenv("COLUMNS", "300")
    for language, thanks, heading in (("en", "gave.", "Sentence"), ("zh", "感谢每一位捐赠人。", "句子")):
        monkeypatch.setenv("DONATIONS_LANG", language)
        shown = desk.do("bulletin 2020-02 --format table").out
        assert shown.splitlines()[3].endswith(thanks)
        assert shown.count(thanks) == 1
        assert heading not in shown


@pytest.fixture
def november(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The 26th, and a gift of this month."""
    monkeypatch.setattr(clock, "today", lambda: date(2020, 11, 26))
    desk.do("receive 李华 500元 --date 2020-11-20 --yes --new")
    return desk


def test_a_bulletin_of_a_month_that_is_not_over_says_so(november: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    text = november.do("bulletin 2020-11 --format text").out
    assert text.startswith("From 1 November 2020 to 26 November 2020 ")
    assert "On hand at the end of 26 November 2020: 500 yuan in money." in text
    assert "These are the figures up to today, 26 November 2020: the period is not over yet." in text
    report = november.do("bulletin 2020-11 --format json").json
    assert report["period"] == {"from": "2020-11-01", "to": "2020-11-26"}
    assert "not over yet" in str(report["tables"][0]["rows"])
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    text = november.do("bulletin --from 2020-11-02 --to 2020-11-26 --format md").out
    assert "以上为截至今天（2020年11月26日）的数字，这段时间还没有过完。" in text
    monkeypatch.setattr(clock, "today", lambda: date(2020, 12, 1))
    text = november.do("bulletin 2020-11 --format text").out
    assert text.startswith("2020年11月，")
    assert "截至2020年11月30日，结存" in text
    assert "没有过完" not in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_bulletin_of_days_to_come_is_refused(november: Desk, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("DONATIONS_LANG", language)
    for words in ("2020-12", "--from 2020-11-27 --to 2020-11-30"):
        said = november.refused(f"bulletin {words}")
        check_sentence(said, language)
        assert "`donations bulletin 2020-11`" in said


def test_money_of_unknown_amount_is_a_sum_and_no_quantity(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the bulletin and above the tables of an issue; goods have a quantity."""
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    for gift in ("100元", "若干元", "若干美元", "口罩5个", "口罩若干"):
        desk.do(f"receive 丙公司有限公司 {gift} --date 2020-02-03 --yes --new")
    bulletin_said = desk.do("bulletin 2020-02 --format text").out
    assert "100元（另有1笔金额不详）" in bulletin_said
    assert "口罩5个（另有1笔数量不详）" in bulletin_said
    [lead] = desk.do("publish 2020-02 --dry-run --format json").json["lead"]
    for said in (bulletin_said, lead):
        assert "美元（金额不详）" in said
        assert "元（另有1笔数量不详）" not in said


@pytest.mark.parametrize("name", ["爱心人士", "匿名", "无名氏"])
def test_who_gave_without_a_name_is_not_counted(desk: Desk, name: str) -> None:
    """However that was entered: the number of donors is left out, that of gifts stays."""
    desk.do("receive 丙公司有限公司 100元 --date 2020-02-03 --yes --new")
    assert "in 1 gift from 1 donor." in desk.do("bulletin 2020-02 --format text").out
    desk.do(f"receive {name} 100元 --date 2020-02-03 --yes --new")
    assert "received 200 yuan in 2 gifts." in desk.do("bulletin 2020-02 --format text").out
    desk.do(f"distribute {name} 20元 --date 2020-02-03 --yes --new")
    assert "gave 20 yuan in money to recipients." in desk.do("bulletin 2020-02 --format text").out


def test_a_rough_change_has_its_sign_beside_its_number(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of money as of goods: one way to write a minus."""
    desk.do("receive 丙公司有限公司 100元 口罩9个 --date 2020-02-03 --yes --new")
    desk.do("adjust loss 约10元 --date 2020-02-04 --yes")
    desk.do("adjust loss 口罩约5个 --date 2020-02-04 --yes")
    assert "about -10 yuan in money and about -5 masks." in desk.do("bulletin 2020-02 --format text").out
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert "款项约-10元、口罩约-5个" in desk.do("bulletin 2020-02 --format text").out.replace("和", "、")
