"""`python -m donations`: the same program as the console script."""

from donations.cli.app import main

if __name__ == "__main__":
    main()
