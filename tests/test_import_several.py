"""Names in papers that read as several: kept as one, which is said, with how to part them; and what is said where nothing was taken."""

import json
import re
from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

TOGETHER = (
    "日期,捐赠人,金额（元）\n2020.2.1,李建国、王秀英,200\n2020.2.2,李建国,100\n2020.2.3,晨光建材公司；晚霞商贸公司,300\n"
    "2020.2.3,和平、友谊,5\n2020.2.4,王五、,7\n"
)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_new_name_that_reads_as_several_is_told_with_how_to_part_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """It became one donor 李建国、王秀英 without a word, whom no statement of 李建国 knows; typed it is refused."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    path = file(tmp_path, "a.csv", TOGETHER)
    told = desk.do(f"import {path} --yes").out
    commands = re.findall(r"`donations correct N ([^`]*)`", told)
    assert commands == ["李建国 --with 王秀英", "晨光建材公司 --with 晚霞商贸公司"]
    desk.do(f"correct 1 {commands[0]}")
    assert "李建国、王秀英" in {row["donor"] for row in desk.read("ledger --party 王秀英")}
    again = json.loads(desk.do(f"import {path} --yes --format json").out)
    assert (again["entries"], again["several_in_one"]) == (0, [])


def test_names_that_read_as_several_stand_in_the_json(desk: Desk, tmp_path: Path) -> None:
    told = json.loads(desk.do(f"import {file(tmp_path, 'a.csv', TOGETHER)} --dry-run --format json").out)
    assert told["several_in_one"][0] == {"name": "李建国、王秀英", "parts": ["李建国", "王秀英"]}
    assert len(told["several_in_one"]) == 2


def test_of_recipients_it_is_told_alike(desk: Desk, tmp_path: Path) -> None:
    desk.do("adjust opening 口罩100个")
    path = file(tmp_path, "a.csv", "日期,接收单位,物资名称,数量\n2020.2.1,江州第一医院、江州第二医院,口罩,5个\n")
    told = desk.do(f"import {path} --opening --yes").out
    assert "`--to 江州第二医院`" in told
    number = desk.read("ledger --party 江州第一医院、江州第二医院")[0]["entry"]
    desk.do(f"correct {number} 江州第一医院 --to 江州第二医院 --new")
    assert desk.read("ledger --party 江州第一医院")[-1]["recipient"] == "江州第一医院、江州第二医院"


def test_rows_that_are_new_and_not_imported_are_not_called_nothing_new(desk: Desk, tmp_path: Path) -> None:
    """“Nothing new” stood below “1 new, 1 that can't be taken”."""
    path = file(tmp_path, "a.csv", "日期,捐赠人,金额（元）\n2020.2.1,李华,200\n2020.2.30,王芳,100\n")
    told = desk.run(f"import {path} --yes")
    assert (told.code, "Nothing new" in told.out, "No entry was made." in told.out) == (65, False, True)
    desk.do(f"import {path} --accept-good --yes")
    assert "Nothing new" in desk.run(f"import {path} --yes").out
    never = file(tmp_path, "b.csv", "日期,捐赠人,金额（元）\n2020.2.30,王芳,100\n")
    told = desk.run(f"import {never} --yes")
    assert ("Nothing new" in told.out, "No entry was made." in told.out) == (False, True)


def test_who_imports_sums_alone_is_told_what_to_import(desk: Desk, tmp_path: Path) -> None:
    """Three rows were passed over as figures of a statistic, and nothing said how the gifts get into the book."""
    path = file(tmp_path, "a.csv", "项目,金额\n捐款总额,35203.21\n支出总额,17912.50\n结余,17290.71\n")
    said = "This table has sums alone: import the list that they are of"
    assert said in desk.do(f"import {path} --yes").out
    gifts = file(tmp_path, "b.csv", "日期,捐赠人,金额（元）\n2020-02-01,王芳,100\n")
    assert said not in desk.do(f"import {gifts} --yes").out
