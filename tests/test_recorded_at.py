"""recorded_at is a column of many programs; our own reports have it too, and are no papers of others. All is invented."""

from harness.tables import told

from donations.importers.words.row_reasons import PAPER


def test_a_list_of_another_program_may_say_when_it_was_recorded() -> None:
    """It was taken for a report of this program, and refused."""
    rows = told("name,amount_cny,recorded_at,message\nAnn,23.88,2020-03-01,hello\n").splitlines()
    assert rows[1].startswith("2 receipt 2020-03-01 donor=Ann: CNY 23.88元")


def test_the_journal_of_this_program_is_no_paper_of_others() -> None:
    headings = "entry,recorded_at,date,type,reason,reverses,corrects,city,donor,recipient,item,unit,amount,note"
    text = told(f"{headings}\n1,2020-03-01T10:00:00Z,2020-03-01,receipt,,,,,李华,,CNY,元,500,\n")
    assert f"2 ! None: {PAPER}" in text
