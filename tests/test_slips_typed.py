"""Slips of whoever types in a hurry: each is refused by a sentence that names it, and nothing is booked in its place."""

import re
from pathlib import Path

import pytest
from conftest import Desk
from test_bad_input import check_sentence

_GIFT = "receive 李华 口罩500个"


@pytest.mark.parametrize("dashes", ["—", "——", "–", "−−", "－－", "–-", "-—", "-"])
def test_an_option_behind_other_dashes_is_no_goods(desk: Desk, dashes: str) -> None:
    """An input method makes —note of --note: it and what stands behind it are nothing that was given."""
    for line in (
        f"{_GIFT} {dashes}note 门口",
        f"{_GIFT} {dashes}note=门口",
        f"receive {dashes}note 门口 李华 口罩500个",
    ):
        assert f"{dashes}note here; did you mean --note?" in desk.refused(line, code=2)
    assert f"{dashes}nota here; did you mean --note?" in desk.refused(f"{_GIFT} {dashes}nota 门口", code=2)


def test_what_only_begins_with_a_dash_is_read_as_before(desk: Desk) -> None:
    desk.do("receive 李华 5元 --new --note —note")
    assert desk.read("show 1")[0]["note"] == "—note"
    desk.do("receive -- 李华 —note一批")
    assert "must be above zero" in desk.refused("receive 李华 －5个口罩", code=65)


@pytest.mark.parametrize("typed", ["（已删除）1号", "(erased) no. 1", "(已删除)1号", "（已删除）1"])
def test_what_stands_for_an_erased_name_is_no_goods(desk: Desk, typed: str) -> None:
    """It was booked as an item 1号（已删除）: a treasurer copied it from a report, where a name stood."""
    desk.do("receive 李华 口罩500个 --new")
    desk.do("forget 李华 --yes")
    for line in ("correct 1", "receive 王芳 5元", "receive 王芳", "distribute 王芳", "buy", "buy 口罩5个"):
        assert "stands in reports for a name that was erased" in desk.refused(line, typed, "--new", code=65)
    desk.do("correct 1 口罩400个")


