"""Records of papers into the book: each row once, each name asked for once, in one transaction."""
