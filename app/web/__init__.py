"""What stands around a handler: who may pass, forms and cookies that are ours, headers, errors, files, the log line."""
