-- The sums by miner of a window in one pass and in memory: with the default of a few megabytes they were written to disk and read
-- again, part by part, which took several times as long from some ten thousand miners on. A hundred thousand take 55 MB.
ALTER FUNCTION window_weights(text, timestamptz, smallint, bigint, bigint, timestamptz, smallint, bigint, bigint)
    SET work_mem = '128MB';
ALTER FUNCTION shares_window(text, timestamptz, smallint, bigint, bigint, integer) SET work_mem = '128MB';
