-- A dead letter in which nothing could be read names no gap, so giving it up closes none. Whoever knows which life of which
-- node the shares were of says so: the first gap of that life closes as if an empty batch had come in its place, and the
-- letter's line keeps which shares that were; also if it was given up without that before. Should they come all the same, they count in windows that are not settled yet.
-- For the owner of the tables:
--   SELECT * FROM share_progress WHERE complete_sequence < highest_sequence;
--   SELECT dead_letter_give_up('ID:2f1c…', 'your name', 'why', 3, 17);
CREATE FUNCTION dead_letter_give_up(p_letter text, p_actor text, p_reason text, p_node integer, p_epoch bigint)
    RETURNS void LANGUAGE plpgsql SET search_path = motherlode, pg_temp AS $$
DECLARE
    life    share_progress;
    gap_end bigint;
BEGIN
    SELECT * INTO life FROM share_progress p
    WHERE p.node = p_node AND p.epoch = p_epoch AND p.complete_sequence < p.highest_sequence FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'node % has no gap in epoch %', p_node, p_epoch USING ERRCODE = 'no_data_found';
    END IF;
    SELECT coalesce(min(b.first_sequence) - 1, life.highest_sequence) INTO gap_end FROM share_batch b
    WHERE b.node = life.node AND b.epoch = life.epoch AND b.first_sequence > life.complete_sequence + 1;
    UPDATE dead_letter SET node = life.node, epoch = life.epoch, previous_epoch = life.previous_epoch,
        first_sequence = life.complete_sequence + 1, last_sequence = gap_end,
        opened_at = life.complete_until, closed_at = life.complete_until,
        ended = 'GIVEN UP', ended_at = now(), actor = p_actor, reason = p_reason
    WHERE letter = p_letter AND queue = 'shares' AND ended IS DISTINCT FROM 'STORED' AND node IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no dead letter % of unknown shares that were not stored', p_letter
            USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO share_batch VALUES ((life.complete_until AT TIME ZONE 'UTC')::date, md5(p_letter)::uuid, life.node,
        life.epoch, life.previous_epoch, life.complete_sequence + 1, gap_end, life.complete_until);
    PERFORM share_advance(life.node, life.epoch, life.previous_epoch, gap_end, life.complete_until);
END $$;
REVOKE ALL ON FUNCTION dead_letter_give_up(text, text, text, integer, bigint) FROM PUBLIC;
