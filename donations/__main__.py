"""The way in: the console script, and `python -m donations`."""

from donations.cli import signals


def main() -> None:
    """Run the command line; while the program is still being loaded, a signal ends it at once."""
    signals.leave_at_once()
    from donations.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
