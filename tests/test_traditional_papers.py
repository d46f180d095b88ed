"""Papers in traditional characters say what the same words in simplified ones say. All is invented."""

import re
from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

from donations.domain.slip_words import SURNAMES
from donations.domain.traditional import in_both
from donations.importers import patterns
from donations.importers.patterns import pattern_of

PAIRS = {
    "dues": (
        "日期,姓名,类别,金额\n2024-03-01,李华,捐款,100\n2024-03-02,王芳,会费,50\n",
        "日期,姓名,類別,金額\n2024-03-01,李华,捐款,100\n2024-03-02,王芳,會費,50\n",
    ),
    "dues in an account": (
        "日期,类型,类别,金额,收支对象\n2024-03-01,收入,捐款,100,李华\n2024-03-02,收入,会费,50,王芳\n2024-03-03,支出,办公费用,20,某店\n",
        "日期,類型,類別,金額,收支對象\n2024-03-01,收入,捐款,100,李华\n2024-03-02,收入,會費,50,王芳\n2024-03-03,支出,辦公費用,20,某店\n",
    ),
    "sent on": (
        "捐款人,金额（元）,类型\n李华,500,接收\n王芳,200,拨付\n",
        "捐款人,金額（元）,類型\n李华,500,接收\n王芳,200,撥付\n",
    ),
    "given out": (
        "日期,类别,姓名,金额\n2020-02-03,收到,李华,100\n2020-02-04,发放,王芳,50\n",
        "日期,類別,姓名,金額\n2020-02-03,收到,李华,100\n2020-02-04,發放,王芳,50\n",
    ),
    "given back": (
        "日期,摘要,收入,支出\n2025-01-01,李华捐款500元,500,\n2025-01-02,退还李华500元,,500\n2025-01-03,王芳捐款,60,\n",
        "日期,摘要,收入,支出\n2025-01-01,李华捐款500元,500,\n2025-01-02,退還李华500元,,500\n2025-01-03,王芳捐款,60,\n",
    ),
    "wages": (
        "交易日期,货币,交易金额,交易摘要,对手信息\n2024-03-01,人民币,500.00,汇入汇款,李华\n2024-03-02,人民币,8771.00,代发工资,某公司\n2024-03-03,人民币,-20.00,快捷支付,某店\n",
        "交易日期,貨幣,交易金額,交易摘要,對手信息\n2024-03-01,人民幣,500.00,匯入匯款,李华\n2024-03-02,人民幣,8771.00,代發工資,某公司\n2024-03-03,人民幣,-20.00,快捷支付,某店\n",
    ),
    "goods counted in a column": (
        "日期,捐赠人,N95口罩,医用手套,医用外科头套,备注\n2020-02-01,甲校友会,400个,1500只,500个,\n2020-02-02,乙校友会,200个,,约30个,快递\n",
        "日期,捐贈人,N95口罩,醫用手套,醫用外科頭套,備註\n2020-02-01,甲校友會,400個,1500只,500個,\n2020-02-02,乙校友會,200個,,約30個,快遞\n",
    ),
    "cash among goods, counted in 圆": (
        "日期,捐赠单位,品名,数量,单位\n2020-02-01,甲公司,口罩,100,个\n2020-02-01,李华,现金,500,圆\n",
        "日期,捐贈單位,品名,數量,單位\n2020-02-01,甲公司,口罩,100,個\n2020-02-01,李华,現金,500,圓\n",
    ),
    "names that only their surnames tell": (
        "赞助,金额,日期\n吴明,100,2024-03-01\n万芳,50,2024-03-02\n",
        "贊助,金額,日期\n吳明,100,2024-03-01\n萬芳,50,2024-03-02\n",
    ),
    "given back by its words": (
        "日期,摘要,收入,支出\n2025-01-01,张三捐款,500,\n2025-01-05,退张三多捐款,,100\n",
        "日期,摘要,收入,支出\n2025-01-01,張三捐款,500,\n2025-01-05,退張三多捐款,,100\n",
    ),
    "neither income nor spending": (
        "交易时间,交易对方,收/支,金额\n2024-03-01,李华,收入,100\n2024-03-02,某银行,不计收支,500\n2024-03-03,某店,支出,20\n",
        "交易時間,交易對方,收/支,金額\n2024-03-01,李华,收入,100\n2024-03-02,某銀行,不計收支,500\n2024-03-03,某店,支出,20\n",
    ),
    "written down twice": (
        "捐款人,金额,日期,备注\n李华,500,2024-03-01,\n王芳,100,2024-03-02,重复登记\n",
        "捐款人,金額,日期,備註\n李华,500,2024-03-01,\n王芳,100,2024-03-02,重復登記\n",
    ),
    "not yet come": (
        "日期,姓名,金额（人民币元）,备注\n2025-01-01,李华,100,暂未到账\n2025-01-02,王芳,200,已兑现\n2025-01-02,赵六,50,现金\n",
        "日期,姓名,金額（人民幣元）,備註\n2025-01-01,李華,100,暫未到賬\n2025-01-02,王芳,200,已兌現\n2025-01-02,趙六,50,現金\n",
    ),
    "party dues": (
        "日期,收支,类别,金额（人民币元）,姓名\n2025-01-01,收入,团费,100,李华\n2025-01-02,收入,捐款,200,王芳\n",
        "日期,收支,類別,金額（人民幣元）,姓名\n2025-01-01,收入,團費,100,李華\n2025-01-02,收入,捐款,200,王芳\n",
    ),
    "who got it": (
        "日期,捐赠单位,品名,数量,获赠单位\n2025-01-01,龙华公司,粮油,5箱,东区老师\n2025-01-02,甲师范学校,三轮车,5辆,残联\n",
        "日期,捐贈單位,品名,數量,獲贈單位\n2025-01-01,龍華公司,糧油,5箱,東區老師\n2025-01-02,甲師範學校,三輪車,5輛,殘聯\n",
    ),
    "shares": (
        "捐赠单位,品名,数量,接收单位\n甲公司,口罩,3.6万个,甲医院1.6万，乙医院2万\n",
        "捐贈單位,品名,數量,接收單位\n甲公司,口罩,3.6萬個,甲醫院1.6萬，乙醫院2萬\n",
    ),
}  # fmt: skip


