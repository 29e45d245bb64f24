-- What imports said of patients is kept, so that a later file overwrites nothing that the clinic changed since.
CREATE TABLE imported_patients (
    import_id        INT          NOT NULL,
    patient_id       INT          NOT NULL,
    is_new           BOOLEAN      NOT NULL COMMENT 'this import made the patient',
    full_name        VARCHAR(120) NULL,
    birth_date       DATE         NULL,
    phone            VARCHAR(30)  NULL,
    email            VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    took_full_name   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'this import changed it',
    took_birth_date  BOOLEAN      NOT NULL DEFAULT FALSE,
    took_phone       BOOLEAN      NOT NULL DEFAULT FALSE,
    took_email       BOOLEAN      NOT NULL DEFAULT FALSE,
    had_full_name    VARCHAR(120) NULL COMMENT 'what stood there before',
    had_birth_date   DATE         NULL,
    had_phone        VARCHAR(30)  NULL,
    had_email        VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,

    PRIMARY KEY (import_id, patient_id),
    KEY imports_of_patient (patient_id, import_id),
    CONSTRAINT imported_patient_has_import  FOREIGN KEY (import_id) REFERENCES imports (import_id) ON DELETE CASCADE,
    CONSTRAINT imported_patient_has_patient FOREIGN KEY (patient_id) REFERENCES patients (patient_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_ci;
