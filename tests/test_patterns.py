"""Patterns of the importer are compiled when they are first asked, and every one can be."""

import ast
import gc
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from donations import importers
from donations.domain.traditional import in_both
from donations.importers import patterns
from donations.importers.patterns import pattern_of

FOLDER = Path(importers.__file__).parent


def test_every_pattern_can_be_compiled() -> None:
    for module in pkgutil.walk_packages(importers.__path__, "donations.importers."):
        importlib.import_module(module.name)
    found = [each for each in gc.get_objects() if isinstance(each, patterns._Pattern)]
    assert len(found) > 500
    for each in found:
        re.compile(each.pattern, each._flags)
        re.compile(in_both(each.pattern), each._flags)


def test_a_pattern_is_compiled_once_and_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    honest = re.compile

    def compile_(text: str, flags: int) -> re.Pattern[str]:
        compiled.append(text)
        return honest(text, flags)

    monkeypatch.setattr(re, "compile", compile_)
    digits = pattern_of("[0-9]+(?P<unit>kg)", re.IGNORECASE)
    assert digits.pattern == "[0-9]+(?P<unit>kg)"
    assert compiled == []
    found = digits.fullmatch("12KG")
    assert found is not None
    assert found["unit"] == "KG"
    assert digits.sub("-", "1kg 2kg") == "- -"
    assert len(compiled) == 1


def test_a_pattern_has_nothing_else() -> None:
    with pytest.raises(AttributeError):
        _ = pattern_of("a").groupindex
    with pytest.raises(re.error):
        pattern_of("(").match("(")


def compiled_early(node: ast.AST) -> Iterator[ast.Call]:
    """Calls of re.compile outside of functions, but of bytes."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.FunctionDef | ast.Lambda):
            continue
        if isinstance(inner, ast.Call) and ast.unparse(inner.func) == "re.compile":
            text = inner.args[0]
            if not (isinstance(text, ast.Constant) and isinstance(text.value, bytes)):
                yield inner
        yield from compiled_early(inner)


def test_no_pattern_is_compiled_as_a_module_is_imported() -> None:
    """A small paper took a fifth longer where all were."""
    files = sorted(FOLDER.rglob("*.py"))
    early = [file.name for file in files if [*compiled_early(ast.parse(file.read_text(encoding="utf-8")))]]
    assert early == ["others.py"], "that one looks at bytes"
