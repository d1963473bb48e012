-- Schemes other than PPLNS by difficulty, the finder's bonus and the donation. What is there was PPLNS by difficulty without
-- either. The new columns have no default: whoever writes a version says all of it, and nothing ends by being left out.

ALTER TABLE scheme_terms
    ADD COLUMN scheme text NOT NULL DEFAULT 'PPLNS' CONSTRAINT scheme_is_known CHECK (scheme IN ('PPLNS', 'PROP', 'SOLO')),
    ADD COLUMN window_shares integer CHECK (window_shares BETWEEN 1 AND 1000000),
    ADD COLUMN finder_bonus_basis_points integer NOT NULL DEFAULT 0 CHECK (finder_bonus_basis_points BETWEEN 0 AND 10000),
    ADD COLUMN donation_basis_points integer NOT NULL DEFAULT 0 CHECK (donation_basis_points BETWEEN 0 AND 10000),
    ADD COLUMN donation_address text CHECK (donation_address <> ''),
    ALTER COLUMN window_percent DROP NOT NULL,
    ALTER COLUMN unfilled DROP NOT NULL,
    ADD CONSTRAINT parts_are_at_most_the_whole
        CHECK (fee_basis_points + donation_basis_points + finder_bonus_basis_points <= 10000),
    ADD CONSTRAINT donation_has_an_address CHECK ((donation_basis_points > 0) = (donation_address IS NOT NULL)),
    ADD CONSTRAINT only_pplns_has_one_window CHECK (
        CASE scheme WHEN 'PPLNS' THEN num_nonnulls(window_percent, window_shares) = 1 AND unfilled IS NOT NULL
        ELSE num_nonnulls(window_percent, window_shares, unfilled) = 0 AND finder_bonus_basis_points = 0 END);
ALTER TABLE scheme_terms
    ALTER COLUMN scheme DROP DEFAULT,
    ALTER COLUMN finder_bonus_basis_points DROP DEFAULT,
    ALTER COLUMN donation_basis_points DROP DEFAULT;

-- size and filled are work, or numbers of shares; of a round the previous block ended the one before. The credits in block_weight
-- are all that an owner gets of the block, with finder's bonus and donation; who gets only these, and has no weight, has no row.
ALTER TABLE block_settlement
    ADD COLUMN scheme text NOT NULL DEFAULT 'PPLNS',
    ADD COLUMN unit text NOT NULL DEFAULT 'WORK' CHECK (unit IN ('WORK', 'SHARES')),
    ADD COLUMN previous_block bigint REFERENCES pool_block (number) CHECK (scheme = 'PROP' OR previous_block IS NULL);
ALTER TABLE block_settlement ALTER COLUMN scheme DROP DEFAULT, ALTER COLUMN unit DROP DEFAULT;

-- The last in_shares shares up to and with the given one: what each miner has in them, and in each row the oldest of them.
-- Reads these, and of each older day one more at most: in the order of pool_share_order, which no sort may replace.
CREATE FUNCTION shares_window(
    in_pool text, in_at timestamptz, in_node smallint, in_epoch bigint, in_sequence bigint, in_shares integer)
    RETURNS TABLE (miner text, weight numeric, shares bigint, edge_accepted_at timestamptz, edge_node smallint,
                   edge_epoch bigint, edge_sequence bigint, edge_counted numeric)
    LANGUAGE plpgsql STABLE SET search_path = motherlode, pg_temp SET enable_sort = off SET enable_incremental_sort = off AS $$
BEGIN
    RETURN QUERY EXECUTE $query$
        WITH newest AS MATERIALIZED (
            SELECT s.accepted_at, s.node, s.epoch, s.sequence, s.miner, s.difficulty FROM pool_share s
            WHERE s.pool = $1 AND s.accepted_at <= $2 AND (s.accepted_at, s.node, s.epoch, s.sequence) <= ($2, $3, $4, $5)
            ORDER BY s.accepted_at DESC, s.node DESC, s.epoch DESC, s.sequence DESC LIMIT $6)
        SELECT w.miner, w.weight, w.shares, o.accepted_at, o.node, o.epoch, o.sequence, o.difficulty
        FROM (SELECT n.miner, sum(n.difficulty) AS weight, count(*) AS shares FROM newest n GROUP BY n.miner) w,
             (SELECT * FROM newest n ORDER BY n.accepted_at, n.node, n.epoch, n.sequence LIMIT 1) o
        $query$ USING in_pool, in_at, in_node, in_epoch, in_sequence, in_shares;
