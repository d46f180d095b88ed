"""Modules that are loaded when something of them is first used, and not where they are imported.

Typer and what it imports ask for some of Python's own that hardly a command uses; to load them is a twelfth of a short command.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType

HARDLY_USED = ("bz2", "ipaddress", "locale", "lzma", "platform", "shellingham", "subprocess", "textwrap", "tokenize")
"""What Typer needs for archives, addresses in a URL, error messages, completion, a pager, docstrings and source code."""
COMPARED = {"uuid": "UUID"}
"""Of which Typer needs a class only, to hold the kinds of parameters against: the module looks into what system it is on, a thirtieth of a short command."""

_loading = RLock()
_being_loaded: list[ModuleType] = []


class _Late(ModuleType):
    """A module of which nothing is there yet but its name and where it comes from."""

    def __getattr__(self, name: str) -> object:
        """Load the module, and give what was asked for; raises AttributeError as modules do, ImportError as loading it does."""
        with _loading:  # of two threads that ask, the second waits until all of it is there
            spec = self.__spec__
            if type(self) is _Late and self not in _being_loaded and spec is not None and spec.loader is not None:
                _being_loaded.append(self)  # what it asks of itself meanwhile isn't there yet
                try:
                    spec.loader.exec_module(self)
                    self.__class__ = ModuleType  # type: ignore[assignment]  # Python allows it between classes of modules
                finally:
                    _being_loaded.remove(self)
        return ModuleType.__getattribute__(self, name)


def imported(*names: str) -> None:
    """Import these modules, and load each where something of it is first used; those that are loaded, or aren't there, stay as they are."""
    for name in names:
        if name not in sys.modules and (spec := find_spec(name)) is not None:
            sys.modules[name] = module = module_from_spec(spec)
            module.__class__ = _Late


@contextmanager
def compared(**classes: str) -> Iterator[None]:
    """While Typer is loaded, a class of the name stands for each of these modules; afterwards they are imported as ever."""
    stand_ins = {name: ModuleType(name) for name in classes if name not in sys.modules}
    for name, module in stand_ins.items():
        setattr(module, classes[name], type(classes[name], (), {}))
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
