"""A line at the foot that names who received what came in, or who gave what went out: the rows say otherwise, so it is told. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.row_reasons import GIVER_BELOW, TAKER_BELOW

GIVEN = "日期,捐赠单位,品名,数量,单位\n2020-02-01,甲公司,口罩,500,只\n"
HANDED_OUT = "日期,接收单位,品名,数量,单位\n2020-02-01,市一院,口罩,500,只\n"


@pytest.mark.parametrize(("text", "why"), [
    (f"{GIVEN}接收单位：市一院\n", TAKER_BELOW), (f"{HANDED_OUT}捐赠单位：甲公司\n", GIVER_BELOW), ("日期,捐款人,金额\n2020-02-01,李华,500\n受赠单位：市慈善总会\n", TAKER_BELOW),
])  # fmt: skip
def test_a_party_below_the_table_is_told(text: str, why: str) -> None:
    assert told(text).splitlines()[-1] == f"3 - {why}"


@pytest.mark.parametrize("text", [
    f"{GIVEN}接收单位：本会\n", f"{GIVEN}捐赠单位：甲公司\n", f"{GIVEN}接收单位（盖章）：\n", f"{HANDED_OUT}接收单位：市一院\n", f"{GIVEN}制表：李华\n",
])  # fmt: skip
def test_what_the_rows_say_too_and_signatures_are_words(text: str) -> None:
    assert all(why not in told(text) for why in (GIVER_BELOW, TAKER_BELOW))


GOODS_ALONE = "日期,物资名称,数量\n2020-02-03,口罩,500个\n2020-02-04,手套,100双\n"


@pytest.mark.parametrize(
    "above",
    [
        "捐赠单位：甲公司,,\n接收单位：东乡镇卫生院,,\n",
        "接收单位：东乡镇卫生院,,\n捐赠单位：甲公司,,\n",
        "捐赠单位：甲公司,接收单位：东乡镇卫生院,\n",
    ],
)
def test_who_gave_and_who_received_may_both_stand_above(above: str) -> None:
    """Such sheets were refused, for who gave was asked."""
    found = told(f"{above}{GOODS_ALONE}")
    assert found.count("relay") == 2
    assert (
        "4 relay 2020-02-03 donor=甲公司 recipient=东乡镇卫生院" in found or "3 relay 2020-02-03 donor=甲公司" in found
    )


@pytest.mark.parametrize(
    "taker", ["江南市疾控中心", "江南县防疫站", "东乡镇卫生所", "江南养老院", "东乡镇消防队", "江南诊所"]
)
def test_whoever_gets_goods_and_keeps_no_list_of_them_has_many_names(taker: str) -> None:
    """A list of a few such bodies stood here, and another below; neither had all."""
    assert told(f"捐赠单位：甲公司,,\n接收单位：{taker},,\n{GOODS_ALONE}").count("relay") == 2


@pytest.mark.parametrize("taker", ["某县慈善会", "九江市志愿者协会", "本会", "甲公司仓库"])
def test_a_body_that_may_keep_the_list_is_asked_about(taker: str) -> None:
    """What it received came in, where it is one's own."""
    assert "relay" not in told(f"捐赠单位：甲公司,,\n接收单位：{taker},,\n{GOODS_ALONE}")


def test_a_body_that_the_title_names_may_keep_the_list() -> None:
    """What a hospital had received went through its own book."""
    above = "东乡镇卫生院接收捐赠物资登记,,\n捐赠单位：甲公司,,\n接收单位：东乡镇卫生院,,\n"
    assert "relay" not in told(f"{above}{GOODS_ALONE}")


def test_whom_the_first_form_went_to_is_not_whom_the_next_did() -> None:
    found = told(
        f"捐赠单位：甲公司,,\n接收单位：东乡镇卫生院,,\n{GOODS_ALONE}捐赠单位：乙公司,,\n2020-02-05,帽子,10顶\n"
    )
    assert found.count("relay") == 2
    assert "7 !" in found


def test_of_a_giver_named_anew_below_both_it_is_said_what_to_do() -> None:
    """It was said that 捐赠单位：乙公司 is no name, and to write just that."""
    above = "捐赠单位：甲公司,接收单位：东乡镇卫生院,\n"
    found = told(f"{above}品名,数量,单位\n口罩,500,只\n捐赠单位：乙公司,,\n手套,300,双\n", "2020-02-10")
    assert "donor=甲公司 recipient=东乡镇卫生院" in found
    assert "in a column of its own each" in found
