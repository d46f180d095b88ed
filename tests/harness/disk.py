"""The disk under a process: built from disk.c, read back as events, and power cuts played back from them."""

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
SOURCE = Path(__file__).with_name("disk.c")


def compiler() -> str | None:
    """The C compiler, if there is one and the system can load a library before others."""
    return shutil.which("cc") if os.uname().sysname == "Linux" else None


def build(folder: Path) -> Path:
    """Compile the library into `folder`; its path."""
    library = folder / "disk.so"
    command = [compiler() or "cc", "-O1", "-shared", "-fPIC", "-w", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, timeout=120)
    return library


@dataclass(frozen=True, slots=True)
class Event:
    """One thing done to the folder: see disk.c for the letters."""

    what: str
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = b""


def events(log: Path) -> list[Event]:
    """What was written down, in order. Paths are what stands behind the last slash; the folder itself is `.`."""
    found = []
    text, at = log.read_bytes(), 0
    while at < len(text):
        end = text.index(b"\n", at)
        what, offset, length, paths = text[at:end].decode().split(" ", 3)
        size = int(length)
        path, _tab, other = paths.partition("\t")
        found.append(Event(what, path, other, int(offset), text[end + 1 : end + 1 + size]))
        at = end + 1 + size
    return found


@dataclass(eq=False)
class File:
    """A file on the simulated disk: what is there for certain, and what was done to it since it was last synced."""

    kept: bytes = b""
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is there for certain."""
        self.kept, self.pending = self.after(lambda: True), []

    def after(self, stays: Callable[[], bool]) -> bytes:
        """What is there after a cut: of what is pending each sector, and each change of length, that `stays`."""
        content = bytearray(self.kept)
        for event in self.pending:
            if event.what == "T":
                if stays():
                    content[event.offset :] = bytes(max(0, event.offset - len(content)))
                continue
            for begin, part in sectors(event.offset, event.data):
                if stays():
                    content.extend(bytes(max(0, begin - len(content))))
                    content[begin : begin + len(part)] = part
        return bytes(content)


def sectors(offset: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of `data` at `offset` that lie in one sector each."""
    end = offset + len(data)
    while offset < end:
        until = min(end, (offset // SECTOR + 1) * SECTOR)
        yield offset, data[len(data) - (end - offset) : len(data) - (end - until)]
        offset = until


class Disk:
    """The folder as a power cut finds it: names and contents, certain and pending.

    The pessimistic model: nothing is on disk before it was synced; names made and removed are on disk in their order up
    to some point, and all of them only after the folder was synced.
    """

    def __init__(self, folder: str, before: dict[str, bytes]) -> None:
        self.folder = folder
        self.names = {f"{folder}/{name}": File(content) for name, content in before.items()}
        self.certain = dict(self.names)
        self.pending: list[dict[str, File | None]] = []

    def play(self, event: Event) -> None:
        """Let one event happen."""
        if event.what == "S" and event.path == self.folder:
            self.certain, self.pending = dict(self.names), []
        elif event.what == "S" and event.path in self.names:
            self.names[event.path].sync()
        elif event.what in "WT" and event.path in self.names:
            self.names[event.path].pending.append(event)
        elif event.what == "C":
            self._name({event.path: File()})
        elif event.what == "U":
            self._name({event.path: None})
        elif event.what == "L":
            self._name({event.path: self.names[event.other]})
        elif event.what == "R":  # both at once
            self._name({event.path: self.names[event.other], event.other: None})

    def _name(self, change: dict[str, File | None]) -> None:
        _set(self.names, change)
        self.pending.append(change)

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """What lies in the folder after a power cut now: file names with their bytes."""
        names = dict(self.certain)
        for change in self.pending[: chance.randint(0, len(self.pending))]:
            _set(names, change)
        share = chance.choice((0.0, 0.5, 1.0, chance.random()))
        return {path.rpartition("/")[2]: file.after(lambda: chance.random() < share) for path, file in names.items()}


def _set(names: dict[str, File], change: dict[str, File | None]) -> None:
    for path, file in change.items():
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def power_cut(
    log: Sequence[Event], folder: Path, before: dict[str, bytes], at: int, chance: random.Random
) -> dict[str, bytes]:
    """What a power cut after the first `at` events leaves of a folder that held `before`."""
    disk = Disk(str(folder), before)
    for event in log[:at]:
        disk.play(event)
    return disk.cut(chance)
