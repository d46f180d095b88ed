"""Composed texts are read as the list beside this file says."""

import pytest
import readings

LISTED = readings.listed()
PART = 250


@pytest.mark.parametrize("first", range(0, len(LISTED), PART))
def test_texts_are_read_as_listed(first: int) -> None:
    part = LISTED[first : first + PART]
    assert [(text, readings.read(text)) for text, _ in part] == part
