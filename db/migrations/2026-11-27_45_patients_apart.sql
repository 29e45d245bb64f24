-- Two records that look alike may be two people. Once somebody has said so, nobody is asked again.
CREATE TABLE patients_apart (
    patient_id INT NOT NULL COMMENT 'the lower key of the two',
    other_id   INT NOT NULL,

    PRIMARY KEY (patient_id, other_id),
    KEY pairs_by_other (other_id),
    CONSTRAINT pair_has_a_patient        FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE,
    CONSTRAINT pair_has_another_patient  FOREIGN KEY (other_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
