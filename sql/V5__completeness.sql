-- Once a node is complete up to a time it stays so, also while the first batches of its next life come out of order: what a
-- later life accepted is later than what an earlier one had vouched for.
CREATE OR REPLACE FUNCTION node_is_complete(p_node smallint, p_at timestamptz)
    RETURNS boolean LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM share_progress p
        WHERE p.node = p_node AND p.complete_until > p_at
          AND NOT EXISTS (
              SELECT FROM share_progress earlier
              WHERE earlier.node = p.node AND earlier.epoch < p.epoch
                AND earlier.complete_until <= p_at AND earlier.complete_sequence < earlier.highest_sequence))
$$;
