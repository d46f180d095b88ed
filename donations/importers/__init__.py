"""Papers as they really are, read into drafts: files → sheets → tables → records. Knows no book."""
