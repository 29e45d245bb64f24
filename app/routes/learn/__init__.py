"""The pages of the SQL course (CLINIC_LEARN)."""
