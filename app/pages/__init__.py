"""What pages are made of: menu, notices, dates as the clinic writes them, lists in pages, charts, tables as files."""
