"""The words of the program's own tables are read as the list beside this file says, and all of them stand in it."""

import pytest
import words

LISTED = words.listed()


def test_every_word_of_the_tables_is_listed() -> None:
    missing = {
        reader: set(every) - {word for word, _ in LISTED.get(reader, [])} for reader, every in words.tables().items()
    }
    assert not any(missing.values()), "python tests/words.py writes the list anew"


@pytest.mark.parametrize("reader", words.READERS)
def test_words_are_read_as_listed(reader: str) -> None:
    found = [(word, words.READERS[reader](word)) for word, _ in LISTED[reader]]
    assert found == LISTED[reader]
