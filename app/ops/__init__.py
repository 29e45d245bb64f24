"""What runs a clinic and no page needs: loading, migrations, backups, checks, imports, rights, the private server."""
