"""What surrounds each handler: access, the safety of forms and cookies, headers, errors, static files, the log line."""
