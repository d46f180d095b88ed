"""Rows without a donor of their own, below a row that the book refused: nobody knows whose gift a blank means there."""

from donations.importers.table import REFUSED_ABOVE, Record, Slip


class RowAbove:
    """Whether the row above can lend its donor, from one row of a table to the next."""

    def __init__(self) -> None:
        self.is_refused = False
        """Whether the book refused the last row that named a donor."""

    def judged(self, record: Record) -> Record:
        """The record as it is; refused where its donor is that of a row which was."""
        if record.is_donor_above and self.is_refused:
            return Record(record.row, slips=(Slip(None, REFUSED_ABOVE, ""),))
        if record.drafts:
            self.is_refused = False
        return record
