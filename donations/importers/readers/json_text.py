"""A text of JSON → its value, with its numbers as they are written; lines of objects are a list."""

import json
from typing import Any

from donations import errors
from donations.importers.readers.text import LINE_ENDS


class _Twice(ValueError):  # noqa: N818 - no fault of the program
    """An object that says a thing twice, of which one would be lost."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def parsed(file: str, content: str) -> Any:  # noqa: ANN401 - JSON
    """The value that the content of a file is. Raises WrongJSON, KeyTwice, DamagedPaper."""
    try:
        return _value(content)
    except json.JSONDecodeError as error:
        raise errors.WrongJSON(file=file, line=error.lineno) from error
    except _Twice as error:
        raise errors.KeyTwice(file=file, key=error.key) from error
    except (ValueError, RecursionError) as error:
        raise errors.DamagedPaper(file=file, part="JSON") from error


def are_records(held: list[Any]) -> bool:
    """Whether a list holds nothing but objects, or nothing but lists."""
    return bool(held) and any(all(isinstance(each, sort) for each in held) for sort in (dict, list))


def _value(content: str) -> Any:  # noqa: ANN401
    try:
        return _loaded(content)
    except json.JSONDecodeError:
        lines = [(at, line) for at, line in enumerate(LINE_ENDS.split(content), 1) if line.strip()]
        if not lines[1:] or not all(line.lstrip().startswith("{") for _, line in lines):
            raise
        return [_loaded_at(at, line) for at, line in lines]


def _loaded(text: str) -> Any:  # noqa: ANN401
    return _without_nothing(
        json.loads(text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_object)
    )


def _loaded_at(number: int, line: str) -> Any:  # noqa: ANN401
    """The value of a line by itself; what is wrong with it is told with the number of the line."""
    try:
        return _loaded(line)
    except json.JSONDecodeError as error:
        error.lineno = number
        raise


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; one that says a thing twice is refused, since one of the two would be lost."""
    made = {key: _without_nothing(value) for key, value in pairs}
    if len(made) < len(pairs):
        said = [key for key, _ in pairs]
        raise _Twice(next(key for place, key in enumerate(said) if key in said[:place]))
    return made


def _without_nothing(value: Any) -> Any:  # noqa: ANN401
    """A list of records without the null that stands among them where a program had none; anything else as it is."""
    some = [each for each in value if each is not None] if isinstance(value, list) else []
    return some if are_records(some) else value
