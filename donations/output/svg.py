"""Pictures as SVG that reads in light, in dark, on paper and without eyes: shapes and texts only, all texts escaped."""

from collections.abc import Iterator
from datetime import date

from donations.output.cells import Reader
from donations.output.pictures import Mark, Picture
from donations.output.width import width, wrap
from donations.reports.table import Shape

ACROSS = 360
"""Units of a picture's width: those of a telephone, so that letters stay as large as they are meant."""

_LETTER, _LINE = 12, 15
"""Units: the height of a letter and of a line."""

_BAR, _GAP, _LEGEND = 14, 8, 22
_LABEL_CELLS = 14
_COLOURS = ("#1f6f8b", "#7a9e3a", "#b8672e", "#c9a227")
_INK, _LINE_INK = "#1f2933", "#9aa5b1"
_HIGH, _LOW = 24, 150
"""Where the highest figure and zero stand in a picture of steps."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """`text` (cleaned) as the content of an element or an attribute, in HTML and in XML."""
    return text.translate(_ESCAPES)


def drawn(picture: Picture, reader: Reader, name: str) -> str:
    """`picture` as one element; `name` tells its parts from those of others in the same document."""
    inside, height = _steps(picture) if picture.shape is Shape.STEPS else _bars(picture)
    title = f"{picture.title} · {reader.say(', ').join(picture.figures)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-t {name}-d" viewBox="0 0 {ACROSS} {height}"'
        f' font-family="Noto Sans SC" font-size="{_LETTER}" fill="{_INK}">'
        f'<title id="{name}-t">{escaped(title)}</title><desc id="{name}-d">{escaped(picture.told(reader))}</desc>'
        f"{''.join(inside)}</svg>"
    )


def _text(x: int, y: int, content: str, *, anchor: str = "start", role: str = "t") -> str:
    return f'<text class="{role}" x="{x}" y="{y}" text-anchor="{anchor}">{escaped(content)}</text>'


def _units(text: str) -> int:
    """Enough for the letters of any computer: a digit is up to two thirds as wide as it is high."""
    return width(text) * 7


# --- bars


def _bars(picture: Picture) -> tuple[list[str], int]:
    labels = [wrap(label, _LABEL_CELLS) for label in picture.labels]
    left = max(_units(line) for lines in labels for line in lines) + _GAP
    room = ACROSS - left - max(_units(mark.text) for marks in picture.marks for mark in marks) - _GAP
    sizes = [mark.minor or 0 for marks in picture.marks for mark in marks]
    below, above = max(0, -min(sizes)), max(0, *sizes)
    scale = (room, below + above or 1)
    zero = left + below * room // scale[1]
    parts, y = _legend(picture), _LEGEND
    for lines, marks in zip(labels, picture.marks, strict=True):
        parts += [_text(left - _GAP, y + _LETTER - 1 + at * _LINE, line, anchor="end") for at, line in enumerate(lines)]
        shown = [(colour, mark) for colour, mark in zip(picture.colours, marks, strict=True) if mark.text]
        for at, (colour, mark) in enumerate(shown):
            parts += _bar(mark, zero, y + at * (_BAR + 2), scale, colour)
        y += max(len(lines) * _LINE, len(shown) * (_BAR + 2)) + _GAP
    parts.append(f'<path class="axis" d="M{zero} {_LEGEND - 3}V{y - _GAP + 2}" stroke="{_LINE_INK}" fill="none"/>')
    return parts, y


def _legend(picture: Picture) -> list[str]:
    parts, x = [], 0
    for colour, title in zip(picture.colours, picture.figures, strict=True):
        parts.append(f'<rect class="b{colour}" fill="{_COLOURS[colour]}" x="{x}" y="2" width="10" height="10"/>')
        parts.append(_text(x + 14, _LETTER - 1, title))
        x += 14 + _units(title) + 2 * _GAP
    return parts


def _bar(mark: Mark, zero: int, y: int, scale: tuple[int, int], colour: int) -> Iterator[str]:
    room, most = scale
    minor = mark.minor or 0
    length = max(1, abs(minor) * room // most) if minor else 0
    x = zero - length if minor < 0 else zero
    if length:
        about = f' fill-opacity="0.45" stroke="{_COLOURS[colour]}" stroke-dasharray="3 2"' if mark.is_about else ""
        yield f'<rect class="b{colour}" fill="{_COLOURS[colour]}"{about} x="{x}" y="{y}" width="{length}" height="{_BAR}"/>'
    yield _text((zero if minor < 0 else x + length) + 4, y + _LETTER - 1, mark.text)


# --- steps


def _steps(picture: Picture) -> tuple[list[str], int]:
    marks = [marks[0] for marks in picture.marks]
    days = [date.fromisoformat(label).toordinal() for label in picture.labels]
    most = max(1, *(mark.minor or 0 for mark in marks))
    highest = max(marks, key=lambda mark: mark.minor or 0)
    span = days[-1] - days[0] or 1
    across = ACROSS - _units(marks[-1].text) - _GAP
    points = [
        ((day - days[0]) * across // span, _LOW - max(0, mark.minor or 0) * (_LOW - _HIGH) // most)
        for day, mark in zip(days, marks, strict=True)
    ]
    path = f"M0 {points[0][1]}" + "".join(f"H{x}V{y}" for x, y in points[1:])
    area = f"{path}V{_LOW}H0Z"
    parts = [
        f'<path class="axis" d="M0 {_LOW}H{across}M0 {_HIGH}H{across}" stroke="{_LINE_INK}" stroke-width="0.5" fill="none"/>',
        f'<path class="b0" d="{area}" fill="{_COLOURS[0]}" fill-opacity="0.18"/>',
        f'<path class="l0" d="{path}" fill="none" stroke="{_COLOURS[0]}" stroke-width="2" stroke-linejoin="round"/>',
        _text(0, _HIGH - 6, highest.text),
        _text(0, _LOW + _LINE, picture.labels[0]),
        _text(across, _LOW + _LINE, picture.labels[-1], anchor="end"),
        f'<circle class="b0" cx="{across}" cy="{points[-1][1]}" r="3" fill="{_COLOURS[0]}"/>',
        _text(across + _GAP, points[-1][1] + 4, marks[-1].text),
    ]
    return parts, _LOW + _LINE + 6
