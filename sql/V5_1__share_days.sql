-- How many shares of each worker were accepted on each day, for as long as the database lives: single shares are kept only
-- as long as settlement may need them. Counted by the statement that adds the shares and in its transaction, so a batch
-- that comes twice, a rollback and a crash cannot make the two differ. Written by nothing else; removing shares removes
-- nothing here.
CREATE TABLE share_day (
    pool    text           NOT NULL,
    miner   text           NOT NULL,
    worker  text           NOT NULL,
    day     date           NOT NULL,                     -- of accepted_at, in UTC
    shares  bigint         NOT NULL CHECK (shares > 0),
    work    numeric(78, 0) NOT NULL CHECK (work > 0),    -- the sum of their difficulties
    last_at timestamptz    NOT NULL,                     -- acceptance of the latest
    PRIMARY KEY (pool, miner, worker, day)
) WITH (fillfactor = 80);  -- today's rows change with every batch; room for that in their own page

-- In the order of the key, so that two nodes of a cluster do not wait for each other in a circle.
CREATE FUNCTION share_day_add() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp AS $$
BEGIN
    INSERT INTO share_day AS kept (pool, miner, worker, day, shares, work, last_at)
    SELECT a.pool, a.miner, a.worker, (a.accepted_at AT TIME ZONE 'UTC')::date, count(*), sum(a.difficulty),
           max(a.accepted_at)
    FROM added a GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (pool, miner, worker, day) DO UPDATE
    SET shares = kept.shares + excluded.shares, work = kept.work + excluded.work,
        last_at = greatest(kept.last_at, excluded.last_at);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION share_day_add() FROM PUBLIC;

-- Waits for those who are adding shares and keeps others out until this migration ends: nothing is missed or counted twice.
CREATE TRIGGER share_day_add AFTER INSERT ON pool_share
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION share_day_add();

INSERT INTO share_day (pool, miner, worker, day, shares, work, last_at)
SELECT pool, miner, worker, (accepted_at AT TIME ZONE 'UTC')::date, count(*), sum(difficulty), max(accepted_at)
FROM pool_share GROUP BY 1, 2, 3, 4;

-- A miner's page looks for one miner over all days.
CREATE INDEX share_refused_miner ON share_refused (pool, miner, day);
CREATE INDEX pool_block_finder ON pool_block (pool, finder);

GRANT SELECT ON share_day TO motherlode_app;
