"""The way in: the console script, and `python -m donations`."""

import atexit
import gc
import os

from donations import late
from donations.cli import signals

_OBJECTS_AT_ONCE = 50_000
"""How many objects more than before are looked through for garbage: some hundred rows at a time come and go without."""


def main() -> None:
    """Run the command line; while the program is still being loaded, a signal ends it at once."""
    signals.leave_at_once()
    gc.disable()  # what is loaded stays until the end: looking through it for garbage is a tenth of a short command
    late.imported(*late.HARDLY_USED)
    with late.compared(**late.COMPARED):
        from donations.cli.app import main as run

    gc.freeze()
    gc.set_threshold(_OBJECTS_AT_ONCE)
    gc.enable()
    try:
        run()
    except SystemExit as left:
        if not isinstance(left.code, int):
            raise
        atexit._run_exitfuncs()  # noqa: SLF001 - what libraries asked for is done, as ever
        os._exit(left.code)  # all is written; to take the program apart by hand would be a part of every short command


if __name__ == "__main__":
    main()
