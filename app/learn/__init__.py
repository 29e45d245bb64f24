"""The SQL course: the clinic explains itself (CLINIC_LEARN; lessons/ has its texts).

files       the statements' files, with what their headers say
typed       what somebody types for a parameter, and what a header proposes
places      the course's own databases and accounts, made when they are first needed
reading     one reading statement with limits: rows, time, how many rows the server read
lessons     lessons/NN-slug/lesson.md, cut into text (markdown) and what the machine runs (blocks)
exercises   their files; checker says whether an answer is right (outcomes runs it, comparing looks at the rows)

Nothing here touches the clinic's own database but to make the others beside it.
"""
