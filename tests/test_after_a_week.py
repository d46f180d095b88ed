"""What a treasurer reads of a week recorded by hand: registers, the ledger, what was refused, and what to do then."""

import pytest
from conftest import Desk
from test_bad_input import check_sentence

from donations.domain.place import parse_place
from donations.errors import UnknownPlace


@pytest.fixture(params=["en", "zh"])
def spoken(desk: Desk, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Desk:
    """A book read in either language."""
    monkeypatch.setenv("DONATIONS_LANG", str(request.param))
    return desk


@pytest.mark.parametrize("command", ["ledger", "ledger --item 广播设备", "journal"])
def test_what_takes_back_an_uncounted_gift_says_so(spoken: Desk, command: str) -> None:
    """Nothing but the note told it from another gift: what nobody counted has no minus."""
    for line in (
        "receive 李华 广播设备一批 --new",
        "reverse 1 --reason x",
        "receive 李华 广播设备一批",
    ):
        spoken.do(line)
    lines = [line for line in spoken.do(f"{command} --format md").out.splitlines() if line.startswith("|")]
    titles, _rule, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    [at] = [titles.index(each) for each in ("Takes back", "冲销") if each in titles]
    assert [row[at] for row in rows] == ["", "1", ""]


def test_an_item_is_not_also_known_by_its_own_name(spoken: Desk) -> None:
    """What stands in the columns beside it isn't said again."""
    for line in ("receive 李华 口罩（一次性）5只 额温枪3个 5元 100美元 --new", "items alias 额温枪 测温枪"):
        spoken.do(line)
    also = {row["item"]: str(row["also"] or "").split("、") for row in spoken.read("items")}
    names = {row["item"]: row["english"] for row in spoken.read("items")}
    assert not [item for item, others in also.items() if {item, names[item]} & set(others)]
    assert "资金" not in also["CNY"]
    assert "现金" in also["CNY"]
    assert "测温枪" in also["额温枪"]
    assert "口罩（一次性）" not in also["口罩"]


@pytest.mark.parametrize(("into", "city"), [("丙公司", "九江市"), ("丙公司 --city 吉安市", "吉安市")])
def test_two_that_are_one_lie_where_either_was_known_to(spoken: Desk, into: str, city: str) -> None:
    """The city went with the name that was given up."""
    for line in ("donors add 甲公司 --city 庐山市", f"donors add {into}"):
        spoken.do(line)
    said = spoken.do("donors merge 甲公司 丙公司 --reason 同一单位").err
    assert ("九江市" in said) == (city == "九江市")
    assert [(row["name"], row["city"]) for row in spoken.read("donors")] == [("丙公司", city)]
    spoken.do("receive 丙公司 5元")
    assert spoken.read("show 1")[0]["city"] == city
    assert spoken.is_in_order()


def test_who_only_received_is_told_where_that_stands(spoken: Desk) -> None:
    """Nobody received anything of it yet, of one who had received it all."""
    for line in ("receive 李华 口罩100个 --new", "distribute 市三院 口罩30个 --new", "donors add 王芳"):
        spoken.do(line)
    told = "donations ledger --party"
    assert told in spoken.do("trace 市三院 --format md").out
    assert told not in spoken.do("trace 李华 --format md").out
    assert told not in spoken.do("trace 王芳 --format md").out


@pytest.mark.parametrize(
    ("wanted", "english", "chinese"),
    [
        (60, "several entries", "分几笔"),
        (75, "too little", "也不够"),
        (20, "", ""),
    ],
)
@pytest.mark.parametrize(
    "line", ["distribute 市三院 口罩{}个", "adjust loss 口罩{}个", "transfer 口罩{}个 --to 三号仓 --new"]
)
def test_no_store_is_asked_for_that_has_too_little(
    spoken: Desk, line: str, wanted: int, english: str, chinese: str
) -> None:
    for made in ("receive 李华 口罩100个 --new", "transfer 口罩20个 --to 二号仓", "distribute 市三院 口罩30个 --new"):
        spoken.do(made)
    if wanted == 20:
        spoken.do("distribute 市三院 口罩40个")
    said = spoken.refused(line.format(wanted))
    check_sentence(said, "en" if said.startswith("Error") else "zh")
    assert (english if said.startswith("Error") else chinese) in said
    assert ("--for" in said) == (wanted == 20)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("久江市", "九江市"), ("炉山市", "庐山市"), ("昭庆市", "肇庆市"), ("赣县市", "赣州市"), ("丽讲市", "丽江市")],
)
def test_a_place_that_sounds_so_is_told_first(typed: str, first: str) -> None:
    """丽江市 stood before 九江市, and 庐山市 behind eight cities."""
    with pytest.raises(UnknownPlace) as caught:
        parse_place(typed)
    assert str(caught.value).partition("(")[2].startswith(first)


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [
        ("口罩3箱50个", True),
        ("口罩50个3箱", True),
        ("口罩3箱6000个", False),
        ("口罩3箱零50个", False),
        ("口罩3箱×50个", False),
        ("口罩3箱（每箱50个）", False),
        ("口罩3箱", False),
    ],
)
def test_packs_that_hold_another_amount_than_stands_beside_them_are_told(
    spoken: Desk, typed: str, *, is_told: bool
) -> None:
    """Of three boxes and 50, 50 were booked without a word."""
    spoken.do("items add 口罩 --unit 个")
    spoken.do("items pack 口罩 1箱=2000个")
    said = spoken.do(f"receive 李华 {typed} 5元 --new").err
    assert ("donations correct 1" in said) == is_told
    assert ("6,000" in said) == is_told


def test_english_names_are_parted_and_said_in_english(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """“New names: 毛毯” of 20 blankets, and Anna、Bob in a column."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    said = desk.do("receive Anna '20 blankets' 5元 --with Bob --new").out
    assert said.splitlines()[-1] == "  New names: Anna, Bob, blankets"
    assert "Anna, Bob" in desk.do("ledger --format md").out
    assert [row["donor"] for row in desk.read("ledger")] == ["Anna、Bob"] * 2  # programs read what they always read


def test_so_many_masks_are_no_boxes(spoken: Desk) -> None:
    """60 masks went out as 60 boxes, of masks that were counted in boxes."""
    for line in ("receive 李华 口罩300箱 手套5双 --new", "distribute 市三院 '5 gloves' 口罩2箱 --new"):
        spoken.do(line)
    for line in (
        "distribute 市三院 '60 masks'",
        "receive 李华 '60 masks'",
        "correct 1 '60 masks'",
        "adjust count '60 masks'",
    ):
        assert "60" in spoken.refused(line, code=65)
    spoken.do("distribute 市三院 '60 cartons of masks'")
    assert spoken.stock()["口罩"] == "238"
