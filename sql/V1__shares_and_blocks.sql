-- Shares as miners were told, batches as they came, and the blocks that were found.
-- Runs as the owner. The application's role may add rows; it may change only what is granted below.

-- The nodes that accept shares. A node is written down before it lets the first miner in; settlement waits for every node
-- that is not retired. Retire one that will never come back:  UPDATE pool_node SET retired = true WHERE node = 3;
CREATE TABLE pool_node (
    node    smallint NOT NULL PRIMARY KEY CHECK (node BETWEEN 0 AND 255),
    retired boolean  NOT NULL DEFAULT false
);

-- A batch that was stored; one that comes again is known by its id. Empty signs of life are not kept.
CREATE TABLE share_batch (
    day            date        NOT NULL,  -- of closed_at, in UTC
    batch_id       uuid        NOT NULL,
    node           smallint    NOT NULL,
    epoch          bigint      NOT NULL,
    previous_epoch bigint      NOT NULL,
    first_sequence bigint      NOT NULL,  -- last_sequence + 1 if the batch has only refusals
    last_sequence  bigint      NOT NULL,
    closed_at      timestamptz NOT NULL,
    PRIMARY KEY (day, batch_id)
) PARTITION BY RANGE (day);

CREATE INDEX share_batch_sequence ON share_batch (node, epoch, last_sequence, closed_at);

CREATE TABLE share_batch_rest PARTITION OF share_batch DEFAULT;

-- How far each life of each node is known without a gap: all shares up to complete_sequence are in pool_share, and the
-- node had accepted nothing beyond it at complete_until. A life is over as soon as a later one has sent a batch.
-- highest_sequence above complete_sequence means that something between is missing.
CREATE TABLE share_progress (
    node              smallint    NOT NULL REFERENCES pool_node,
    epoch             bigint      NOT NULL,
    previous_epoch    bigint      NOT NULL,
    complete_sequence bigint      NOT NULL,
    complete_until    timestamptz NOT NULL,
    highest_sequence  bigint      NOT NULL,
    PRIMARY KEY (node, epoch)
);

CREATE TABLE pool_share (
    pool        text           NOT NULL,
    node        smallint       NOT NULL,
    epoch       bigint         NOT NULL,
    sequence    bigint         NOT NULL,
    accepted_at timestamptz    NOT NULL,
    miner       text           NOT NULL,
    worker      text           NOT NULL,
    difficulty  numeric(78, 0) NOT NULL CHECK (difficulty > 0),
    height      bigint         NOT NULL,
    hash        bytea          NOT NULL,
    PRIMARY KEY (accepted_at, node, epoch, sequence)
) PARTITION BY RANGE (accepted_at);

-- The order of a pool's shares is acceptance time, then node, then epoch, then sequence: fixed once.
CREATE INDEX pool_share_order ON pool_share (pool, accepted_at DESC, node DESC, epoch DESC, sequence DESC);
CREATE INDEX pool_share_miner ON pool_share (pool, miner, accepted_at DESC);

-- Takes what no daily partition takes, so that a share is never refused for want of one.
CREATE TABLE pool_share_rest PARTITION OF pool_share DEFAULT;

CREATE TABLE share_refused (
    pool   text     NOT NULL,
    day    date     NOT NULL,
    miner  text     NOT NULL,
    worker text     NOT NULL,
    why    text     NOT NULL,
    shares bigint   NOT NULL,
    PRIMARY KEY (pool, day, miner, worker, why)
);

CREATE TABLE pool_block (
    number             bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool               text           NOT NULL,
    height             bigint         NOT NULL,
    block_id           text           NOT NULL,
    state              text           NOT NULL CHECK (state IN ('FOUND', 'IMMATURE', 'MATURE', 'ORPHANED')),
    finder             text           NOT NULL,
    worker             text           NOT NULL,
    network_difficulty numeric(78, 0) NOT NULL,
    asset              text           NOT NULL,
    expected_reward    numeric(38, 0),           -- atoms, where the chain knows it before maturity
    final_reward       numeric(38, 0),           -- atoms, from maturity on
    watermark_node     smallint       NOT NULL,
    watermark_epoch    bigint         NOT NULL,
    watermark_sequence bigint         NOT NULL,
    found_at           timestamptz    NOT NULL,  -- acceptance time of the watermark's share
    bytes              bytea          NOT NULL,  -- as given to the node; it may be given again
    confirmations      bigint         NOT NULL DEFAULT 0,
    required           bigint         NOT NULL DEFAULT 0,
    asked_at           timestamptz,              -- when the chain was last asked about it
    known_at           timestamptz,              -- when the chain last knew it; empty: never
    words              text           NOT NULL DEFAULT '',
    UNIQUE (pool, block_id)
);

CREATE INDEX pool_block_by_time ON pool_block (pool, found_at DESC);

CREATE INDEX pool_block_open ON pool_block (asked_at) WHERE state <> 'MATURE';

-- Moves a life's progress over the batches that are stored, as far as there is no gap. The caller says what it knows beside
-- them: that at p_closed_at nothing beyond p_last was accepted. Runs inside the transaction that stored the batches.
CREATE FUNCTION share_advance(
    p_node smallint, p_epoch bigint, p_previous bigint, p_last bigint, p_closed_at timestamptz)
    RETURNS share_progress LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
