# Run by the backup container: a backup every night at 02:30 UTC, kept for 30 days, and one at the start where the last
# day has none. A backup that fails is said in the log, and the container turns unhealthy.
trap 'exit 0' TERM INT
save() {
    python clinic.py backup /backups &&
        find /backups -name '*.sql.gz' -mtime +30 -delete
}
find /backups -name '2*.sql.gz' -mtime -1 | grep -q . || save
while :; do
    sleep $(((9000 - $(date +%s) % 86400 + 86400) % 86400 + 1)) &
    wait $!
    save
done
