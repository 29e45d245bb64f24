"""The SQL course: the clinic explains itself (CLINIC_LEARN; lessons/ has its texts, db/learn/ its own SQL).

Its clinic      places (its databases and accounts), reading (one statement with limits), tables, picture
The statements  files (what their headers say), typed (values as one types them), calls, plans, costs, trying, coloured
One's own SQL   free (all its layers), words and tokens (what is refused), functions, growth, watchdog, errors_in_words,
                cells, examples
Lessons         lessons, markdown, blocks (what the machine runs), grids; exercises, checker, outcomes, comparing
Labs            race, race_sides, race_setups, race_looking, race_played; injection
Each page       recorder (what the drawer shows)

Nothing here touches the clinic's own database but to make the others beside it.
"""