@pytest.mark.parametrize("pack", ["1个=5个", "1只=5个", "1公斤=5斤"])
def test_a_pack_that_says_otherwise_than_the_units_is_not_kept(desk: Desk, pack: str) -> None:
    """It was kept and listed, and nothing was ever counted by it."""
    item = "大米" if "斤" in pack else "口罩"
    desk.do(f"receive 李华 {item}10{pack[-1]} --new")
    assert "can't be: one" in desk.refused(f"items pack {item} {pack}", code=65)
    desk.do("items pack 大米 1公斤=2斤" if item == "大米" else "items pack 口罩 1个=1个")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_of_goods_counted_in_cartons_it_is_said_how_to_count_what_one_holds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """What was typed was given as the example of what to type, and `items pack 口罩 '1 个 = N 箱'` as a way out."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    desk.do("receive 李华 口罩5箱 --new")
    for line in ("items pack 口罩 1箱=2000个", "receive 李华 口罩2000个"):
        said = desk.refused(line, code=65)
        check_sentence(said, language)
        for command in re.findall(r"`donations ([^`]*)`", said):
            assert (
                command.startswith("items add 口罩（按个计） --unit 个")
                or command == "items pack 口罩（按个计） 1箱=2000个"
            )
            desk.run(command)
    desk.do("receive 李华 口罩2000个（1箱）")
    desk.do("correct 1 口罩（按个计）5箱")
    assert desk.stock() == {"口罩": "1", "口罩（按个计）": "10000"}


def test_a_unit_of_which_nothing_was_counted_can_still_be_said(desk: Desk) -> None:
    desk.do("items add 口罩 --unit 箱")
    said = desk.refused("items pack 口罩 1箱=2000个", code=65)
    [command] = re.findall(r"`donations ([^`]*)`", said)
    desk.do(command)
    desk.do("items pack 口罩 2000个=1箱")
    desk.do("receive 李华 口罩5箱 --new")
    assert desk.stock() == {"口罩": "10000"}


def test_what_is_no_pack_is_answered_with_the_unit_of_the_goods(desk: Desk) -> None:
    desk.do("receive 李华 手套500只 --new")
    assert "1箱=2000只" in desk.refused("items pack 手套 1箱=200双", code=65)


@pytest.mark.parametrize(
    "pack",
    ["1盒=-5个", "1盒=5-6个", "1盒=1O个", "1盒=5元", "1盒=约50个", "约1盒=50个", "1盒=2.5个", "1盒=口罩", "0盒=5个"],
)
def test_a_pack_without_a_number_is_answered_as_a_pack(desk: Desk, pack: str) -> None:
    desk.do("receive 李华 口罩10个 --new")
    assert f"“{pack}” says no pack" in desk.refused(f"items pack 口罩 {pack}", code=65)


@pytest.mark.parametrize(
    ("pack", "held"),
    [
        ("1箱=两千个", "2000"), ("一箱=2000个", "2000"), ("一箱=二十四个", "24"), ("箱=一百个", "100"), ("1箱=十二个", "12"),
        ("1箱=两个", "2"), ("三百二十个=一箱", "320"), ("壹箱=2000", "2000"), ("1箱=1.5万个", "15000"), ("箱=２０个", "20"),
    ],
)  # fmt: skip
def test_a_pack_may_be_said_in_chinese_numerals(desk: Desk, pack: str, held: str) -> None:
    """1箱=两千个 was kept as 1000: a 1 was put before each side, and 1两 taken for part of the name."""
    desk.do("receive 李华 口罩10个 --new")
    desk.do(f"items pack 口罩 {pack}")
    desk.do("receive 李华 口罩1箱")
    assert desk.stock() == {"口罩": str(int(held) + 10)}


@pytest.mark.parametrize(("language", "first", "then"), [
    ("en", "Kept: masks, one carton is 2,000 pcs", "Until now it was 2,000 pcs; entries recorded by that stay as they are."),
    ("zh", "已保存：口罩，1 箱是 2,000 个", "此前是 2,000 个，按此登记过的各笔不变。"),
])  # fmt: skip
def test_a_pack_is_told_as_it_is_kept_and_what_it_was_before(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str, first: str, then: str
) -> None:
    """A box that held 2000 was made to hold 200 without a word."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    desk.do("receive 李华 口罩10个 --new")
    for _ in range(2):
        assert desk.do("items pack 口罩 1箱＝两千").err.strip() == first
    assert then in desk.do("items pack 口罩 1箱=200").err


@pytest.mark.parametrize(
    ("typed", "near"), [("吉按市", "吉安市"), ("南倡市", "南昌市"), ("赣洲市", "赣州市"), ("九江巿", "(九江市?)")]
)
def test_a_misspelt_city_is_told_every_city_that_is_as_near(desk: Desk, typed: str, near: str) -> None:
    """One of several was told, at random: 昌吉市 for 吉按市."""
    assert near in desk.refused(f"receive 李华 5元 --city {typed}", code=65)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("口罩 200 个", "口罩200个"), ("口罩 200个", "口罩200个"), ("200 个 口罩", "200个口罩"), ("200 口罩", "200口罩"),
        ("5000 元", "5000元"), ("约 500 斤 蔬菜", "约500斤蔬菜"), ("500 masks", "'500 masks'"), ("口罩 20 个 @3.5元", "口罩20个@3.5元"),
        ("口罩 200 个 护目镜 50 副", "口罩200个"), ("50元 口罩 200个", "口罩200个"), ("口罩 200个 50元", "口罩200个"),
        ("--city 九江市 口罩 200个 --note 门口", "口罩200个"),
    ],
)  # fmt: skip
def test_a_quantity_in_several_words_is_told_to_be_written_as_one(desk: Desk, typed: str, right: str) -> None:
    assert desk.refused(f"receive 李华 {typed}", code=65).endswith(f"belongs together: write it as one word, {right}.")


def test_so_is_one_of_a_correction_or_a_count(desk: Desk) -> None:
    desk.do("receive 李华 口罩500个 --new")
    for line in ("correct 1 口罩 300个", "adjust count 口罩 300个", "transfer 口罩 300个 --to 二号仓"):
        assert "one word, 口罩300个." in desk.refused(line, code=65)


