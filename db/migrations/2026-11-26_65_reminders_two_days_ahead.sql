-- New clinics remind two days ahead, a day before the deadline to cancel. This clinic keeps the lead time it has.
ALTER TABLE settings
    MODIFY reminder_lead_minutes INT NOT NULL DEFAULT 2880
        COMMENT '0: no reminders; longer than the deadline, or it comes too late to change the visit';
