-- Messages that could not be stored. Each is written down here before anything behind it in its queue is stored, so that no
-- block is settled as if its shares had never been. The message itself lies in the queue DLQ of the node that had it.

CREATE TABLE dead_letter (
    letter         text        NOT NULL PRIMARY KEY,  -- the message's id; of a batch of shares, the batch's
    queue          text        NOT NULL,              -- where it came from: shares, blocks
    why            text        NOT NULL,
    at             timestamptz NOT NULL DEFAULT now(),
    node           smallint,                          -- from here on: what is known of a batch of shares beside its body,
    epoch          bigint,                            -- all empty in messages of servers that did not write it there
    previous_epoch bigint,
    first_sequence bigint,                            -- last_sequence + 1 if the batch has no shares
    last_sequence  bigint,
    opened_at      timestamptz,                       -- acceptance of its first share, or closed_at
    closed_at      timestamptz,
    ended          text CHECK (ended IN ('STORED', 'GIVEN UP')),
    ended_at       timestamptz,
    actor          text,
    reason         text,
    CHECK ((ended IS NULL) = (ended_at IS NULL)),
    CHECK (ended IS DISTINCT FROM 'GIVEN UP' OR coalesce(actor, '') <> '' AND coalesce(reason, '') <> '')
);
CREATE INDEX dead_letter_open ON dead_letter (queue) WHERE ended IS NULL;
GRANT SELECT, INSERT ON dead_letter TO motherlode_app;
GRANT UPDATE (ended, ended_at) ON dead_letter TO motherlode_app;

-- As before, and no dead letter may have shares of the block's window: one that has an end, was opened after the block was
-- found, has no shares, or is of a retired node, cannot. One of which nothing is known might.
CREATE OR REPLACE FUNCTION block_is_complete(b pool_block)
    RETURNS boolean LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT (
        EXISTS (SELECT FROM pool_node n WHERE n.node = b.watermark_node AND n.retired)
        OR EXISTS (
            SELECT FROM share_progress p
            WHERE p.node = b.watermark_node AND p.epoch = b.watermark_epoch
              AND (p.complete_sequence >= b.watermark_sequence
                OR p.complete_sequence = p.highest_sequence AND EXISTS (
                    SELECT FROM share_progress later WHERE later.node = p.node AND later.epoch > p.epoch)))
        AND NOT EXISTS (
            SELECT FROM share_progress p
            WHERE p.node = b.watermark_node AND p.epoch < b.watermark_epoch
              AND p.complete_sequence < p.highest_sequence AND p.complete_until <= b.found_at))
    AND NOT EXISTS (
        SELECT FROM pool_node n
        WHERE NOT n.retired AND n.node <> b.watermark_node AND NOT node_is_complete(n.node, b.found_at))
    AND NOT EXISTS (
        SELECT FROM dead_letter d
        WHERE d.ended IS NULL AND d.queue = 'shares' AND coalesce(d.opened_at, '-infinity') <= b.found_at
          AND coalesce(d.first_sequence <= d.last_sequence, true)
          AND NOT EXISTS (SELECT FROM pool_node n WHERE n.node = d.node AND n.retired))
$$;

-- A person decides that what a dead letter holds is lost, or was credited by hand: blocks do not wait for it any more. The
-- gap that it left closes as if an empty batch had come in its place; should the message come back all the same, its shares
-- are not counted. For the owner of the tables:
--   SELECT * FROM dead_letter WHERE ended IS NULL;
--   SELECT dead_letter_give_up('2f1c…', 'your name', 'why');
CREATE FUNCTION dead_letter_give_up(p_letter text, p_actor text, p_reason text)
    RETURNS void LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
DECLARE
    given dead_letter;
    begin_at bigint;
BEGIN
    UPDATE dead_letter SET ended = 'GIVEN UP', ended_at = now(), actor = p_actor, reason = p_reason
    WHERE letter = p_letter AND ended IS NULL RETURNING * INTO given;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no dead letter % that waits for a decision', p_letter USING ERRCODE = 'no_data_found';
    END IF;
    SELECT greatest(given.first_sequence, coalesce(max(p.complete_sequence), 0) + 1) INTO begin_at
    FROM share_progress p WHERE p.node = given.node AND p.epoch = given.epoch;
    IF begin_at <= given.last_sequence THEN
        INSERT INTO share_batch VALUES ((given.closed_at AT TIME ZONE 'UTC')::date, given.letter::uuid, given.node,
            given.epoch, given.previous_epoch, begin_at, given.last_sequence, given.closed_at) ON CONFLICT DO NOTHING;
        PERFORM share_advance(given.node, given.epoch, given.previous_epoch, given.last_sequence, given.closed_at);
    END IF;
END $$;
REVOKE ALL ON FUNCTION dead_letter_give_up(text, text, text) FROM PUBLIC;