@pytest.mark.parametrize(
    "line",
    ["receive 李华 200个", "receive 李华 王芳 200个", "correct 1 李桦 300个", "receive 李华 3w"],
)
def test_what_is_no_quantity_together_is_answered_by_itself(desk: Desk, line: str) -> None:
    desk.do("receive 李华 口罩500个 --new")
    assert "is no quantity: write number, unit and item" in desk.refused(line, code=65)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("receive 李华 200", "write 200元 for money, or the goods beside the number, such as '200 masks'"),
        ("receive 李华 5千", "“5千” doesn't say of what: write 5千元 for money"),
        ("correct 1 280", "“280” doesn't say of what"),
        ("spend 1,500 --to 货运公司", "write 1,500元 for money"),
    ],
)
def test_a_number_alone_is_told_what_it_lacks(desk: Desk, line: str, said: str) -> None:
    desk.do("receive 李华 口罩500个 --new")
    assert said in desk.refused(line, code=65)


@pytest.mark.parametrize("typed", ["李华2", "'李华（2）'", "'W. Chen (2)' --new", "'Zhang** (2)' --new"])
def test_somebody_told_apart_by_a_number_is_no_goods(desk: Desk, typed: str) -> None:
    """`correct 1 'W. Chen (2)'` made 300 yuan into two pieces of W. Chen."""
    for name in ("李华", "'W. Chen'", "'Zhang**'"):
        desk.do(f"receive {name} 300元 --new")
    assert "is the name of somebody in this book" in desk.refused(f"correct 1 {typed}", code=65)
    assert "'W. Chen (the other)' --new" in desk.refused("correct 1 'W. Chen (A)' --new", code=65)
    desk.do("correct 1 'W. Chen (the other)' --new")
    desk.do("items add 李华 --unit 个")
    desk.do("receive 李华 李华2个")


def test_a_gift_without_its_donor_is_told_that_the_name_comes_first(desk: Desk) -> None:
    """It was told that the quantity is missing."""
    for line in ("receive 5000元", "receive 口罩500个 --city 九江市", "distribute 口罩5个"):
        assert "is an amount and no name: the name comes first" in desk.refused(line, code=65)
    assert "QUANTITY is missing" in desk.refused("receive 李华", code=2)


def test_days_are_typed_as_people_say_them(desk: Desk) -> None:
    desk.do("receive 李华 5元 --new --date 二〇二〇年二月一日 --yes")
    assert desk.read("ledger")[0]["date"] == "2020-02-01"
    desk.do("receive 李华 6元 --date 三天前")
    assert "is no date" in desk.refused("receive 李华 6元 --date 十十天前", code=65)


def test_a_store_or_purpose_that_is_not_there_is_told_with_where_they_stand(desk: Desk) -> None:
    desk.do("receive 李华 口罩500个 --new")
    assert "so far everything is in the usual one" in desk.refused("distribute 李华 口罩5个 --store 新仓", code=66)
    desk.do("receive 李华 口罩5个 --store 东仓")
    assert "`donations stock` lists them" in desk.refused("distribute 李华 口罩5个 --store 新仓", code=66)
    assert "`donations totals --by purpose` lists them" in desk.refused("distribute 李华 口罩5个 --for 助学", code=66)


def test_a_file_to_salvage_that_is_not_there_is_no_book_to_make(desk: Desk) -> None:
    assert "There is no file nowhere.db" in desk.refused("salvage nowhere.db", code=66)


