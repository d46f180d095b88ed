"""Who gave something, and on which day, beyond what the views say."""

from donations.domain.masking import NAMES_NOBODY

GIVEN_ON = """
iif((select parent from entry_links where number = {e}.number) is null, {e}.date, (
  with recursive back (number, day) as (
    select {e}.number, {e}.date
    union all
    select r.number, r.date from back as b
    join entry_links as c on c.number = b.number and c.reverses is null
    join entry_links as r on r.number = c.parent
    join entry_links as m on m.reverses = c.parent
    where m.date = b.day
  )
  select day from back order by number limit 1))
"""
"""SQL for the day of entry `{e}`: its own, except where it corrects one of a closed month and is dated later for that alone.

What takes such an entry back then carries the same later day, so that no figure of the closed month changes; the gift was
made when the first entry says.
"""

_KEYS = {word.casefold().replace(" ", "") for word in NAMES_NOBODY}  # by which parties of these names are found
_WORDS = ", ".join(f"'{key}'" for key in sorted(_KEYS))
NAMELESS = f"(select party from main.party_name where is_main = 1 and key in ({_WORDS}))"  # noqa: S608 - words of ours
"""SQL for the parties that are recorded under a word like 爱心人士, also where names are masked: each may be one or many."""
