"""What is refused of what goes back to donors, or comes back from recipients."""

from donations.errors.families import Refused, WrongUsage
from donations.i18n import N_


class RefundBeyond(Refused):
    sentence = N_(
        "{item}: {want} would go back to {party}, but of what came from them only {have} are left to give back; `donations ledger --party {party}` shows it. If it was given before the book begins, add --opening. Nothing was recorded."
    )


class RefundOfNothing(Refused):
    sentence = N_(
        "{item}: nothing is left to give back of what came from {party}; `donations ledger --party {party}` shows it. If it was given before the book begins, add --opening. Nothing was recorded."
    )


class ReturnBeyond(Refused):
    sentence = N_(
        "{item}: {want} would come back from {party}, but of what went to them only {have} can come back; `donations ledger --party {party}` shows it. If they got it before the book begins, add --opening. Nothing was recorded."
    )


class ReturnOfNothing(Refused):
    sentence = N_(
        "{item}: nothing that went to {party} can come back; `donations ledger --party {party}` shows it. If they got it before the book begins, add --opening. Nothing was recorded."
    )


class RefundBefore(Refused):
    sentence = N_(
        "{item}: {want} would go back to {party}, but by {day} only {have} of what came from them were there to give back; `donations ledger --party {party}` shows it. Say the right day with --date; if it was given before the book begins, add --opening. Nothing was recorded."
    )


class ReturnBefore(Refused):
    sentence = N_(
        "{item}: {want} would come back from {party}, but by {day} only {have} of what went to them could come back; `donations ledger --party {party}` shows it. Say the right day with --date; if they got it before the book begins, add --opening. Nothing was recorded."
    )


class RefundOfJoint(Refused):
    sentence = N_(
        "{item}: {want} would go back to {party}, but of what came from them and nobody else only {have} are left to give back; the rest was given together with others. Say the number of each gift with --of, in an entry of its own; `donations ledger --party {party}` shows it. Nothing was recorded."
    )


class RefundOfOther(Refused):
    sentence = N_(
        "No. {number} brought no {item} from {party}: say the number of that gift with --of; `donations ledger --party {party}` shows it. Nothing was recorded."
    )


class RefundOfCorrected(Refused):
    sentence = N_("No. {number} was corrected by no. {by}: say --of {by}. Nothing was recorded.")


class RefundOfTakenBack(Refused):
    sentence = N_(
        "No. {number} was taken back, or takes another entry back: nothing of it can go back to its donor. Nothing was recorded."
    )


class RefundBeforeGift(Refused):
    sentence = N_("No. {number} came on {day}, after {on}: say the right day with --date. Nothing was recorded.")


class RefundBeyondGift(Refused):
    sentence = N_(
        "{item}: {want} would go back of no. {number}, of which only {have} are left to give back. Say less, and record the rest with the number of its own gift. Nothing was recorded."
    )


class RefundBeyondGuessed(Refused):
    sentence = N_(
        "{item}: {want} would go back of no. {number}, of which only {have} are left to give back: no. {by}, which doesn't say of which gift it is, was taken off it. If that one is of another, say so first: `donations correct {by} --of …`; else say less here, and record the rest with the number of its own gift. Nothing was recorded."
    )


class RefundWorthBeyond(Refused):
    sentence = N_(
        "{item}: worth of {want} would go back, but what it is of has only {have} of its worth left. Leave the value out, and it takes its share along; if it is of another gift, say that one's number with --of; if the gift was worth more, say so first with `donations correct N --value …`. Nothing was recorded."
    )


class RefundWorthBeyondGift(Refused):
    sentence = N_(
        "{item}: worth of {want} would go back of no. {number}, which has only {have} of its worth left. Leave the value out, and it takes its share along; if no. {number} was worth more, say so first with `donations correct {number} --value …`. Nothing was recorded."
    )


class ReturnWorthBeyond(Refused):
    sentence = N_(
        "{item}: worth of {want} would come back, but what went out has only {have} of its worth left. Leave the value out, and it takes its share along; if what went out was worth more, say so first with `donations correct N --value …`. Nothing was recorded."
    )


class RefundGiftTwice(WrongUsage):
    sentence = N_(
        "--of says which gift of this book goes back, and --opening that it was given before the book begins: say only one of them."
    )


class NoRefund(Refused):
    sentence = N_(
        "No. {number} gives nothing back to a donor: --of says of a refund which gift it is of. Nothing was recorded."
    )


class RefundsBeyond(Refused):
    sentence = N_(
        "{item}: {missing} more would have gone back to {party} than came from them. Import what they gave first, or in the same command; what they gave before the book begins is let through with --opening. Nothing was imported."
    )


class PartOfWhich(Refused):
    sentence = N_(
        "The row gives back {amount} of a gift of {whole} that is for several purposes, and nothing says of which: take that out of the file, and record it with `donations refund`, --for and --of."
    )
