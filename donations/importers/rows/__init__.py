"""A row of a table whose columns are understood, turned into a record with its drafts."""
