-- The work of each ten minutes (a slice), so that a window is found and weighed by sums, and share by share only in the slices
-- where it begins and ends: a window of a hundred million shares takes seconds. Counted by the statements that add or remove
-- shares, in their transactions; by node, so that two nodes never wait for each other's rows. Written by nothing else: remove
-- a share from pool_share and not from a partition of it, and change none.

CREATE TABLE share_slice (
    pool  text           NOT NULL,
    since timestamptz    NOT NULL,                     -- its first moment: a whole ten minutes, in UTC
    node  smallint       NOT NULL,
    work  numeric(78, 0) NOT NULL CHECK (work >= 0),   -- the sum of the difficulties of its shares
    PRIMARY KEY (pool, since, node)
) WITH (fillfactor = 50);  -- the newest rows change with every batch; room for that in their own page

CREATE TABLE share_slice_miner (
    since timestamptz    NOT NULL,
    pool  text           NOT NULL,
    node  smallint       NOT NULL,
    miner text           NOT NULL,
    work  numeric(78, 0) NOT NULL CHECK (work >= 0),
    PRIMARY KEY (since, pool, node, miner)
) PARTITION BY RANGE (since);

-- As that of pool_share: takes what no daily partition takes.
CREATE TABLE share_slice_miner_rest PARTITION OF share_slice_miner DEFAULT WITH (fillfactor = 80);

