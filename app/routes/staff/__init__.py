"""The pages of staff: the day, hours, the desk, patients."""
