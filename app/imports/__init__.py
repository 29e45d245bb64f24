"""Moving in: patients and visits from files of an older system, checked as a whole, then taken in as a whole.

    csv_lines      a file's text → its lines, by the names of their columns
    patients       what a line about a patient says, and the statements for it
    visits         the same for visits
    run            the one transaction: lines are staged, judged by statements over all of them, taken in or forgotten
"""
