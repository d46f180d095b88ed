"""A column of sums in which some wrote a word instead (金额/留言): each row stands by itself. All is invented."""

import pytest
from harness.tables import settings, sheet, told_of

from donations.importers.tables import tables


@pytest.mark.parametrize("heading", ["金额/留言", "打赏金额/寄语", "赞助金额/附言"])
def test_a_column_of_sums_or_words_holds_the_sums(heading: str) -> None:
    text = f"赞助者,{heading}\n周明,66.66\n王芳,天天开心\n李华,30元\n"
    table = next(iter(tables(sheet(text), settings("2020-03-01"))))
    told = list(told_of(table))
    assert "66.66" in told[1]
    assert "30" in told[3]
    assert "66.66" not in told[2]
    assert "天天开心" in told[2]
