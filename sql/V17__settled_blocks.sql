-- Which blocks settlement is done with, so that those that were ever found are not all looked at every two seconds. What is set
-- here is the end of a stage that answers the block's state of then; another state begins anew.
ALTER TABLE pool_block ADD COLUMN settled boolean NOT NULL DEFAULT false;

UPDATE pool_block b SET settled = true FROM (
    SELECT p.number, coalesce(array_agg(r.stage) FILTER (WHERE r.step = 'DONE'), '{}') AS done,
           coalesce(array_agg(r.stage) FILTER (WHERE r.step = 'BEGUN'), '{}') AS begun
    FROM pool_block p LEFT JOIN LATERAL (
        SELECT g.stage, g.step, g.round, max(g.round) OVER () AS newest FROM block_stage g WHERE g.block = p.number) r
        ON r.round = r.newest
    GROUP BY p.number) s
WHERE s.number = b.number
  AND (b.state = 'MATURE' AND s.done @> '{MATURE}' AND NOT s.begun @> '{LOSE}'
    OR b.state = 'ORPHANED' AND (s.done @> '{LOSE}' OR s.done @> '{REVERSE}' AND NOT s.begun @> '{MATURE}'));

CREATE INDEX pool_block_unsettled ON pool_block (pool, found_at) WHERE NOT settled;

CREATE FUNCTION block_settled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp AS $$
BEGIN
    UPDATE pool_block b SET settled = true
    WHERE b.number = new.block AND b.state = CASE new.stage WHEN 'MATURE' THEN 'MATURE' ELSE 'ORPHANED' END;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION block_settled() FROM PUBLIC;
CREATE TRIGGER block_settled AFTER INSERT ON block_stage
    FOR EACH ROW WHEN (new.step = 'DONE' AND new.stage <> 'ALLOT') EXECUTE FUNCTION block_settled();

CREATE FUNCTION block_unsettled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    new.settled := false;
    RETURN new;
END $$;
CREATE TRIGGER block_unsettled BEFORE UPDATE OF state ON pool_block
    FOR EACH ROW WHEN (old.state <> new.state) EXECUTE FUNCTION block_unsettled();
