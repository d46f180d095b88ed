"""Which functions use a table, a constant or a default: what runs at import, in the name of no test."""

import ast
from collections.abc import Callable
from functools import cache
from pathlib import Path

Uses = dict[str, list[tuple[str, range]]]


def users_of(root: Path, package: str) -> Callable[[tuple[str, ...]], tuple[tuple[str, range], ...]]:
    """Gives what finds, for some names, the functions of the package that use one of them, by file and lines.

    A name used by another statement that runs at import leads on to the names which that one gives a value to. Names are
    told apart by how they are written alone, so it finds too many functions rather than too few.
    """
    functions: Uses = {}
    leads: dict[str, set[str]] = {}
    for path in sorted((root / package).rglob("*.py")):
        file = path.relative_to(root).as_posix()
        _read(ast.parse(path.read_bytes()).body, file, (), functions, leads)

    @cache
    def users(names: tuple[str, ...]) -> tuple[tuple[str, range], ...]:
        known, waiting = set(names), list(names)
        while waiting:
            new = leads.get(waiting.pop(), set()) - known
            known |= new
            waiting += new
        return tuple(use for name in sorted(known) for use in functions.get(name, ()))

    return users


def _read(body: list[ast.stmt], file: str, owner: tuple[str, ...], functions: Uses, leads: dict[str, set[str]]) -> None:
    for statement in body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([statement.lineno, *(each.lineno for each in statement.decorator_list)])
            lines = range(first, (statement.end_lineno or first) + 1)
            for name in {*_names(statement), statement.name}:
                functions.setdefault(name, []).append((file, lines))
        elif isinstance(statement, ast.ClassDef):
            _read(statement.body, file, (statement.name,), functions, leads)
        else:
            given = {node.id for node in ast.walk(statement) if _is_given(node) and isinstance(node, ast.Name)}
            for name in _names(statement):
                leads.setdefault(name, set()).update(given, owner)


def _is_given(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def _names(node: ast.AST) -> set[str]:
    found = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return found | {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
