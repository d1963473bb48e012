-- Who makes or drops a day locks its tables in the order in which shares are stored: batches, shares, slices. In another order
-- the two may wait for each other, and one of them is ended.

-- As before, in that order.
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
            EXECUTE format('CREATE TABLE %I PARTITION OF share_batch FOR VALUES FROM (%L) TO (%L)',
                'share_batch_' || to_char(day, 'YYYYMMDD'), day, day + 1);
            EXECUTE format('CREATE TABLE %I PARTITION OF pool_share FOR VALUES FROM (%L) TO (%L)',
                'pool_share_' || to_char(day, 'YYYYMMDD'),
                to_char(day, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00:00+00');
            PERFORM share_slice_day(day);
            made := made + 1;
        EXCEPTION WHEN check_violation THEN
            RAISE NOTICE 'shares of % already lie in the rest', day;
        END;
    END LOOP;
    RETURN made;
END $$;

-- As before, in that order.
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
    EXECUTE format('DROP TABLE IF EXISTS %I', 'share_batch_' || to_char(oldest, 'YYYYMMDD'));
    EXECUTE format('DROP TABLE %I', 'pool_share_' || to_char(oldest, 'YYYYMMDD'));
    EXECUTE format('DROP TABLE IF EXISTS %I', 'share_slice_miner_' || to_char(oldest, 'YYYYMMDD'));
    DELETE FROM share_slice k
    WHERE k.since >= oldest::timestamp AT TIME ZONE 'UTC' AND k.since < (oldest + 1)::timestamp AT TIME ZONE 'UTC';
    dropped := oldest;
    oldest := days[2];
END $$;
