-- Thresholds of the miners' own: what only the owner of an address can change, by a text that he signed, or the operator by hand.

CREATE TABLE miner_threshold (
    number       bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool         text           NOT NULL,
    miner        text           NOT NULL CHECK (miner <> ''),
    asset        text           NOT NULL,
    threshold    numeric(38, 0) NOT NULL CHECK (threshold > 0),  -- atoms; the server keeps it within the pool's bounds of the day
    created_at   timestamptz    NOT NULL DEFAULT now(),
    effective_at timestamptz    NOT NULL DEFAULT now(),
    proof        text           NOT NULL CHECK (proof IN ('SIGNATURE', 'OPERATOR')),
    token        text           UNIQUE,  -- of the challenge: each is used once
    signed_text  text,                   -- with the signature anybody can check it again
    signature    text,
    network      text,                   -- from where it came: a /24 or /48
    actor        text           CHECK (actor <> ''),
    reason       text           CHECK (reason <> ''),
    CHECK (effective_at >= created_at),
    CONSTRAINT proof_is_kept CHECK (CASE proof
        WHEN 'SIGNATURE' THEN num_nonnulls(token, signed_text, signature, network) = 4 AND num_nonnulls(actor, reason) = 0
        ELSE num_nonnulls(token, signed_text, signature, network) = 0 AND num_nonnulls(actor, reason) = 2 END)
);
-- Of the rows whose time has come the newest counts.
CREATE INDEX miner_threshold_miner ON miner_threshold (pool, miner, number DESC);

-- By which all nodes know the challenges that one of them gave. Who has it can write challenges, and still sign none.
CREATE TABLE threshold_seal (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    key      bytea       NOT NULL CHECK (length(key) = 32),
    made_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON miner_threshold
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON miner_threshold, threshold_seal TO motherlode_app;
