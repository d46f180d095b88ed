"""A month recorded by hand: what the treasurer is told, and finds again, where names and words were mended on the way."""

import pytest
from conftest import Desk
from test_bad_input import check_sentence


@pytest.mark.parametrize(
    ("old", "new", "city"),
    [
        ("第三人民医院", "九江市第三人民医院", "九江市"),
        ("中心医院", "吉安市中心医院", "吉安市"),
        ("中心医院", "第一中心医院", ""),
        ("九江市中心医院", "吉安市中心医院", "九江市"),  # where it lies was known, and may be right
    ],
)
def test_a_new_name_says_where_a_party_lies_where_nobody_knew(desk: Desk, old: str, new: str, city: str) -> None:
    """As a name does that is recorded for the first time."""
    for line in (
        "receive 李华 口罩500个", f"distribute {old} 口罩100个 --new",
        f"recipients rename {old} {new}", f"distribute {new} 口罩50个",
    ):  # fmt: skip
        desk.do(line)
    assert [each["city"] or "" for each in desk.read("recipients")] == [city]
    assert desk.read("show 3")[0]["city"] == (city or None)
    assert desk.is_in_order()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("line", "named", "unnamed"),
    [
        ("transfer 口罩300个 --to 三号仓 --new", "--from", "--store"),
        ("distribute 市三院 口罩300个", "--store", "--from"),
        ("adjust loss 口罩300个", "--store", "--from"),
    ],
)
def test_what_lies_elsewhere_is_told_with_the_option_of_that_command(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, line: str, named: str, unnamed: str, language: str
) -> None:
    """A transfer has no --store."""
    for made in ("receive 李华 口罩500个", "distribute 市三院 口罩10个", "transfer 口罩400个 --to 二号仓"):
        desk.do(made)
    monkeypatch.setenv("DONATIONS_LANG", language)
    said = desk.refused(line)
    check_sentence(said, language)
    assert named in said
    assert unnamed not in said


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "line", ["distribute 市三院 鸡旦40斤", "adjust loss 鸡旦40斤", "transfer 鸡旦40斤 --to 二号仓"]
)
def test_goods_that_never_came_in_are_told_to_be_looked_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, line: str, language: str
) -> None:
    """A misspelt item is no shortage: 0 斤 on hand led nobody to 鸡蛋."""
    for made in ("receive 李华 鸡蛋50斤 口罩5个", "distribute 市三院 鸡蛋10斤"):
        desk.do(made)
    desk.run("receive 李华 口罩1个 --store 二号仓")
    monkeypatch.setenv("DONATIONS_LANG", language)
    said = desk.refused(line)
    check_sentence(said, language)
    assert "donations stock" in said
    assert "40" in said
    said = desk.refused("distribute 市三院 鸡蛋41斤")
    assert "40" in said
    assert "donations stock" not in said
    assert "50" in desk.refused("distribute 市三院 50元")  # money has no other name to look for
    assert desk.is_in_order()


def test_an_amount_for_a_name_is_told_in_words_that_fit_every_command(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who hands out goods isn't told to write what was donated."""
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    for line in ("distribute 口罩300个 市三院", "distribute 300元 市三院"):
        said = desk.refused(line, code=65)
        check_sentence(said, "zh")
        assert "市三院" in said
        assert "捐" not in said


def test_an_entry_says_why_it_was_put_right_or_taken_back(desk: Desk) -> None:
    """As the correction does of what it put right; the reversal has it as its note, and whatever was put right twice the last."""
    for line in (
        "receive 李华 口罩500个", "correct 1 口罩480个 --reason 清点有误", "receive 王芳 200元",
        "reverse 4 --reason 重复登记", "correct 3 口罩470个 --reason 又少十个",
    ):  # fmt: skip
        desk.do(line)
    said = [desk.read(f"show {number}")[0] for number in range(1, 8)]
    assert [each["why"] for each in said] == [
        "清点有误", None, "又少十个", "重复登记", None, None, "又少十个"
    ]  # fmt: skip
    assert [each["note"] for each in said] == [None, "清点有误", None, None, "重复登记", "又少十个", None]
    assert "清点有误" in desk.do("show 1 --format table").out


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Li Hua 500 yuan", "'500 yuan'"),
        ("Zhang San 500 masks", "'500 masks'"),
        ("Li Hua 30 boxes masks", "'30 boxes masks'"),
        ("'Li Hua' 500 yuan", "'500 yuan'"),
        ("Li wristbands 500", "'wristbands 500'"),  # goods that aren't known, and nothing else
        ("李华 护腕 500 个 口罩 30 个", "护腕500个"),
    ],
)
def test_a_number_is_put_to_goods_rather_than_to_half_a_name(desk: Desk, typed: str, right: str) -> None:
    """San 500 would be goods of Zhang."""
    assert desk.refused(f"receive {typed}", code=65).endswith(f"belongs together: write it as one word, {right}.")


@pytest.mark.parametrize("bare", ["现金", "善款", "cash", "外科口罩", "口罩（N95）", "广播设备"])
def test_a_name_without_an_amount_is_told_by_whatever_name_it_goes(desk: Desk, bare: str) -> None:
    """Money that nobody counted is seldom meant; 若干元 says so itself."""
    for line in ("receive 李华 500元 口罩5个 口罩（N95）5个", "items alias 口罩 外科口罩"):
        desk.do(line)
    told = desk.do(f"receive 李华 {bare}").err
    assert told.count("No amount was written for") == 1
    assert "`donations correct 2 …`" in told
    for counted in ("若干元", "现金若干", "现金一批", "masks一批", "外科口罩若干", "现金5元"):
        assert "No amount" not in desk.do(f"receive 李华 {counted}").err, counted
