"""What went back by the words of an account alone, 退张三多捐款: of the gift, where the book has it. All is invented."""

from pathlib import Path

import pytest
from harness.imports import imported, ledger  # noqa: F401