def test_a_file_without_an_ending_and_a_folder_are_told_apart_from_a_format(desk: Desk, tmp_path: Path) -> None:
    """“l” is no format, it was said of a folder called l."""
    for line in ("stock", "ledger --item 口罩", "imports", "sql 'select 1'", "bulletin 2020-02", "export book"):
        desk.do("receive 李华 口罩1个 --new")
        assert "is a folder: name the file" in desk.refused(f"{line} -o {tmp_path}", code=2)
        assert f"such as {tmp_path / '库存'}.csv" in desk.refused(f"{line} -o {tmp_path / '库存'}", code=2)
        assert "“.foo” is no format" in desk.refused(f"stock -o {tmp_path / '库存.foo'}", code=2)
    desk.do(f"stock -o {tmp_path / '库存'} --format csv")
    assert sorted(path.name for path in tmp_path.glob("库*")) == ["库存"]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("receive 李华 口罩500个 --note 放在 门口", "--note '放在 门口'"),
        ("receive 李华 口罩500个 --note=放在 门口", "--note '放在 门口'"),
        ("receive 李华 口罩500个 --note 放在 大门 门口 --city 九江市", "--note '放在 大门 门口'"),
        ("receive 李华 口罩500个 --note 分给 大米", "--note '分给 大米'"),
        ("receive 李华 口罩500个 --to 市防控 指挥部", "--to '市防控 指挥部'"),
        ("correct 1 口罩280个 --reason 清点 有误", "--reason '清点 有误'"),
        ("adjust loss 口罩1个 --note 摔 坏", "--note '摔 坏'"),
        ("spend 100元 --note 运费 三月", "--note '运费 三月'"),
    ],
)
def test_words_behind_an_option_that_were_not_quoted_are_no_goods(desk: Desk, line: str, right: str) -> None:
    """门口 was booked as goods of unknown amount."""
    desk.do("receive 李华 口罩500个 900元 --new")
    assert right in desk.refused(line, code=65)


@pytest.mark.parametrize(
    "line",
    [
        "receive --note 谢谢 李华 口罩5个", "receive 李华 --note 谢谢 口罩5个", "receive 李华 口罩5个 --note 谢谢 大米一批",
        "receive 李华 口罩5个 --note 谢谢 大米5斤", "receive 李华 口罩5个 --city 九江市 蔬菜", "receive 李华 口罩5个 --new 棉被",
        "correct 1 --reason 更名 李桦 --new", "receive --value 500元 --city 九江市 李华 高粱 --new", "receive 李华 口罩5个 白菜",
    ],
)  # fmt: skip
def test_what_may_stand_behind_an_option_still_does(desk: Desk, line: str) -> None:
    desk.do("receive 李华 口罩500个 --new")
    desk.do(line)
    assert desk.read("show 2", table=2), "recorded behind the first"


@pytest.mark.parametrize("typed", ["昨天", "2020-02-01", "3月5日", "三月五日", "三天前", "2020年2月1日"])
def test_a_day_is_no_goods(desk: Desk, typed: str) -> None:
    """昨天 was booked as goods, and 2020-02-01 refused as an amount below zero."""
    assert f"such as --date {typed}" in desk.refused(f"receive 李华 口罩5个 {typed} --new", code=65)


def test_a_name_behind_the_goods_is_no_goods(desk: Desk) -> None:
    """It was refused only before them."""
    assert "--with 王芳" in desk.refused("receive 李华 口罩5个 王芳 --new", code=65)
    assert "--to 王芳" in desk.refused("distribute 李华 口罩5个 王芳 --new", code=65)
    desk.do("receive 李华 口罩5个 高粱一批 --new")
    desk.do("receive 李华 口罩5个 高粱")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("receive　李华 5元", "receive 李华"), ("receive 李华　5元", "李华 5元"), ("stock　--as-of 昨天", "stock --as-of"),
        ("totals --by　donor", "--by donor"), ("items pack　口罩 1箱=5个", "pack 口罩"), ("spend　5元", "spend 5元"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_blank_of_full_width_between_words_is_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, typed: str, right: str, language: str
) -> None:
    """“receive　李华” was answered with “did you mean receive?”, and 李华　5元 with “QUANTITY is missing”."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    said = desk.refused(typed, code=2)
    check_sentence(said, language)
    assert right in said
    assert ("full-width blank" if language == "en" else "全角空格") in said


def test_a_blank_of_full_width_inside_a_note_or_name_hurts_nobody(desk: Desk) -> None:
    desk.do("receive 李　华 5元 --new --note 好　人")
    assert desk.do("receive 李　华 5元").code == 0


def test_an_option_before_the_command_is_told_to_stand_behind_it(desk: Desk) -> None:
    """It was said that there is no --city, and where all options are listed, among which it wasn't."""
    said = desk.run("--city 九江市 receive 李华 5元")
    assert (said.code, "before the command" in said.err, "--city behind it" in said.err) == (2, True, True)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("后勤物资 一批", "后勤物资一批"), ("旧衣服 若干 件", "旧衣服若干件"), ("一批 后勤物资", "一批后勤物资")],
)
def test_goods_that_nobody_counted_in_several_words_are_told_to_be_written_as_one(
    desk: Desk, typed: str, right: str
) -> None:
    """“一批” was said to be no quantity, and 后勤物资一批 to be how to write one."""
    assert f"write it as one word, {right}." in desk.refused(f"receive 李华 {typed}", code=65)


