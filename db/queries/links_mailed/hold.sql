-- Make sure that there is a row for an address, and lock it until the end of the transaction. Of two who ask at the
-- same moment, the second waits and then sees what the first was sent.
--
-- Gives:   a row count
-- Takes:   email_hash
-- Try:     email_hash = 'a new hash'

INSERT INTO links_mailed (email_hash)
VALUES (%(email_hash)s)
ON DUPLICATE KEY UPDATE email_hash = links_mailed.email_hash;
