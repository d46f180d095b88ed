"""What is refused of papers for people: receipts, certificates, handover sheets, statements, traces."""

from donations.errors.families import NotThere, Refused, WrongUsage
from donations.i18n import N_


class TakenBack(Refused):
    sentence = N_("Entry {number} was taken back by entry {by}: there is no paper for it.")


class OnlyTakesBack(Refused):
    sentence = N_("Entry {number} only takes back entry {of}: there is no paper for it.")


class CorrectedSince(Refused):
    sentence = N_("Entry {number} was corrected: entry {by} says it aright; ask for the paper of that one.")


class GaveBack(Refused):
    sentence = N_(
        "By entry {number} something went back to its donor: receipts and certificates are for gifts. Ask for that of the gift, which is less by it; `donations statement` shows both."
    )


class AllGivenBack(Refused):
    sentence = N_(
        "Nothing of entry {number} was kept: entry {by} gave it back to the donor, so there is no receipt or certificate for it. What was issued for it before is to be taken back and cancelled (a certificate with `donations certificate --void`)."
    )


class NoGiftsOf(Refused):
    sentence = N_("{name} gave nothing in that time that still stands and was kept, so there is nothing to thank for.")


class UnknownCertificate(NotThere):
    sentence = N_("There is no certificate {number}; the book has {count}: `donations certificate --list` lists them.")


class AlreadyVoid(Refused):
    sentence = N_("Certificate {number} is void already.")


class VoidCertificate(Refused):
    sentence = N_(
        "Certificate {number} is void: it isn't printed again. `donations certificate` with the gift's number issues a new one."
    )


class OutdatedCertificate(Refused):
    sentence = N_(
        "Certificate {number} is no longer right: entry {entry} was corrected or taken back since by entry {by}. Take it back, declare it void with `donations certificate --void {number} --reason …`, and issue a new one for what stands."
    )


class LostCertificate(Refused):
    sentence = N_("Of certificate {number} only its number is left: what it said was lost.")


class NothingHandedOver(Refused):
    sentence = N_(
        "Entry {number} hands nothing over to a recipient: only gifts given straight through and distributions do."
    )


class BroughtNothingIn(Refused):
    sentence = N_(
        "Entry {number} brought nothing in that could be followed: name a gift, an opening stock or a purchase."
    )


class AlreadyFiled(Refused):
    sentence = N_("The signed sheet of entry {number} is filed already.")


class NotFiled(Refused):
    sentence = N_("The signed sheet of entry {number} isn't filed, so there is nothing to take back.")


class OneOfThese(WrongUsage):
    sentence = N_("Say one thing at a time: {choices}.")


class OnlyBeside(WrongUsage):
    sentence = N_("{option} goes with {beside} alone, and would say nothing here: leave it out.")


class WhoseStatement(WrongUsage):
    sentence = N_("Say whose statement: a donor, or --all.")


class FolderForOne(WrongUsage):
    sentence = N_("{path} is a folder, which takes the statements of all donors: add --all, or name a file.")
