"""A column of parties of whom nothing says whether they gave or received is shown as that, in words of people. All is invented."""

from pathlib import Path

from conftest import Desk


def test_what_may_be_either_is_said_in_words(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("日期,医院,数量,物资,单位\n2020-02-01,市一院,5,口罩,个\n", encoding="utf-8")
    answer = desk.run(f"import {tmp_path / 'list.csv'} --dry-run")
    assert "医院 → giver or receiver" in answer.out
