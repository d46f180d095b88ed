"""Which small faults (mutants) can be put into a Python file: one change each, made in the text, all else as it was.

What is never changed: docstrings, annotations, decorators, assert and `strict=` (they watch for our own mistakes), `__all__`, what stands
under `if TYPE_CHECKING`, and sentences marked for translation. See mutants.py for what they are for.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path

_COMPARED = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.In: (r"\bin\b", "not in"), ast.NotIn: (r"not\s+in\b", "in"),
    ast.Is: (r"\bis\b", "is not"), ast.IsNot: (r"is\s+not\b", "is"),
}  # fmt: skip
_COMPUTED = {
    ast.Add: (r"\+", "-"), ast.Sub: ("-", "+"), ast.Mult: (r"\*", "//"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "//"), ast.Pow: (r"\*\*", "*"), ast.BitOr: (r"\|", "&"), ast.BitAnd: ("&", "|"),
}  # fmt: skip
_OTHER_CALL = {
    "min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "startswith": "endswith",
    "endswith": "startswith", "partition": "rpartition", "rpartition": "partition", "find": "rfind", "rfind": "find",
    "union": "intersection", "removeprefix": "removesuffix", "removesuffix": "removeprefix",
}  # fmt: skip
_LEFT_OUT_CALLS = ("strip", "lstrip", "rstrip", "lower", "upper", "casefold")
_SQL = re.compile(r"\bselect\b")
_OTHER_SQL = (
    (r" < ", " <= "), (r" > ", " >= "), (r"<>", "="), (r" = ", " <> "), (r" \+ ", " - "), (r" - ", " + "),
    (r"\band\b", "or"), (r"\bor\b", "and"), (r"is not null", "is null"), (r"is null", "is not null"),
    (r"left join", "join"), (r"not exists", "exists"), (r"\bunion all\b", "except"), (r"\bdesc\b", ""),
)  # fmt: skip
_MARKS = ("N_", "_")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the bytes from `start` to `end` of `file` (relative to the root) become `text`.

    `lines`: those of the statement it stands in; `names`: what that statement gives a value to where it runs at import
    (a table, a default), else empty: then the tests that run those lines are the ones that can see the change.
    """

    file: str
    start: int
    end: int
    text: str
    kind: str
    lines: range
    names: tuple[str, ...]

    def applied(self, source: bytes) -> bytes:
        """`source` with the change."""
        return source[: self.start] + self.text.encode() + source[self.end :]

    def place(self, source: bytes) -> str:
        """What it changes into what, in words that stay the same where other statements change."""
        begin = source.rfind(b"\n", 0, self.start) + 1
        line = source[begin : source.find(b"\n", self.end)]
        return f"{self.file} {self.start - begin} {self.end - begin} {self.text} {line.decode()}"

    def diff(self, source: bytes) -> str:
        """The change as people read it."""
        before, after = source.decode().splitlines(), self.applied(source).decode().splitlines()
        lines = list(unified_diff(before, after, self.file, self.kind, lineterm="", n=1))
        return "\n".join(lines)


def mutants_of(root: Path, file: str) -> list[Mutant]:
    """Every mutant of the file, in the order they stand; few of them may be none (see `is_sound`)."""
    source = (root / file).read_bytes()
    return list(dict.fromkeys(_Search(file, source).of(ast.parse(source))))


def is_sound(mutant: Mutant, source: bytes) -> bool:
    """Whether Python can read the changed source, and reads something else in it."""
    try:
        changed = ast.parse(mutant.applied(source))
    except SyntaxError:
        return False
    return ast.dump(changed) != ast.dump(ast.parse(source))


