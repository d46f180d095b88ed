"""Tools of the catalogue of reliability tests: counts, seeds, a program to fork and kill, a disk that fails or loses power."""