-- The slice of a share that was accepted then.
CREATE FUNCTION share_slice_of(p_at timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_bin('10 minutes', p_at, timestamptz '1970-01-01 00:00:00+00')
$$;

-- In the order of the keys, so that two transactions of a node do not wait for each other in a circle.
CREATE FUNCTION share_slice_add() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp AS $$
BEGIN
    INSERT INTO share_slice_miner AS kept (since, pool, node, miner, work)
    SELECT share_slice_of(a.accepted_at), a.pool, a.node, a.miner, sum(a.difficulty)
    FROM added a GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (since, pool, node, miner) DO UPDATE SET work = kept.work + excluded.work;
    INSERT INTO share_slice AS kept (pool, since, node, work)
    SELECT a.pool, share_slice_of(a.accepted_at), a.node, sum(a.difficulty)
    FROM added a GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (pool, since, node) DO UPDATE SET work = kept.work + excluded.work;
    RETURN NULL;
END $$;

-- For the owner's hand. A day that is dropped takes its slices with it otherwise.
CREATE FUNCTION share_slice_remove() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp AS $$
BEGIN
    UPDATE share_slice_miner k SET work = k.work - r.work FROM (
        SELECT share_slice_of(d.accepted_at) AS since, d.pool, d.node, d.miner, sum(d.difficulty) AS work
        FROM removed d GROUP BY 1, 2, 3, 4) r
    WHERE (k.since, k.pool, k.node, k.miner) = (r.since, r.pool, r.node, r.miner);
    UPDATE share_slice k SET work = k.work - r.work FROM (
        SELECT d.pool, share_slice_of(d.accepted_at) AS since, d.node, sum(d.difficulty) AS work
        FROM removed d GROUP BY 1, 2, 3) r
    WHERE (k.pool, k.since, k.node) = (r.pool, r.since, r.node);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION share_slice_add(), share_slice_remove() FROM PUBLIC;

-- Waits for those who are adding shares and keeps others out until this migration ends: nothing is missed or counted twice.
CREATE TRIGGER share_slice_add AFTER INSERT ON pool_share
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION share_slice_add();
CREATE TRIGGER share_slice_remove AFTER DELETE ON pool_share
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION share_slice_remove();
CREATE TRIGGER refuse_change BEFORE UPDATE OR TRUNCATE ON pool_share
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One partition for each of the shares', from now on made and dropped with it.
CREATE FUNCTION share_slice_day(p_day date) RETURNS void LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TABLE %I PARTITION OF share_slice_miner FOR VALUES FROM (%L) TO (%L) WITH (fillfactor = 80)',
        'share_slice_miner_' || to_char(p_day, 'YYYYMMDD'),
        to_char(p_day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(p_day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
END $$;
REVOKE ALL ON FUNCTION share_slice_day(date) FROM PUBLIC;

SELECT share_slice_day(to_date(right(c.relname, 8), 'YYYYMMDD'))
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = 'pool_share'::regclass AND c.relname ~ '^pool_share_[0-9]{8}$';

INSERT INTO share_slice_miner (since, pool, node, miner, work)
SELECT share_slice_of(accepted_at), pool, node, miner, sum(difficulty) FROM pool_share GROUP BY 1, 2, 3, 4;
INSERT INTO share_slice (pool, since, node, work)
SELECT pool, since, node, sum(work) FROM share_slice_miner GROUP BY 1, 2, 3;

GRANT SELECT ON share_slice, share_slice_miner TO motherlode_app;

-- As before: where the window of this size ends that starts at the given share and goes back in time, its oldest share, how
-- much of that one still fits, and how full the window is. Reads the sums of the slices, and the shares only of the newest
-- slice and of the one where the window ends.
CREATE OR REPLACE FUNCTION window_edge(
    in_pool text, in_at timestamptz, in_node smallint, in_epoch bigint, in_sequence bigint, in_size numeric,
    OUT accepted_at timestamptz, OUT node smallint, OUT epoch bigint, OUT sequence bigint,
    OUT counted numeric, OUT filled numeric)
LANGUAGE plpgsql STABLE SET search_path = motherlode, pg_temp AS $$
DECLARE
    newest timestamptz := share_slice_of(in_at);
    slice  timestamptz := newest;  -- where the window ends, or the oldest that there is
    newer  numeric     := 0;       -- the work of the shares that are newer than that slice
    all_of numeric;                -- and with that slice's
BEGIN
    SELECT coalesce(sum(s.difficulty), 0) INTO all_of FROM pool_share s
    WHERE s.pool = in_pool AND s.accepted_at >= newest AND s.accepted_at <= in_at
      AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (in_at, in_node, in_epoch, in_sequence);
    IF all_of < in_size THEN
        SELECT k.since, k.reached - k.work, k.reached INTO slice, newer, all_of FROM (
            SELECT newest AS since, all_of AS work, all_of AS reached
          UNION ALL
            SELECT g.since, sum(g.work), all_of + sum(sum(g.work)) OVER (ORDER BY g.since DESC)
            FROM share_slice g WHERE g.pool = in_pool AND g.since < newest GROUP BY g.since HAVING sum(g.work) > 0) k
        ORDER BY least(k.reached, in_size) DESC, k.since DESC LIMIT 1;
    END IF;
    SELECT r.accepted_at, r.node, r.epoch, r.sequence,
           least(r.difficulty, in_size - newer - r.reached + r.difficulty), least(newer + r.reached, in_size)
    INTO accepted_at, node, epoch, sequence, counted, filled FROM (
        SELECT s.accepted_at, s.node, s.epoch, s.sequence, s.difficulty, sum(s.difficulty) OVER (
                   ORDER BY s.accepted_at DESC, s.node DESC, s.epoch DESC, s.sequence DESC ROWS UNBOUNDED PRECEDING) AS reached
        FROM pool_share s
        WHERE s.pool = in_pool AND s.accepted_at >= slice AND s.accepted_at < slice + interval '10 minutes'
          AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (in_at, in_node, in_epoch, in_sequence)) r
    ORDER BY least(newer + r.reached, in_size) DESC,
             r.accepted_at DESC, r.node DESC, r.epoch DESC, r.sequence DESC LIMIT 1;
    filled := coalesce(filled, 0);
    IF filled <> least(all_of, in_size) THEN
        RAISE EXCEPTION 'the shares of pool % from % to ten minutes later are not what share_slice says of them: % and not %',
            in_pool, slice, filled, least(all_of, in_size) USING ERRCODE = 'data_corrupted';
    END IF;
END $$;

-- What each miner has in the shares after the first of two shares, up to and with the last.
CREATE FUNCTION window_weights(
    in_pool text, first_at timestamptz, first_node smallint, first_epoch bigint, first_sequence bigint,
    last_at timestamptz, last_node smallint, last_epoch bigint, last_sequence bigint)
    RETURNS TABLE (miner text, weight numeric) LANGUAGE sql STABLE AS $$
    SELECT p.miner, sum(p.work) FROM (
        SELECT s.miner, s.difficulty AS work FROM pool_share s
        WHERE s.pool = in_pool AND s.accepted_at >= first_at AND s.accepted_at <= last_at
          AND s.accepted_at < share_slice_of(first_at) + interval '10 minutes'
          AND (s.accepted_at, s.node, s.epoch, s.sequence) > (first_at, first_node, first_epoch, first_sequence)
          AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (last_at, last_node, last_epoch, last_sequence)
      UNION ALL
        SELECT k.miner, k.work FROM share_slice_miner k
        WHERE k.pool = in_pool AND k.since > share_slice_of(first_at) AND k.since < share_slice_of(last_at)
      UNION ALL
        SELECT s.miner, s.difficulty FROM pool_share s
        WHERE s.pool = in_pool AND s.accepted_at >= share_slice_of(last_at) AND s.accepted_at <= last_at
          AND s.accepted_at >= share_slice_of(first_at) + interval '10 minutes'
          AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (last_at, last_node, last_epoch, last_sequence)) p
    GROUP BY p.miner HAVING sum(p.work) > 0
$$;

-- As before, with a partition of share_slice_miner for each day.
CREATE OR REPLACE FUNCTION share_days_ahead(p_days integer)
    RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    today date := (now() AT TIME ZONE 'UTC')::date;
    day   date;
    made  integer := 0;
BEGIN
    IF p_days IS NULL OR p_days < 0 OR p_days > 60 THEN
        RAISE EXCEPTION 'partitions are made 0 to 60 days ahead, not %', p_days USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('motherlode/share_days_ahead', 0));
    FOR ahead IN 0..p_days LOOP
        day := today + ahead;
        CONTINUE WHEN to_regclass('motherlode.pool_share_' || to_char(day, 'YYYYMMDD')) IS NOT NULL;
        BEGIN
            EXECUTE format('CREATE TABLE %I PARTITION OF pool_share FOR VALUES FROM (%L) TO (%L)',
                'pool_share_' || to_char(day, 'YYYYMMDD'),
                to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
            EXECUTE format('CREATE TABLE %I PARTITION OF share_batch FOR VALUES FROM (%L) TO (%L)',
                'share_batch_' || to_char(day, 'YYYYMMDD'), day, day + 1);
            PERFORM share_slice_day(day);
            made := made + 1;
        EXCEPTION WHEN check_violation THEN
            RAISE NOTICE 'shares of % already lie in the rest', day;
        END;
    END LOOP;
    RETURN made;
END $$;

-- As before, but the work of days is summed from the slices that are kept, and not from the counts by day that are kept for
-- ever: where they do not reach back far enough, every share is needed. And every share is needed while a found block lies in
-- the dead letters, for nothing is known of its window.
CREATE OR REPLACE FUNCTION share_needed(p_windows integer, p_pools text[], p_difficulties numeric[])
    RETURNS TABLE (needed_from timestamptz, why text) LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT CASE WHEN s.block IS NOT NULL THEN coalesce(s.edge_accepted_at, 'infinity') ELSE window_begin(
               b.pool, b.found_at, b.watermark_node, b.watermark_epoch, b.watermark_sequence, b.network_difficulty) END,
           format('block %s of %s is %s, found %s', b.number, b.pool, b.state, b.found_at)
    FROM pool_block b LEFT JOIN block_settlement s ON s.block = b.number
    WHERE b.state IN ('FOUND', 'IMMATURE') OR b.found_at > now() - interval '31 days'
       OR EXISTS (SELECT FROM block_stage g WHERE g.block = b.number AND g.step = 'BEGUN' AND NOT EXISTS (
              SELECT FROM block_stage d
              WHERE d.block = g.block AND d.round = g.round AND d.stage = g.stage AND d.step = 'DONE'))
       OR b.state = 'MATURE' AND NOT EXISTS (
              SELECT FROM block_stage d WHERE d.block = b.number AND d.stage = 'MATURE' AND d.step = 'DONE')
  UNION ALL
    SELECT coalesce((
               SELECT max(d.day)::timestamp AT TIME ZONE 'UTC' FROM (
                   SELECT (k.since AT TIME ZONE 'UTC')::date AS day, sum(sum(k.work)) OVER (ORDER BY
                       (k.since AT TIME ZONE 'UTC')::date DESC) AS reached
                   FROM share_slice k WHERE k.pool = o.pool GROUP BY 1) d
               WHERE d.reached >= (
                   SELECT greatest(1, div(o.difficulty * p_windows * max(t.window_percent), 100))
                   FROM scheme_terms t WHERE t.pool = o.pool HAVING count(*) > 0)), '-infinity'),
           format('the next blocks of %s', o.pool)
    FROM unnest(p_pools, p_difficulties) o (pool, difficulty)
    WHERE EXISTS (SELECT FROM pool_share s WHERE s.pool = o.pool)
  UNION ALL
    (WITH RECURSIVE known (pool) AS (
        SELECT min(s.pool) FROM pool_share s
      UNION ALL
        SELECT (SELECT min(s.pool) FROM pool_share s WHERE s.pool > k.pool) FROM known k WHERE k.pool IS NOT NULL)
    SELECT '-infinity'::timestamptz, format('pool %s is neither open nor in pool_retired', k.pool)
    FROM known k
    WHERE k.pool IS NOT NULL AND k.pool <> ALL (p_pools) AND NOT EXISTS (SELECT FROM pool_retired r WHERE r.pool = k.pool))
  UNION ALL
    SELECT '-infinity'::timestamptz, format('a found block lies in the dead letter %s', d.letter)
    FROM dead_letter d WHERE d.ended IS NULL AND d.queue = 'blocks'
  UNION ALL
    SELECT p.complete_until - interval '1 day', format('shares of node %s, epoch %s, have a gap', p.node, p.epoch)
    FROM share_progress p JOIN pool_node n ON n.node = p.node
    WHERE NOT n.retired AND p.complete_sequence < p.highest_sequence
$$;

-- As before, and with the day's shares its slices go.
CREATE OR REPLACE FUNCTION share_day_drop(
    p_keep_days integer, p_windows integer, p_pools text[], p_difficulties numeric[],
    OUT dropped date, OUT oldest date, OUT why text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = motherlode, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    days   date[];
    needed record;
BEGIN
    IF p_keep_days IS NULL OR p_keep_days < 7 OR p_windows IS NULL OR p_windows < 1
        OR array_length(p_pools, 1) IS DISTINCT FROM array_length(p_difficulties, 1)
        OR EXISTS (SELECT FROM unnest(p_difficulties) d WHERE d IS NULL OR d <= 0) THEN
        RAISE EXCEPTION 'at least 7 days and 1 window are kept, and each pool has a difficulty'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    why := '';
    PERFORM pg_advisory_xact_lock(hashtextextended('motherlode/share_days_ahead', 0));
    SELECT array_agg(to_date(right(c.relname, 8), 'YYYYMMDD') ORDER BY c.relname) INTO days
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'pool_share'::regclass AND c.relname ~ '^pool_share_[0-9]{8}$';
    oldest := days[1];
    IF oldest IS NULL OR oldest >= (now() AT TIME ZONE 'UTC')::date - p_keep_days THEN
        RETURN;
    END IF;
    SELECT * INTO needed FROM share_needed(p_windows, p_pools, p_difficulties) n ORDER BY n.needed_from LIMIT 1;
    IF needed.needed_from < (oldest + 1)::timestamp AT TIME ZONE 'UTC' THEN
        why := needed.why;
        RETURN;
    END IF;
    EXECUTE format('DROP TABLE %I', 'pool_share_' || to_char(oldest, 'YYYYMMDD'));
    EXECUTE format('DROP TABLE IF EXISTS %I', 'share_batch_' || to_char(oldest, 'YYYYMMDD'));
    EXECUTE format('DROP TABLE IF EXISTS %I', 'share_slice_miner_' || to_char(oldest, 'YYYYMMDD'));
    DELETE FROM share_slice k
    WHERE k.since >= oldest::timestamp AT TIME ZONE 'UTC' AND k.since < (oldest + 1)::timestamp AT TIME ZONE 'UTC';
    dropped := oldest;
    oldest := days[2];
END $$;
