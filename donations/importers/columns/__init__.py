"""What a table's columns mean, by their headings, their neighbours and what stands below them."""