class _Search:
    """Walks a tree of syntax and says what could be changed."""

    def __init__(self, file: str, source: bytes) -> None:
        self._file = file
        self._source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._lines = range(0)
        self._names: tuple[str, ...] = ()

    def of(self, tree: ast.Module) -> Iterator[Mutant]:
        yield from self._body(tree.body, inside=False, owner=())

    def _body(self, body: list[ast.stmt], *, inside: bool, owner: tuple[str, ...]) -> Iterator[Mutant]:
        for statement in body:
            yield from self._statement(statement, inside=inside, owner=owner, alone=len(body) == 1)

    def _statement(self, statement: ast.stmt, *, inside: bool, owner: tuple[str, ...], alone: bool) -> Iterator[Mutant]:
        """Changes of one statement; `inside` a function, of a class named `owner`, `alone` in its block."""
        if _is_left_alone(statement):
            return
        below = [part for name in ("body", "orelse", "finalbody") for part in getattr(statement, name, ())]
        below += [part for handler in getattr(statement, "handlers", ()) for part in handler.body]
        last = (below[0].lineno - 1) if below else statement.end_lineno
        lines = range(statement.lineno, max(last or 0, statement.lineno) + 1)
        names = () if inside else (_bound(statement) or owner)
        self._lines, self._names = lines, names
        yield from self._whole(statement, alone=alone)
        for part in _parts(statement):
            self._lines, self._names = lines, names
            yield from self._expression(part, statement)
        is_function = isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef))
        owned = (statement.name,) if isinstance(statement, ast.ClassDef) else owner
        yield from self._body(below, inside=inside or is_function, owner=owned)

    def _whole(self, statement: ast.stmt, *, alone: bool) -> Iterator[Mutant]:
        match statement:
            case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Delete() | ast.AugAssign():
                yield self._changed(statement, "pass", "statement removed")
            case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
                yield self._changed(statement, "pass", "statement removed")
            case ast.Assign(value=value) if not isinstance(value, ast.Constant) and not self._names:
                yield self._changed(value, "None", "nothing assigned")
            case ast.Continue() | ast.Break():
                yield self._changed(statement, "pass", "statement removed")
            case ast.Raise() if not alone:
                yield self._changed(statement, "pass", "statement removed")
            case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
                yield self._changed(value, "None", "returns nothing")
            case ast.If(test=test):
                yield from (self._changed(test, always, "condition") for always in ("True", "False"))
            case ast.While(test=test):
                yield self._changed(test, "False", "condition")
            case _:
                pass
        if isinstance(statement, ast.AugAssign) and type(statement.op) in _COMPUTED:
            yield from self._between(statement.target, statement.value, *_COMPUTED[type(statement.op)], "arithmetic")

    def _expression(self, node: ast.AST, parent: ast.AST) -> Iterator[Mutant]:
        """Changes of an expression and of what stands in it."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS:
            return
        yield from self._here(node, parent)
        if not isinstance(node, ast.JoinedStr):  # Python 3.11 doesn't say where the parts of an f-string stand
            for part in _children(node):
                yield from self._expression(part, node)

    def _here(self, node: ast.AST, parent: ast.AST) -> Iterator[Mutant]:  # noqa: C901 - one case a sort of expression
        match node:
            case ast.Compare(left=left, ops=operators, comparators=others):
                for before, operator, behind in zip([left, *others], operators, others, strict=False):
                    yield from self._between(before, behind, *_COMPARED[type(operator)], "comparison")
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _COMPUTED:
                yield from self._between(left, right, *_COMPUTED[type(operator)], "arithmetic")
            case ast.BoolOp(op=operator, values=values):
                swap = (r"\band\b", "or") if isinstance(operator, ast.And) else (r"\bor\b", "and")
                for before, behind in pairwise(values):
                    yield from self._between(before, behind, *swap, "and, or")
            case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
                yield self._changed(node, self._text(operand), "not, minus")
            case ast.IfExp(test=test):
                yield from (self._changed(test, always, "condition") for always in ("True", "False"))
            case ast.comprehension(ifs=tests):
                yield from (self._changed(test, "True", "condition") for test in tests)
            case ast.Call(func=ast.expr()):
                yield from self._call(node)
            case ast.Constant() | ast.JoinedStr():
                yield from self._constant(node, parent)
            case _:
                pass

    def _call(self, call: ast.Call) -> Iterator[Mutant]:
        called = call.func
        if isinstance(called, ast.Name) and called.id in _OTHER_CALL:
            yield self._changed(called, _OTHER_CALL[called.id], "call")
        if isinstance(called, ast.Attribute) and called.attr in _OTHER_CALL:
            yield self._changed(called, f"{self._text(called.value)}.{_OTHER_CALL[called.attr]}", "call")
        if isinstance(called, ast.Attribute) and called.attr in _LEFT_OUT_CALLS:
            yield self._changed(call, self._text(called.value), "call left out")
        if not self._text(call.func).startswith("errors."):  # facts of a sentence
            arguments: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
            for each in call.keywords:
                if each.arg not in (None, "strict") and len(arguments) > 1:
                    kept = [self._text(one) for one in arguments if one is not each]
                    yield self._changed(call, f"{self._text(called)}({', '.join(kept)})", "argument left out")

    def _constant(self, node: ast.Constant | ast.JoinedStr, parent: ast.AST) -> Iterator[Mutant]:
        text = self._text(node)
        if _SQL.search(text):
            for pattern, other in _OTHER_SQL:
                for found in re.finditer(pattern, text):
                    yield self._changed(node, text[: found.start()] + other + text[found.end() :], "SQL")
        elif isinstance(node, ast.JoinedStr):
            yield self._changed(node, f'("XX" + {text})', "text")
        elif isinstance(node.value, bool) and not _is_strict(parent):
            yield self._changed(node, str(not node.value), "truth")
        elif isinstance(node.value, int) and not isinstance(node.value, bool):
            yield self._changed(node, str(node.value + 1), "number")
        elif isinstance(node.value, str):
            # a set of characters is changed by one of them
            shorter = len(node.value) > 1 and (_is_stripped(parent) or isinstance(parent, ast.Compare))
            yield self._changed(node, repr(node.value[:-1] if shorter else f"XX{node.value}XX"), "text")

    def _between(self, left: ast.expr, right: ast.expr, old: str, new: str, kind: str) -> Iterator[Mutant]:
        """The operator between two expressions changed."""
        start, end = self._span(left)[1], self._span(right)[0]
        gap = self._source[start:end].decode()
        if found := re.search(old, gap):
            yield self._mutant(start, end, gap[: found.start()] + new + gap[found.end() :], kind)

    def _changed(self, node: ast.expr | ast.stmt, text: str, kind: str) -> Mutant:
        start, end = self._span(node)
        return self._mutant(start, end, text, kind)

    def _mutant(self, start: int, end: int, text: str, kind: str) -> Mutant:
        return Mutant(self._file, start, end, text, kind, self._lines, self._names)

    def _span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[node.end_lineno - 1] + node.end_col_offset

    def _text(self, node: ast.expr | ast.stmt | ast.keyword) -> str:
        start, end = self._span(node)
        return self._source[start:end].decode()


def _is_left_alone(statement: ast.stmt) -> bool:
    match statement:
        case ast.Assert() | ast.Import() | ast.ImportFrom() | ast.Expr(ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case _:
            return False


def _parts(statement: ast.stmt) -> Iterator[ast.AST]:
    """The expressions of a statement's own line: not what stands below it, no annotation, no decorator."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
        yield from statement.args.defaults
        yield from (default for default in statement.args.kw_defaults if default is not None)
    elif not isinstance(statement, ast.ClassDef):
        yield from (part for part in _children(statement) if isinstance(part, (ast.expr, ast.withitem)))


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, ast.arguments):
                yield from part.defaults
            elif isinstance(part, ast.AST) and not isinstance(part, (ast.expr_context, ast.operator)):
                yield part


def _bound(statement: ast.stmt) -> tuple[str, ...]:
    """The names that a statement gives a value to."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return (statement.name,)
    targets = [*getattr(statement, "targets", ()), *filter(None, [getattr(statement, "target", None)])]
    return tuple(name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name))


def _is_strict(parent: ast.AST) -> bool:
    """Whether it is said whether rows of one length are zipped."""
    return isinstance(parent, ast.keyword) and parent.arg == "strict"


def _is_stripped(parent: ast.AST) -> bool:
    return (
        isinstance(parent, ast.Call)
        and isinstance(parent.func, ast.Attribute)
        and parent.func.attr in ("strip", "lstrip", "rstrip")
    )