def taken(desk: Desk, path: Path) -> list[dict[str, object]]:
    """What the preview says of the tables of a file, but for what its headings and units are called."""
    answer = desk.run(f"import {path} --dry-run --opening --date 2025-02-01 --format json")
    counted = ("rows", "accepted", "ignored", "rejected", "stated_total")
    return [
        {key: table[key] for key in counted}
        | {
            "fields": list(table["columns"].values()),
            "sums": sorted(table["sums"].values()),
            "cash": table["sums"].get("CNY"),
        }
        for table in answer.json["files"][0]["tables"]
    ]


@pytest.mark.parametrize("paper", PAIRS)
def test_the_same_words_say_the_same(desk: Desk, tmp_path: Path, paper: str) -> None:
    simple, traditional = (taken(desk, file(tmp_path, f"{at}.csv", text)) for at, text in enumerate(PAIRS[paper]))
    assert traditional == simple


def test_a_pattern_of_simplified_words_finds_traditional_ones() -> None:
    pattern = pattern_of("(?<!总)会费[^额)]{1,3}[一-龥]+")
    assert pattern.fullmatch("會費二月份") is not None
    assert not any(map(pattern.fullmatch, ("会费额二", "會费額二", "會費額二")))
    assert pattern.search("總會費二月份") is None
    assert in_both("[费-]|\\[会]") == "[费-]|\\[[会會]]"


def test_a_pattern_says_the_same_whatever_it_was_asked_before() -> None:
    asked, texts = pattern_of("会费"), ("会费", "會費", "日期", "fee", "会费")
    says = [asked.fullmatch(text) is not None for text in texts * 2]
    assert says == [True, True, False, False, True] * 2
    assert [asked.sub("-", text) for text in texts] == ["-", "-", "日期", "fee", "-"]
    assert asked.split("入會費或会费", maxsplit=1) == ["入", "或会费"]


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled from now on."""
    found: list[str] = []
    honest = re.compile

    def compile_(text: str, flags: int = 0) -> re.Pattern[str]:
        found.append(text)
        return honest(text, flags)

    monkeypatch.setattr(re, "compile", compile_)
    return found


def test_a_pattern_is_compiled_for_both_when_a_text_has_traditional_characters(compiled: list[str]) -> None:
    """Compiling each for both costs half of what a small paper takes."""
    pattern, plain = pattern_of("会费"), pattern_of("[0-9]+元?")
    for text in ("会费", "日期", "fee"):
        pattern.fullmatch(text)
    assert compiled == ["会费"]
    assert pattern.fullmatch("會費") is not None
    assert compiled == ["会费", "[会會][费費]"]
    assert plain.search("會費5元") is not None
    assert compiled == ["会费", "[会會][费費]", "[0-9]+元?"], "no word of it is written otherwise"


def test_a_pattern_asked_very_often_is_one_for_both(compiled: list[str]) -> None:
    pattern = pattern_of("会费")
    kept = pattern.fullmatch
    said = [kept("会费") is not None for _ in range(patterns._OFTEN + 2)]
    assert all(said)
    assert compiled == ["会费", "[会會][费費]"]
    assert pattern.fullmatch("會費") is not None
    assert kept("會費") is not None


def test_surnames_are_known_in_traditional_characters() -> None:
    assert {"吳", "鮑", "萬", "車"} <= SURNAMES
