"""Many entries written at once: the same rows, sums and seals as one by one."""