END $$;

-- The oldest share after the first of two shares and up to and with the last, and the work of all of these. Reads the sums of
-- the slices, and the shares only of the slice of that oldest one and of the newest.
CREATE FUNCTION round_edge(
    in_pool text, first_at timestamptz, first_node smallint, first_epoch bigint, first_sequence bigint,
    last_at timestamptz, last_node smallint, last_epoch bigint, last_sequence bigint,
    OUT accepted_at timestamptz, OUT node smallint, OUT epoch bigint, OUT sequence bigint,
    OUT counted numeric, OUT filled numeric)
LANGUAGE plpgsql STABLE SET search_path = motherlode, pg_temp AS $$
BEGIN
    SELECT s.accepted_at, s.node, s.epoch, s.sequence, s.difficulty INTO accepted_at, node, epoch, sequence, counted
    FROM pool_share s
    WHERE s.pool = in_pool AND s.accepted_at >= first_at AND s.accepted_at <= last_at
      AND (s.accepted_at, s.node, s.epoch, s.sequence) > (first_at, first_node, first_epoch, first_sequence)
      AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (last_at, last_node, last_epoch, last_sequence)
    ORDER BY s.accepted_at, s.node, s.epoch, s.sequence LIMIT 1;
    SELECT coalesce(sum(p.work), 0) INTO filled FROM (
        SELECT s.difficulty AS work FROM pool_share s
        WHERE s.pool = in_pool AND s.accepted_at >= round_edge.accepted_at AND s.accepted_at <= last_at
          AND s.accepted_at < share_slice_of(round_edge.accepted_at) + interval '10 minutes'
          AND (s.accepted_at, s.node, s.epoch, s.sequence) >= (round_edge.accepted_at, round_edge.node, round_edge.epoch,
                                                               round_edge.sequence)
          AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (last_at, last_node, last_epoch, last_sequence)
      UNION ALL
        SELECT k.work FROM share_slice k
        WHERE k.pool = in_pool AND k.since > share_slice_of(round_edge.accepted_at) AND k.since < share_slice_of(last_at)
      UNION ALL
        SELECT s.difficulty FROM pool_share s
        WHERE s.pool = in_pool AND s.accepted_at >= share_slice_of(last_at) AND s.accepted_at <= last_at
          AND s.accepted_at >= share_slice_of(round_edge.accepted_at) + interval '10 minutes'
          AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (last_at, last_node, last_epoch, last_sequence)) p;
END $$;

-- The pool's block before this one, by the order of their shares and whatever became of it; empty if there was none.
CREATE FUNCTION block_before(b pool_block) RETURNS bigint LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT p.number FROM pool_block p
    WHERE p.pool = b.pool AND p.found_at <= b.found_at
      AND (p.found_at, p.watermark_node, p.watermark_epoch, p.watermark_sequence)
        < (b.found_at, b.watermark_node, b.watermark_epoch, b.watermark_sequence)
    ORDER BY p.found_at DESC, p.watermark_node DESC, p.watermark_epoch DESC, p.watermark_sequence DESC LIMIT 1
$$;

-- Whether the blocks that end rounds are known up to this one. Any found block may lie in a dead letter of theirs, and only
-- PROP asks for them.
CREATE FUNCTION block_before_is_known(b pool_block)
    RETURNS boolean LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT NOT EXISTS (SELECT FROM dead_letter d WHERE d.ended IS NULL AND d.queue = 'blocks')
        OR NOT coalesce((
            SELECT t.scheme = 'PROP' FROM scheme_terms t
            WHERE t.pool = b.pool AND t.effective_from_height <= greatest(b.height, (
                SELECT min(f.effective_from_height) FROM scheme_terms f WHERE f.pool = b.pool))
            ORDER BY t.version DESC LIMIT 1), false)
$$;

