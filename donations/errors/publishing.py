"""What closing a month and publishing refuse."""

from donations.errors.families import Refused, WrongUsage
from donations.i18n import N_

# --- closed months


class ClosedMonth(Refused):
    sentence = N_(
        "{day} lies in a closed month: everything up to the end of {month} is closed. Date it later, or say why it belongs there: --into-closed REASON. Nothing was recorded."
    )


class CountInClosedMonth(Refused):
    sentence = N_(
        "Entry {number} is a stocktaking in a closed month: count again what is there now with `donations adjust count`, or say why it must change: --into-closed REASON. Nothing was recorded."
    )


class MonthNotOver(Refused):
    sentence = N_("{month} is not over (today is {today}): it can be closed from the day after its last one.")


class AlreadyClosed(Refused):
    sentence = N_("{month} is closed already, with everything up to the end of {last}.")


class NotInOrder(Refused):
    sentence = N_("The book is not in order (problems: {count}): run `donations check`. Nothing was closed.")


class MonthOrList(WrongUsage):
    sentence = N_("Name the month to close, such as `donations close 2020-02`, or list the closed ones with --list.")
