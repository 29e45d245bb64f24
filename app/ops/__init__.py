"""Everything about the database server but the questions: connections, schema, upgrades, backups, its programs."""
