-- A retired node will not speak again, so its last life is over too: what it stored without a gap is all there is of it, and
-- a gap in its shares is not waited for. This frees the blocks that a dead node found itself. Blocks of other finders do not
-- wait for retired nodes anyway.
--   SELECT b.* FROM pool_block b WHERE block_is_complete(b) ORDER BY b.found_at
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
$$;
