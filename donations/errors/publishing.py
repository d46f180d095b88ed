"""What closing a month and publishing refuse."""

from typing import ClassVar

from donations.errors.families import NotThere, Refused, WrongUsage
from donations.i18n import N_

# --- closed months


class ClosedMonth(Refused):
    sentence = N_(
        "{day} lies in a closed month: everything up to the end of {month} is closed. Date it later, or say why it belongs there: --into-closed REASON. Nothing was recorded."
    )


class OpeningInClosedMonth(Refused):
    sentence = N_(
        "What was there before the rows of the file ({item}: {amount}) would be booked on {day}, in a closed month: everything up to the end of {month} is closed. Say why it belongs there with --into-closed REASON, or import without --opening. Nothing was imported."
    )


class CountInClosedMonth(Refused):
    sentence = N_(
        "Entry {number} is a stocktaking in a closed month: count again what is there now with `donations adjust count`, or say why it must change: --into-closed REASON. Nothing was recorded."
    )


class MonthNotOver(Refused):
    sentence = N_("{month} is not over (today is {today}): it can be closed from the day after its last one.")


class PeriodNotBegun(Refused):
    sentence = N_(
        "{begin} is still to come (today is {today}), so there is nothing to tell of these days yet: name a month that has begun, such as `donations bulletin {month}`."
    )


class AlreadyClosed(Refused):
    sentence = N_("{month} is closed already, with everything up to the end of {last}.")


class NotInOrder(Refused):
    sentence = N_("The book is not in order (problems: {count}): run `donations check`. Nothing was closed.")


class MonthOrList(WrongUsage):
    sentence = N_("Name the month to close, such as `donations close 2020-02`, or list the closed ones with --list.")


# --- issues


class Doubted(Refused):
    """What --yes lets pass; `passed` says then what goes out."""

    passed: ClassVar[str]


class OneOfPublish(WrongUsage):
    sentence = N_("--list, --reprint and a period to publish exclude each other: keep one of them.")


class PublishInRun(WrongUsage):
    sentence = N_("`publish` is typed by hand only: what is out stays out.")


class UnknownIssue(NotThere):
    sentence = N_("There is no issue {number}; {issues} were published: `donations publish --list` lists them.")


class LostIssue(NotThere):
    sentence = N_(
        "Issue {number} was published, but what it said was lost with a damaged book; only its number is kept."
    )


class NothingRecordedYet(Refused):
    sentence = N_(
        "Nothing is recorded in this book yet, so there is nothing to publish: is it the right book (`donations info`)? Nothing was published."
    )


class NothingToPublish(Refused):
    sentence = N_("Everything up to {until} is published; the next issue can begin on the day after.")


class PeriodSkipped(Refused):
    sentence = N_(
        "Issue {last} ended on {until}; the next begins on {wanted}, not on {begin}: no day may be skipped. Nothing was published."
    )


class PeriodOverlaps(Refused):
    sentence = N_(
        "The days up to {until} were published with issue {last}: the next begins on {wanted}, not on {begin}. What was corrected since goes out with it by itself. Nothing was published."
    )


class EarlierEntries(Refused):
    sentence = N_(
        "Entry {entry} is dated {day}, before the first issue would begin ({begin}): begin it then (--from {day} --to …), or correct its date. Nothing was published."
    )


class EarlierUntilLater(Refused):
    sentence = N_(
        "Entry {entry} is dated {day}, before the first issue would begin ({begin}), and was taken back only on {then}, by entry {by}: let the issue go that far (--from {begin} --to {then}). Nothing was published."
    )


class PeriodAhead(Refused):
    sentence = N_("The period ends on {end}, and today is {today}: only what is over can be published.")


class PeriodNotOver(PeriodAhead):
    sentence = N_(
        "The period ends on {end}, and today is {today}: only what is over can be published. Its days up to yesterday: `donations publish --to {over}`."
    )


class PeriodFarBack(Refused):
    sentence = N_(
        "The period begins on {begin}, more than a year before the first entry ({first}): is the year right? Nothing was published."
    )