def test_two_new_bodies_in_one_word_are_no_recipient(desk: Desk) -> None:
    """They became one, and neither was told of it: 保健院 was no ending of a body's name."""
    desk.do("receive 李华 口罩50个 --new")
    said = desk.refused("distribute 九江市第三人民医院、九江市妇幼保健院 口罩5个", code=65)
    assert "--to 九江市妇幼保健院" in said


@pytest.mark.parametrize("name", ["张三和李四", "李华与王芳", "李华&王芳", "欧阳小明及王芳", "李华+王芳"])
def test_two_persons_with_and_between_them_are_no_new_name(desk: Desk, name: str) -> None:
    """They became one donor, whom no statement of either knows."""
    said = desk.refused(f"receive {name} 5元", code=65)
    assert "reads as several names" in said
    desk.do(f"receive {name} 5元 --new")
    assert desk.read("ledger")[0]["donor"] == name


@pytest.mark.parametrize("name", ["江西和平公司", "周和平", "王芳和朋友们", "李和", "和平与发展基金会", "及第"])
def test_a_name_with_and_in_it_is_one(desk: Desk, name: str) -> None:
    desk.do(f"receive {name} 5元")
    assert desk.read("ledger")[0]["donor"] == name


def test_a_list_with_a_name_that_is_known_is_told_to_be_several(desk: Desk) -> None:
    """It was said to look like its first name, and to need --new: which made one recipient of two."""
    desk.do("adjust opening 口罩10个")
    desk.do("distribute 九江市第三人民医院 口罩1个 --new")
    assert "--to 保健院" in desk.refused("distribute 九江市第三人民医院、保健院 口罩1个", code=65)


def test_an_option_that_is_only_a_little_alike_is_not_offered(desk: Desk) -> None:
    """Who asked for the totals of one store was told to write --force."""
    desk.do("receive 李华 口罩5个 --new --store 二号仓")
    assert "did you mean" not in desk.refused("totals --store 二号仓", code=2)
    for typed, meant in (
        ("receive 李华 5元 --vai 王芳", "--via"),
        ("stock --iten 口罩", "--item"),
        ("stock --forcce", "--force"),
    ):
        assert f"did you mean {meant}?" in desk.refused(typed, code=2)


@pytest.mark.parametrize(
    "line", ["stock --book {folder}", "restore {folder}", "check --against {folder}", "init --book {folder}"]
)
def test_a_folder_in_the_place_of_a_book_is_told_without_an_option_that_may_not_belong(
    desk: Desk, tmp_path: Path, line: str
) -> None:
    """Of `restore backups/` it was said to write `--book backups/book.db`, which restores nothing."""
    desk.do("receive 李华 5元 --new")
    said = desk.run(line.format(folder=tmp_path))
    assert said.code in (1, 65, 66, 2)
    assert "--book" not in said.err


def test_a_gift_to_whoever_gave_it_is_told(desk: Desk) -> None:
    """By another name of theirs, too; a gift that went to others says nothing."""
    desk.do("receive 李华 口罩5个 --to 市三院 --with 王芳 --date 2020-02-01 --yes")
    desk.do("donors alias 市三院 第三人民医院")
    assert "gave it" not in desk.do("receive 李华 口罩5个 --to 市三院 --date 2020-02-02 --yes").err
    told = desk.do("receive 李华 口罩5个 --with 市三院 --to 第三人民医院 --date 2020-02-03 --yes").err
    assert told.strip() == (
        "市三院 gave it and received it, by entry 3: if one of them is another, `donations correct 3 …` says who."
    )
