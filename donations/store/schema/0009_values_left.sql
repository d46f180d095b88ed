-- Step 9: the value of what is on hand is the share that is left of what came in with a stated value. What went out with a value
-- of its own has no share in it; the sums of days don't tell it from what came in on its day, so it is found by an index.
-- The views are made anew.

create index line_gone_with_value on line (entry) where flow in ('refunded', 'lost') and value_minor is not null;