class PeriodBeforeAll(Refused):
    sentence = N_(
        "Nothing is recorded of {begin} to {end}: the first entry is dated {first}, and the first issue is of its month (`donations publish {month}`). Nothing was published."
    )


class PeriodBeforeBegun(Refused):
    sentence = N_(
        "Nothing is recorded of {begin} to {end}: the first entry is dated {first}. Publish its month once that is over (`donations publish {month}`), or days that are (`donations publish --from {first} --to …`). Nothing was published."
    )


class ClockBehind(Refused):
    sentence = N_(
        "This computer says that today is {today}, but issue {last} went out on {then}: set its clock. Nothing was published."
    )


class ClockBehindEntries(Doubted):
    sentence = N_(
        "This computer's clock says {now}, but entry {number} was recorded at {then}: set its clock. If it is right now and was wrong then, add --yes. Nothing was published."
    )
    passed = N_("Passed by --yes: the clock says {now}, and entry {number} was recorded at {then}.")


class DatedBeforeAll(Doubted):
    sentence = N_(
        "Entries {entries} were recorded since, and are dated before anything that was ever published ({first}): is the year right? Correct the date; if it is meant, add --yes. Nothing was published."
    )
    passed = N_("Passed by --yes: entries {entries} are dated before anything that was ever published ({first}).")


class DetailsDiffer(Refused):
    sentence = N_(
        "{item}: the rows of the table add up to {one}, its total is {other}. Run `donations check`. Nothing was published."
    )


class CitiesDiffer(Refused):
    sentence = N_(
        "{item}: the cities add up to {one}, the whole is {other}. Run `donations check`. Nothing was published."
    )


class RunningFell(Refused):
    sentence = N_(
        "{item}: issue {last} said {before} in all, now it would be {other}, and the corrections explain {one}: a running total falls only by what is corrected. Run `donations check`. Nothing was published."
    )


class RunningDiffers(Refused):
    sentence = N_(
        "{item}: what was published, with corrections and this period, makes {one}; the running total is {other}. Run `donations check`. Nothing was published."
    )


class PublishedDiffers(Refused):
    sentence = N_(
        "{item}: issue {last} said {one} in all, but the journal of then makes {other}. Run `donations check`. Nothing was published."
    )


class BalanceDiffers(Refused):
    sentence = N_(
        "{item}: what came in and went out leaves {one}, but {other} is on hand. Run `donations check`. Nothing was published."
    )


class LinePublishedTwice(Refused):
    sentence = N_(
        "A line of entry {entry} ({who}) would be published twice. Run `donations check`. Nothing was published."
    )


class PublishedAlike(Doubted):
    sentence = N_(
        "Entries {entries} say the same: {who}, {item}, on one day and in one amount. If one is a repetition, reverse it; if all happened, add --yes. Nothing was published."
    )
    passed = N_("Passed by --yes: entries {entries} say the same: {who}, {item}, on one day and in one amount.")


class SaidTwice(Doubted):
    sentence = N_(
        "Entry {entry} says the same twice: {who}, {item}, in one amount. If it is a repetition, correct the entry; if both happened, add --yes. Nothing was published."
    )
    passed = N_("Passed by --yes: entry {entry} says the same twice: {who}, {item}, in one amount.")


class AmendmentUnexplained(Refused):
    sentence = N_(
        "Entries {entries} were corrected without a reason, and a correction is published with one: say it with --reason. Nothing was published."
    )


class PersonNamed(Doubted):
    sentence = N_(
        "{who} didn't agree to be named, and stands in the issue: “{found}”. Ask them (`donations donors consent`), or write it otherwise; if it is no name there, add --yes. Nothing was published."
    )
    passed = N_("Passed by --yes: {who} didn't agree to be named, and “{found}” stands in the issue.")


class CampaignUnclear(WrongUsage):
    sentence = N_("--campaign-end needs --campaign, and comes after it: say when the campaign began.")
