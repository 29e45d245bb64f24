"""What pages share: menu, notices, dates in the clinic's format, lists in pages, charts, tables as files."""