-- What the versions of a pool's terms together ask of its shares, for any may come to rule a block: the longest windows, and
-- whether there are rounds. No row without terms.
CREATE FUNCTION terms_reach(in_pool text, OUT percent integer, OUT shares integer, OUT rounds boolean)
    RETURNS SETOF record LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT max(t.window_percent), max(t.window_shares), bool_or(t.scheme = 'PROP')
    FROM scheme_terms t WHERE t.pool = in_pool HAVING count(*) > 0
$$;

-- When the in_shares-th share was accepted, counted back from the given one on; empty if there are not so many.
CREATE FUNCTION shares_begin(
    in_pool text, in_at timestamptz, in_node smallint, in_epoch bigint, in_sequence bigint, in_shares bigint)
    RETURNS timestamptz LANGUAGE plpgsql STABLE SET search_path = motherlode, pg_temp
    SET enable_sort = off SET enable_incremental_sort = off AS $$
DECLARE
    begins timestamptz;
BEGIN
    EXECUTE $query$
        SELECT s.accepted_at FROM pool_share s
        WHERE s.pool = $1 AND s.accepted_at <= $2 AND (s.accepted_at, s.node, s.epoch, s.sequence) <= ($2, $3, $4, $5)
        ORDER BY s.accepted_at DESC, s.node DESC, s.epoch DESC, s.sequence DESC OFFSET $6 - 1 LIMIT 1
        $query$ INTO begins USING in_pool, in_at, in_node, in_epoch, in_sequence, in_shares;
    RETURN begins;
END $$;

-- As before, of all schemes: when the oldest share was accepted that any version of the pool's terms may need for a block
-- with this share. Of a round it is the share of the block before. Infinity if no version needs any.
CREATE OR REPLACE FUNCTION window_begin(
    in_pool text, in_at timestamptz, in_node smallint, in_epoch bigint, in_sequence bigint, in_work numeric)
    RETURNS timestamptz LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT coalesce((
        SELECT least(
            CASE WHEN t.percent IS NOT NULL THEN coalesce((
                SELECT e.accepted_at FROM (SELECT greatest(1, div(in_work * t.percent, 100)) AS size) z,
                window_edge(in_pool, in_at, in_node, in_epoch, in_sequence, z.size) e
                WHERE e.filled = z.size), '-infinity') END,
            CASE WHEN t.shares IS NOT NULL THEN coalesce(
                shares_begin(in_pool, in_at, in_node, in_epoch, in_sequence, t.shares), '-infinity') END,
            CASE WHEN t.rounds THEN coalesce((
                SELECT max(p.found_at) FROM pool_block p WHERE p.pool = in_pool AND p.found_at <= in_at
                  AND (p.found_at, p.watermark_node, p.watermark_epoch, p.watermark_sequence)
                    < (in_at, in_node, in_epoch, in_sequence)), '-infinity') END,
            'infinity')
        FROM terms_reach(in_pool) t), '-infinity')
$$;

-- As before, of all schemes: the next blocks need so many windows of work or of shares, and the open round, from the share of
-- the newest block on.
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
               SELECT least(
                   CASE WHEN t.percent IS NOT NULL THEN coalesce((
                       SELECT max(d.day)::timestamp AT TIME ZONE 'UTC' FROM (
                           SELECT (k.since AT TIME ZONE 'UTC')::date AS day, sum(sum(k.work)) OVER (ORDER BY
                               (k.since AT TIME ZONE 'UTC')::date DESC) AS reached
                           FROM share_slice k WHERE k.pool = o.pool GROUP BY 1) d
                       WHERE d.reached >= greatest(1, div(o.difficulty * p_windows * t.percent, 100))), '-infinity') END,
                   CASE WHEN t.shares IS NOT NULL THEN coalesce(shares_begin(
                       o.pool, 'infinity', 0::smallint, 0, 0, t.shares::bigint * p_windows), '-infinity') END,
                   CASE WHEN t.rounds THEN coalesce((
                       SELECT max(n.found_at) FROM pool_block n WHERE n.pool = o.pool), '-infinity') END,
                   'infinity')
               FROM terms_reach(o.pool) t), '-infinity'),
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
