-- What may leave by itself is bounded: by payout, by day, and by a limit above which two persons must release it.

-- In atoms; NULL is no bound. A version says each of them: the default stands for one that was left out, and is refused, or a
-- version that was written to pause a pool would lift its bounds without a word.
ALTER TABLE payout_terms
    ADD COLUMN most_per_payout numeric(38, 0),
    ADD COLUMN most_per_day numeric(38, 0),
    ADD COLUMN release_above numeric(38, 0),
    ADD CONSTRAINT each_bound_is_said_and_null_is_none
        CHECK (coalesce(most_per_payout, 1) > 0 AND coalesce(most_per_day, 1) > 0 AND coalesce(release_above, 1) > 0);
ALTER TABLE payout_terms
    ALTER COLUMN most_per_payout SET DEFAULT 0,
    ALTER COLUMN most_per_day SET DEFAULT 0,
    ALTER COLUMN release_above SET DEFAULT 0;

-- When a payout went on its way, which the day's bound counts. NULL while it waits for two persons: it is reserved, and stands in
-- nobody's way. All that were there had gone.
ALTER TABLE payout_batch ADD COLUMN begun_at timestamptz;
UPDATE payout_batch SET begun_at = created_at;
ALTER TABLE payout_batch ALTER COLUMN begun_at SET DEFAULT now();

-- As before one payout of a wallet at a time; beside it one may wait.
DROP INDEX payout_batch_open;
CREATE UNIQUE INDEX payout_batch_open ON payout_batch (pool)
    WHERE state NOT IN ('CONFIRMED', 'RELEASED') AND begun_at IS NOT NULL;
CREATE UNIQUE INDEX payout_batch_waits ON payout_batch (pool)
    WHERE state NOT IN ('CONFIRMED', 'RELEASED') AND begun_at IS NULL;
CREATE INDEX payout_batch_begun ON payout_batch (pool, begun_at);

-- Two spellings of a name are one person: neither case nor blanks, the invisible ones too, make another.
CREATE FUNCTION payout_person(actor text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT lower(regexp_replace(actor, '[\s\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]', '', 'g'))
$$;

CREATE TABLE payout_release (
    number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch    bigint      NOT NULL REFERENCES payout_batch (number),
    decision text        NOT NULL CHECK (decision IN ('RELEASE', 'REFUSE')),
    actor    text        NOT NULL CHECK (payout_person(actor) <> ''),
    reason   text        NOT NULL CHECK (reason <> ''),
    at       timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX payout_release_person ON payout_release (batch, payout_person(actor)) WHERE decision = 'RELEASE';
CREATE INDEX payout_release_batch ON payout_release (batch, number);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_release
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON payout_release TO motherlode_app;

CREATE FUNCTION payout_release_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payout_batch b
                   WHERE b.number = new.batch AND b.state = 'RESERVED' AND b.begun_at IS NULL) THEN
        RAISE EXCEPTION 'payout % does not wait for anybody''s release', new.batch USING ERRCODE = 'check_violation';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER payout_release_guard BEFORE INSERT ON payout_release
    FOR EACH ROW EXECUTE FUNCTION payout_release_guard();

-- What is above a bound of the terms waits, whatever a program says; so does what a program wants to wait. It goes on when two
-- different persons have released it and nobody has refused it, and is signed only then.
CREATE FUNCTION payout_waits() RETURNS trigger LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        new.begun_at := CASE WHEN new.begun_at IS NULL OR new.total > (
            SELECT least(t.release_above, t.most_per_payout, t.most_per_day) FROM payout_terms t
            WHERE t.pool = new.pool AND t.effective_from <= now() ORDER BY t.version DESC LIMIT 1) THEN NULL ELSE now() END;
        RETURN new;
    END IF;
    IF new.begun_at IS DISTINCT FROM old.begun_at THEN
        IF old.begun_at IS NOT NULL OR old.state <> 'RESERVED' OR new.state <> 'RESERVED' THEN
            RAISE EXCEPTION 'payout % does not wait for anybody''s release', old.number USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT FROM payout_release r WHERE r.batch = old.number AND r.decision = 'REFUSE')
            OR (SELECT count(DISTINCT payout_person(r.actor)) FROM payout_release r
                WHERE r.batch = old.number AND r.decision = 'RELEASE') < 2 THEN
            RAISE EXCEPTION 'payout % waits until two persons have released it', old.number
                USING ERRCODE = 'check_violation';
        END IF;
        new.begun_at := now();
    ELSIF new.begun_at IS NULL AND new.state IN ('PREPARED', 'SENT', 'CONFIRMED') THEN
        RAISE EXCEPTION 'payout % waits until two persons have released it', old.number USING ERRCODE = 'check_violation';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER payout_waits BEFORE INSERT OR UPDATE ON payout_batch FOR EACH ROW EXECUTE FUNCTION payout_waits();
GRANT UPDATE (begun_at) ON payout_batch TO motherlode_app;

-- What the last dry run of a pool found: one row for each miner who is owed something, made anew by each.
CREATE TABLE payout_dry_run (
    pool    text             NOT NULL,
    miner   text COLLATE "C" NOT NULL,
    amount  numeric(38, 0)   NOT NULL CHECK (amount > 0),  -- atoms
    reason  text             NOT NULL,
    words   text             NOT NULL,
    until   timestamptz,                                   -- when it ends by itself, where that is known
    made_at timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (pool, miner)
);
GRANT SELECT, INSERT, DELETE ON payout_dry_run TO motherlode_app;
