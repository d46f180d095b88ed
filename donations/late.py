"""Modules that are loaded when something of them is first used, and not where they are imported.

Typer and what it imports ask for some of Python's own that hardly a command uses; to load them is a twelfth of a short command.
"""

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType

HARDLY_USED = ("ipaddress", "locale", "subprocess", "textwrap", "tokenize")
"""What Typer needs for addresses in a URL, error messages, a pager, docstrings and source code."""

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
