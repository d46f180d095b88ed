"""On which day something was given, as papers for its donor say it."""

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
