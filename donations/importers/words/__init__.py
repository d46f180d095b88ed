"""Words and numbers of single cells and headings, whatever column they stand in; and which words of an account are no gift."""
