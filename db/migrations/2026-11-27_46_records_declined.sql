-- A record of the front desk is offered to the account that proves its address. "This is not me" is remembered here.
CREATE TABLE records_declined (
    user_id    INT NOT NULL,
    patient_id INT NOT NULL,

    PRIMARY KEY (user_id, patient_id),
    KEY declined_by_patient (patient_id),
    CONSTRAINT declined_by_an_account FOREIGN KEY (user_id) REFERENCES users (user_id) ON DELETE CASCADE,
    CONSTRAINT declined_is_a_patient  FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