DECLARE
    progress share_progress;
    batch    record;
BEGIN
    INSERT INTO pool_node (node) VALUES (p_node) ON CONFLICT DO NOTHING;
    INSERT INTO share_progress VALUES (p_node, p_epoch, p_previous, 0, '1970-01-01 00:00:00+00', 0) ON CONFLICT DO NOTHING;
    SELECT * INTO progress FROM share_progress p WHERE p.node = p_node AND p.epoch = p_epoch FOR UPDATE;
    FOR batch IN
        SELECT b.first_sequence, b.last_sequence, b.closed_at FROM share_batch b
        WHERE b.node = p_node AND b.epoch = p_epoch
          AND (b.last_sequence, b.closed_at) > (progress.complete_sequence, progress.complete_until)
          AND b.day >= (progress.complete_until AT TIME ZONE 'UTC')::date - 1
        ORDER BY b.last_sequence, b.closed_at, b.first_sequence
    LOOP
        EXIT WHEN batch.first_sequence > progress.complete_sequence + 1;
        IF batch.first_sequence <= progress.complete_sequence AND batch.first_sequence <= batch.last_sequence THEN
            RAISE EXCEPTION 'node % sent share % of epoch % in two different batches: do two servers have this node id?',
                p_node, batch.first_sequence, p_epoch USING ERRCODE = 'exclusion_violation';
        END IF;
        progress.complete_sequence := batch.last_sequence;
        progress.complete_until := greatest(progress.complete_until, batch.closed_at);
    END LOOP;
    IF progress.complete_sequence = p_last THEN
        progress.complete_until := greatest(progress.complete_until, p_closed_at);
    END IF;
    progress.highest_sequence := greatest(progress.highest_sequence, progress.complete_sequence, p_last);
    UPDATE share_progress p
    SET complete_sequence = progress.complete_sequence, complete_until = progress.complete_until,
        highest_sequence = progress.highest_sequence
    WHERE p.node = p_node AND p.epoch = p_epoch;
    RETURN progress;
END $$;

-- Whether all that node p_node accepted up to p_at (inclusive) is in pool_share. Later shares are never older: a node's
-- acceptance times do not run backwards, so a life that had accepted nothing after p_at has nothing to add. A node that
-- was written down and has sent nothing yet is waited for.
CREATE FUNCTION node_is_complete(p_node smallint, p_at timestamptz)
    RETURNS boolean LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT coalesce(bool_and(p.complete_until > p_at OR (p.epoch < latest AND p.complete_sequence = p.highest_sequence)), false)
    FROM (SELECT q.*, max(q.epoch) OVER () AS latest FROM share_progress q WHERE q.node = p_node) p
$$;

-- Whether all shares of a block's window can be read: the finder's node up to the watermark without a gap, its earlier lives
-- without a gap, every other node that is not retired up to found_at. A block reaches the disk before the batch of its own
-- share does, so a crash may take the last shares with it, which no miner was told; once the node's next life has spoken,
-- all that there is of the old one is here. Once true it stays true.
--   SELECT b.* FROM pool_block b WHERE block_is_complete(b) ORDER BY b.found_at
CREATE FUNCTION block_is_complete(b pool_block)
    RETURNS boolean LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM share_progress p
        WHERE p.node = b.watermark_node AND p.epoch = b.watermark_epoch
          AND (p.complete_sequence >= b.watermark_sequence
            OR p.complete_sequence = p.highest_sequence AND EXISTS (
                SELECT FROM share_progress later WHERE later.node = p.node AND later.epoch > p.epoch)))
    AND NOT EXISTS (
        SELECT FROM share_progress p
        WHERE p.node = b.watermark_node AND p.epoch < b.watermark_epoch
          AND p.complete_sequence < p.highest_sequence AND p.complete_until <= b.found_at)
    AND NOT EXISTS (
        SELECT FROM pool_node n
        WHERE NOT n.retired AND n.node <> b.watermark_node AND NOT node_is_complete(n.node, b.found_at))
$$;

-- Makes the daily partitions from today to p_days days ahead, in UTC, and says how many were new. A day whose rows already
-- lie in the rest stays there. With the owner's rights, because the application's role may not create tables.
CREATE FUNCTION share_days_ahead(p_days integer)
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
            made := made + 1;
        EXCEPTION WHEN check_violation THEN
            RAISE NOTICE 'shares of % already lie in the rest', day;
        END;
    END LOOP;
    RETURN made;
END $$;
REVOKE ALL ON FUNCTION share_days_ahead(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION share_days_ahead(integer) TO motherlode_app;

GRANT SELECT, INSERT ON pool_node, share_batch, pool_share TO motherlode_app;
GRANT SELECT, INSERT, UPDATE ON share_progress, share_refused TO motherlode_app;
GRANT SELECT, INSERT ON pool_block TO motherlode_app;
GRANT UPDATE (state, expected_reward, final_reward, confirmations, required, asked_at, known_at, words)
    ON pool_block TO motherlode_app;
