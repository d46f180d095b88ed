"""Everything that can be refused: one class a reason; the family holds the exit code, the class the sentence.

Raise with facts (`NotOnHand(item=…, have=…)`), never with a sentence: sentences are translated and tested here.
"""

# ruff: noqa: F403 - a reason is one class in one of these files, and nowhere listed a second time
from donations.errors.books import *
from donations.errors.entries import *
from donations.errors.families import *
from donations.errors.papers import *
from donations.errors.publishing import *
from donations.errors.words import *
