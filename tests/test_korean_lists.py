"""Lists of donors in Korean: their headings, their totals, and their money, which is never yuan unsaid. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.whose_money import WHICH_WON
from donations.importers.words.foot import total_of


@pytest.mark.parametrize("donor", ["기부자", "기부자명", "후원자", "후원자 성명", "성명", "이름", "기탁자", "입금자명"])
@pytest.mark.parametrize("day", ["날짜", "일자", "기부일", "기부 일자", "입금일", "접수일자"])
@pytest.mark.parametrize("amount", ["금액(원)", "기부금액(원)", "후원금(원)", "성금액(원)"])
def test_gifts_of_money(donor: str, day: str, amount: str) -> None:
    """No heading was known; with --map 50,000 won were booked as yuan, and the total as a gift of nobody's."""
    found = told(f'번호,{donor},{day},{amount},비고,연락처\n1,김하나,2020-02-01,"50,000",감사,010\n합계,,,"50,000",,\n')
    assert found.splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=김하나: KRW 50000韩元 “감사” [50000KRW]",
        "3 - a total",
        "= 50000 in row 3",
    ]


@pytest.mark.parametrize(
    ("heading", "cells", "made"),
    [
        ("금액", ("5만원", "30,000"), (50000, 30000)), ("기부금액(만원)", ("5", "10"), (50000, 100000)),
        ("금액(천원)", ("50", "7"), (50000, 7000)), ("금액", ("₩50,000", "3천원"), (50000, 3000)),
    ],
)  # fmt: skip
def test_amounts_in_won(heading: str, cells: tuple[str, str], made: tuple[int, int]) -> None:
    found = told(
        f'날짜,기부자,{heading}\n2020-02-01,김하나,"{cells[0]}"\n2020-02-02,이두리,"{cells[1]}"\n'
    ).splitlines()
    assert [line.rsplit("[", 1)[1] for line in found[1:]] == [f"{each}KRW]" for each in made]


@pytest.mark.parametrize("columns", [{}, {"기부자": "donor", "금액": "money", "날짜": "date"}])
def test_won_are_not_taken_for_yuan(columns: dict[str, str]) -> None:
    text = "날짜,기부자,금액\n2020-02-01,김하나,50000\n2020-02-02,이두리,70000\n"
    assert told(text, columns=columns).count(WHICH_WON) == 2
    assert "USD 50000美元" in told(text.replace("금액", "금액(USD)"))


def test_goods() -> None:
    found = told("일자,기부처,품명,수량,단위\n2020-02-01,한빛마트,쌀,10,포\n소계,,,10,\n").splitlines()
    assert found[1:3] == ["2 receipt 2020-02-01 donor=한빛마트: 쌀 10포 [10포]", "3 - a subtotal"]
    assert "distribution 2020-02-01 recipient=한빛복지관: 마스크 500" in told(
        "지급일자,수령기관,품목,수량\n2020-02-01,한빛복지관,마스크,500\n"
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [("합계", "grand"), ("총계:", "grand"), ("총 합계", "grand"), ("소계", "part"), ("누계", "running"), ("한빛총계회", None)],
)  # fmt: skip
def test_totals(text: str, kind: str | None) -> None:
    assert total_of(text) == kind


def test_who_gave_in_japanese_lists_of_political_gifts() -> None:
    found = told('一連番号,寄附者の氏名,金額（円）,年月日,住所,職業,備考\n1,山田太郎,"50,000",R2.2.1,東京都,会社員,\n')
    assert "2 receipt 2020-02-01 donor=山田太郎: JPY 50000日元 [50000JPY]" in found
