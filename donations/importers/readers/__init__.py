"""One file a sort of paper: a `Source` in, `Sheet`s out."""
