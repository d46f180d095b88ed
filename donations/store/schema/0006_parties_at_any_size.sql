-- Step 6: what was merged into a party is found by an index: lists of parties took a look at every name for every party.

create index party_merged on party (merged_into) where merged_into is not null;
