"""What the clinic is: rooms, services, hours, closures, patients, profiles of staff, settings."""
