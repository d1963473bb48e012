-- Letting old shares go, by whole days, and never what money may still be divided by.

-- Pools that will not come back. The shares of any other pool that is not open are all kept, for it may open again.
CREATE TABLE pool_retired (
    pool   text        PRIMARY KEY,
    actor  text        NOT NULL CHECK (actor <> ''),
    reason text        NOT NULL CHECK (reason <> ''),
    at     timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, DELETE ON pool_retired TO motherlode_app;

-- When the oldest share was accepted of a window over in_work times the percentage of the pool's terms (the largest ever)
-- that starts at the given share. -infinity if the window is not full, for then any older share may be missing from it,
-- and if there are no terms.
CREATE FUNCTION window_begin(
    in_pool text, in_at timestamptz, in_node smallint, in_epoch bigint, in_sequence bigint, in_work numeric)
    RETURNS timestamptz LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT coalesce((
        SELECT e.accepted_at FROM (
            SELECT greatest(1, div(in_work * max(t.window_percent), 100)) AS size FROM scheme_terms t
            WHERE t.pool = in_pool HAVING count(*) > 0) z,
        window_edge(in_pool, in_at, in_node, in_epoch, in_sequence, z.size) e
        WHERE e.filled = z.size), '-infinity')
$$;

-- From when on shares are needed, and by what. Blocks: those that are not settled to their end, and those of the last 31
-- days, which is longer than the chain is asked about a block. Blocks to come: for each open pool so many windows of the
-- network's difficulty as it is now, back from the newest share, by whole days; all shares while the pool has no terms.
-- Nodes that are not retired and whose shares have a gap: the batches from there on.
CREATE FUNCTION share_needed(p_windows integer, p_pools text[], p_difficulties numeric[])
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
                   SELECT k.day, sum(sum(k.work)) OVER (ORDER BY k.day DESC) AS reached
                   FROM share_day k WHERE k.pool = o.pool GROUP BY k.day) d
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
    SELECT p.complete_until - interval '1 day', format('shares of node %s, epoch %s, have a gap', p.node, p.epoch)
    FROM share_progress p JOIN pool_node n ON n.node = p.node
    WHERE NOT n.retired AND p.complete_sequence < p.highest_sequence
$$;

-- Drops the oldest day's shares and batches if that day is over for more than p_keep_days and nothing needs it. Says which
-- day was dropped, which is the oldest day left, and what that one is needed by if it is older than p_keep_days. What lies
-- in the rest is not touched. With the owner's rights, because the application's role may not drop tables.
CREATE FUNCTION share_day_drop(
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
    dropped := oldest;
    oldest := days[2];
END $$;
REVOKE ALL ON FUNCTION share_day_drop(integer, integer, text[], numeric[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION share_day_drop(integer, integer, text[], numeric[]) TO motherlode_app;
