"""Moving in: patients and visits from files of another system, checked as a whole, taken in as a whole, or taken back.

    text           a file's bytes → its text
    programs       the headings that other programs use
    headings       which heading of a file is which of our columns
    table          a text → its lines, by our columns
    dates, cells   what single cells say
    patients       what a line about a patient says, and the statements for it
    visits         the same for visits; visit_times: when they begin and end
    run            lines are staged, judged by statements over all of them, and taken in by portions, or forgotten
    undo           an import is taken back, while nobody has changed what it brought
    portions       what both need
"""
