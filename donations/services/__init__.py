"""Acts that change a book: one act, one function, one transaction."""
