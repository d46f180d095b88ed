"""The book in SQLite: the only folder that imports sqlite_utils, and the only SQL that changes things."""
