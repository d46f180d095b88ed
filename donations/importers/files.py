"""A file → its sheets."""

import csv
from collections.abc import Iterator
from pathlib import Path

from donations import errors
from donations.importers.sheet import Opening, Sheet


def sheets(path: Path, opening: Opening) -> Iterator[Sheet]:
    """The one sheet of a CSV. Raises NoFile, CannotRead, NotText."""
    try:
        with path.open(encoding=opening.encoding or "utf-8-sig", newline="") as stream:
            yield Sheet(None, ((number, row) for number, row in enumerate(csv.reader(stream), 1) if any(row)))
    except FileNotFoundError:
        raise errors.NoFile(path=path) from None
    except UnicodeDecodeError:
        raise errors.NotText(got=path.name) from None
    except OSError as error:
        raise errors.CannotRead(path=path, reason=error.strerror or type(error).__name__) from error
