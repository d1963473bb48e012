-- A person may also take a payout that hangs to review, and release one that was never signed: both are decisions.

ALTER TABLE payout_decision
    DROP CONSTRAINT payout_decision_decision_check,
    ADD CONSTRAINT payout_decision_decision_check CHECK (decision IN ('ASK', 'CONFIRM', 'RELEASE', 'REVIEW'));

-- As before, but for a decision REVIEW, which takes nothing out of review.
CREATE OR REPLACE FUNCTION payout_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM payout_decision d WHERE d.batch = new.number AND d.at = now() AND new.state
            = CASE d.decision WHEN 'ASK' THEN 'PREPARED' WHEN 'CONFIRM' THEN 'CONFIRMED' WHEN 'RELEASE' THEN 'RELEASED'
              END) THEN
        RAISE EXCEPTION 'payout % is in review: a person decides, in payout_decision', new.number
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN new;
END $$;
