-- What people decide about payouts in review, and quick answers to what the wallet refused.

CREATE TABLE payout_decision (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch      bigint      NOT NULL REFERENCES payout_batch (number),
    decision   text        NOT NULL CHECK (decision IN ('ASK', 'CONFIRM', 'RELEASE')),
    actor      text        NOT NULL CHECK (actor <> ''),
    reason     text        NOT NULL CHECK (reason <> ''),
    chain_says text        NOT NULL,
    at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payout_decision_batch ON payout_decision (batch, number);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_decision
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON payout_decision TO motherlode_app;

-- Nobody takes a payout out of review without a decision written down in the same transaction.
CREATE FUNCTION payout_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM payout_decision d WHERE d.batch = new.number AND d.at = now() AND new.state
            = CASE d.decision WHEN 'ASK' THEN 'PREPARED' WHEN 'CONFIRM' THEN 'CONFIRMED' ELSE 'RELEASED' END) THEN
        RAISE EXCEPTION 'payout % is in review: a person decides, in payout_decision', new.number
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER payout_decided BEFORE UPDATE ON payout_batch
    FOR EACH ROW WHEN (old.state = 'REVIEW' AND new.state <> 'REVIEW') EXECUTE FUNCTION payout_decided();

CREATE INDEX payout_batch_refused ON payout_batch (pool, number) WHERE state = 'RELEASED' AND transaction_id IS NULL;
CREATE INDEX payout_batch_signed ON payout_batch (pool, number) WHERE transaction_id IS NOT NULL;
