"""What was measured, as a table in Markdown and a picture, put between the marks of a page."""

import os
import platform
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from math import log10
from pathlib import Path
from typing import NamedTuple

from bench_targets import Pair

from donations.output.svg import escaped

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
MEASURED_WITH = ("donations", "sqlite-utils", "beancount", "beanquery", "duckdb")
_ACROSS, _LINE, _LEFT, _WIDE = 720, 18, 330, 300


class Found(NamedTuple):
    """What a pair came to: the median of the ratios, seconds of both, and the most memory of ours, in MB.

    `is_stopped`: the other one was not waited for to its end, so that the ratio is smaller than this.
    """

    pair: Pair
    ratio: float
    seconds: float
    other_seconds: float
    megabytes: float
    is_stopped: bool = False


def verdict(found: Found) -> str:
    """Kept or missed, where a target is set for this size."""
    pair = found.pair
    if pair.most is None or pair.entries < pair.at:
        return ""
    missed = found.ratio > pair.most or (pair.megabytes is not None and found.megabytes > pair.megabytes)
    return "**missed**" if missed else "kept"


def aim(pair: Pair) -> str:
    """The target in words."""
    if pair.most is None:
        return ""
    ratio = f"≤ {pair.most:g}" if pair.most >= 0.1 else f"≤ 1/{round(1 / pair.most)}"  # noqa: PLR2004 - so it reads better
    memory = f", ≤ {pair.megabytes:g} MB" if pair.megabytes else ""
    return f"{ratio}{memory}{f' at {pair.at:,}' if pair.at else ''}"


def table(results: Sequence[Found], missing: Iterable[Pair]) -> str:
    """All that was measured, and who was not there to be measured."""
    lines = [
        "| | what | entries | beside | ratio | target | | seconds, ours / theirs | MB, ours |",
        "|---|---|--:|---|--:|---|---|--:|--:|",
    ]
    rows = [(found.pair.target, index, row(found)) for index, found in enumerate(results)]
    absent = [
        (
            pair.target,
            len(rows),
            f"| {pair.target} | {pair.what} | {pair.entries:,} | {pair.against} | not installed | {aim(pair)} | | | |",
        )
        for pair in missing
    ]
    return "\n".join([*lines, *(text for _target, _index, text in sorted([*rows, *absent], key=lambda row: row[:2]))])


def row(found: Found) -> str:
    """A row of the table."""
    pair = found.pair
    least, more = ("< ", "over ") if found.is_stopped else ("", "")
    seconds = f"{found.seconds:.2f} / {more}{found.other_seconds:.2f}"
    return (
        f"| {pair.target} | {pair.what} | {pair.entries:,} | {pair.against} | {least}{found.ratio:.3g} | {aim(pair)} |"
        f" {verdict(found)} | {seconds} | {found.megabytes:.0f} |"
    )


def machine(rounds: int, seed: int) -> str:
    """Where, with what and when this was measured."""
    known = []
    for name in MEASURED_WITH:
        try:
            known.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            known.append(f"{name} not installed")
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {platform.system()} {platform.machine()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; {', '.join(known)};"
        f" medians of {rounds} pairs (of up to 15 where both are quick), seed {seed}, load {os.getloadavg()[0]:.1f} at the end."
    )


def picture(results: Sequence[Found]) -> str:
    """A bar for each ratio, on a scale of powers of ten: to the left of the line we are quicker."""
    bounds = [log10(found.ratio) for found in results]
    low, high = min(-1.0, *bounds), max(1.0, *bounds)

    def across(value: float) -> float:
        return _LEFT + (value - low) / (high - low) * _WIDE

    height = (len(results) + 2) * _LINE
    parts = [f'<line x1="{across(0):.0f}" x2="{across(0):.0f}" y1="{_LINE}" y2="{height - _LINE}" stroke="#9aa5b1"/>']
    for number, (found, value) in enumerate(zip(results, bounds, strict=True), 1):
        pair, middle = found.pair, (number + 0.5) * _LINE
        left, right = sorted((across(0), across(value)))
        colour = "#b8672e" if "missed" in verdict(found) else "#1f6f8b"
        said = escaped(f"{pair.target} {pair.what} beside {pair.against} ({pair.entries:,})")
        parts += [
            f'<text x="0" y="{middle:.0f}">{said}</text>',
            f'<rect x="{left:.1f}" y="{middle - 9:.0f}" width="{max(1.0, right - left):.1f}" height="11" fill="{colour}"/>',
            f'<text x="{_LEFT + _WIDE + 8}" y="{middle:.0f}">{found.ratio:.3g}</text>',
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_ACROSS} {height}" font-size="11" fill="#1f2933">'
        f'<title>Time of ours divided by theirs, powers of ten</title><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def put(page: Path, measured: str) -> None:
    """Put what was measured between the marks of `page`."""
    text = page.read_text(encoding="utf-8")
    before, _mark, rest = text.partition(BEGIN)
    _old, mark, after = rest.partition(END)
    if not mark:
        raise SystemExit(f"{page}: no {BEGIN} … {END}")
    page.write_text(f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}", encoding="utf-8")
