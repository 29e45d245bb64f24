"""What app/visits/scheduling.py and the pages ask about visits: the rules, free times, the desk, handing over, and how visits
are written."""
