"""What treasurers met on screens and in refusals: sentences that name what is meant, in the reader's own language."""

from pathlib import Path

import pytest
from conftest import Desk

from donations.cli.contents import CONTENTS
from donations.cli.meant import _BY_WORD

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh_CN"])


@pytest.fixture
def spoken(desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str) -> Desk:
    """A book whose reader has that language."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    return desk


@LANGUAGES
def test_stock_of_no_purpose_in_the_usual_store_is_named(spoken: Desk, language: str) -> None:
    spoken.do("receive 李华 蔬菜500斤 --date 2020-02-01 --new --yes")
    spoken.do("receive 李华 大米5斤 --for 疫情防控 --date 2020-02-01 --new --yes")
    said = spoken.refused("distribute 翰文苑小区 蔬菜100斤 --for 疫情防控 --date 2020-02-02 --new --yes")
    said = "".join(said.split())
    assert ("(usualstore,nopurpose)500jin" if language == "en" else "（默认存放处、不限用途）500斤") in said
    assert "—" not in said


@LANGUAGES
def test_an_adjustment_is_confirmed_with_its_reason(spoken: Desk, language: str) -> None:
    spoken.do("receive 李华 蔬菜500斤 --date 2020-02-01 --new --yes")
    said = spoken.do("adjust loss 蔬菜5斤 --date 2020-02-02 --yes").out
    assert ("adjustment (loss)" if language == "en" else "调整（损耗）") in said


@LANGUAGES
def test_several_names_are_parted_as_the_language_does(spoken: Desk, language: str) -> None:
    said = spoken.do("receive 李华 蔬菜5斤 --with 王芳 --date 2020-02-01 --new --yes").out
    assert ("donor: 李华, 王芳" if language == "en" else "捐赠方：李华、王芳") in said


@LANGUAGES
def test_goods_bought_without_a_price_are_named_in_the_readers_language(spoken: Desk, language: str) -> None:
    said = spoken.do("buy 消毒液30桶 --date 2020-02-01 --new --yes")
    sentence = "No price is stated for disinfectant" if language == "en" else "消毒液没有写价格"
    assert sentence in said.out + said.err


@LANGUAGES
def test_recipients_of_no_city_are_not_put_into_the_city_of_others(spoken: Desk, language: str) -> None:
    spoken.do("receive 李华 蔬菜500斤 --date 2020-02-01 --new --yes")
    spoken.do("distribute 九江市第一小学 蔬菜100斤 --date 2020-02-02 --new --yes")
    at_first = spoken.do("bulletin 2020-02 --format text").out
    spoken.do("distribute 翰文苑小区 蔬菜100斤 --date 2020-02-02 --new --yes")
    said = "".join(spoken.do("bulletin 2020-02 --format text").out.split())
    beside = "九江市andotherplaces" if language == "en" else "九江市等地的2个受助方"
    assert beside in said
    assert beside not in "".join(at_first.split())
    tables = {table["key"]: table["rows"] for table in spoken.do("bulletin 2020-02 --format json").json["tables"]}
    counted = {row["city"]: int(row["recipients"]) for row in tables["cities"]}
    assert counted == {"九江市": 1, None: 1}


@LANGUAGES
@pytest.mark.parametrize("command", ["init", "stock", "info"])
def test_a_folder_is_no_book(spoken: Desk, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "账本"
    folder.mkdir(mode=0o755)
    said = spoken.refused(f"{command} --book {folder}", code=66)
    assert str(folder / "book.db") in "".join(said.split())
    assert "chmod" not in said, "a folder that nobody may look into is of no use"


@LANGUAGES
@pytest.mark.parametrize("command", ["init", "stock"])
def test_a_book_without_a_name_is_asked_for(spoken: Desk, command: str) -> None:
    said = spoken.refused(f"{command} --book ''", code=2)
    assert "--book book.db" in " ".join(said.split())


@LANGUAGES
def test_init_says_that_another_programs_file_is_there(spoken: Desk, tmp_path: Path, language: str) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("hello", encoding="utf-8")
    said = "".join(spoken.refused(f"init --book {file}").split())
    assert ("nobookofdonations" if language == "en" else "不是donations的账本") in said
    assert file.read_text(encoding="utf-8") == "hello"


@LANGUAGES
def test_a_hole_in_a_pdf_is_named_with_where_it_is(spoken: Desk, tmp_path: Path, language: str) -> None:
    pytest.importorskip("typst")
    spoken.do("receive 李华 口罩5个 --new --date 2020-02-01 --yes")
    spoken.do("receive 李𠮷 口罩5个 --new --date 2020-02-01 --yes --note 谢谢😀")
    said = "".join(spoken.refused(f"ledger -o {tmp_path / 'a.pdf'}", code=65).split())
    where = "“李𠮷”(Ledger,row2,whichbeginswith2)" if language == "en" else "“李𠮷”（明细账第2行，行首为2）"
    assert where in said
    assert "谢谢😀" in said


@LANGUAGES
def test_where_a_party_is_is_not_told_as_who_benefits(spoken: Desk, language: str) -> None:
    said = "".join(spoken.do("donors add --help").out.split())
    assert ("Thecity(orcounty)whereitis." if language == "en" else "所在城市（或区县）。") in said


@LANGUAGES
@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("give", "receive"),
        ("give", "distribute"),
        ("record", "receive"),
        ("get", "receive"),
        ("count", "adjust count"),
        ("relay", "receive --to"),
        ("盘点", "adjust count"),
        ("Undo", "reverse"),
        ("lend", "transfer"),
        ("借出", "transfer"),
    ],
)
def test_a_word_for_a_verb_of_another_name_leads_there(spoken: Desk, word: str, verb: str) -> None:
    assert verb in spoken.refused(f"{word} 市三院 口罩1个", code=2)


def test_every_word_for_a_verb_leads_to_one_that_is_there_and_is_none_itself() -> None:
    listed = {verb for part in CONTENTS for verb in part.summaries}
    assert {verbs.split()[0] for several in _BY_WORD.values() for verbs in several} <= listed
    assert not listed & set(_BY_WORD)


@LANGUAGES
def test_money_is_called_by_its_word_where_items_are_named(spoken: Desk) -> None:
    """It was called CNY, and other money USD, which nobody types."""
    spoken.do("receive 李华 口罩10个 5000元 100美元 --new")
    told = [
        spoken.refused(line)
        for line in (
            "items merge 口罩 资金 --reason x", "items merge 资金 美元 --reason x", "items merge 资金 资金 --reason x",
            "items alias 口罩 资金", "items add 美元",
        )
    ]  # fmt: skip
    more = (
        "items alias 资金 钱款",
        "items pack 资金 1箱=2元",
        "items describe 美元 --category 钱",
        "items rename 美元 美金",
    )
    told += [spoken.do(line).err for line in more]
    assert not [one for one in told if "CNY" in one or "USD" in one]


@LANGUAGES
def test_a_name_that_is_there_is_said_to_be_there(spoken: Desk) -> None:
    """“口罩”已经是“口罩”的名称 told nobody anything."""
    spoken.do("receive 李华 口罩10个 --new")
    for line in ("items add 口罩", "donors add 李华"):
        assert spoken.refused(line).count(line.split()[-1]) == 1
