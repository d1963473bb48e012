-- A booking that was mistyped is taken back by a row of its own, a REVERSAL, after which its transaction can be booked anew. Of a
-- transaction's rows the one of the highest version counts.
ALTER TABLE wallet_booking
    ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    DROP CONSTRAINT wallet_booking_pkey,
    ADD PRIMARY KEY (pool, transaction_id, version),
    DROP CONSTRAINT wallet_booking_kind_check,
    ADD CONSTRAINT wallet_booking_kind_check CHECK (kind IN ('WITHDRAWAL', 'DEPOSIT', 'KNOWN', 'REVERSAL')),
    DROP CONSTRAINT wallet_booking_check,
    ADD CONSTRAINT wallet_booking_check CHECK ((kind IN ('KNOWN', 'REVERSAL')) = (amount = 0)),
    ADD CONSTRAINT the_first_is_no_reversal CHECK (kind <> 'REVERSAL' OR version > 1);
