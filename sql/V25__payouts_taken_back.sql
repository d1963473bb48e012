-- A payout that was reserved and not signed is taken back where somebody in it is on hold since then, or wants more to have come
-- together. Nobody refused it.
ALTER TABLE payout_batch ADD COLUMN taken_back boolean NOT NULL DEFAULT false
    CHECK (NOT taken_back OR (state = 'RELEASED' AND transaction_id IS NULL));
GRANT UPDATE (taken_back) ON payout_batch TO motherlode_app;

-- The day's bound counts what is open, for it may still leave, and what was confirmed within the day, for it left before that.
CREATE INDEX payout_batch_confirmed ON payout_batch (pool, changed_at) WHERE state = 'CONFIRMED';
DROP INDEX payout_batch_begun;
