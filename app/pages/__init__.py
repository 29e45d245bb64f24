"""Pages, and parts of pages, that several routes show: signing in, moving, cancelling, finding, times, whose hours."""
