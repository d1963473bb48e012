-- Before money is reserved for a payout the pool's books are checked: all balances sum to zero, and each is what its transfers
-- say. The transfers are summed once, in their order, beside the balances and by nothing that moves those; each check adds those
-- that are new.

-- A pool's transfers are posted one transaction after the other, so of two the later has the higher number.
ALTER TABLE ledger_transfer ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX ledger_transfer_number ON ledger_transfer (pool, number);

CREATE TABLE ledger_check (
    pool       text        PRIMARY KEY,
    number     bigint      NOT NULL,  -- of the last transfer that is in ledger_checked
    words      text        NOT NULL,  -- what was wrong when all had been checked; empty: nothing
    checked_at timestamptz NOT NULL
);

CREATE TABLE ledger_checked (
    account bigint         PRIMARY KEY REFERENCES ledger_account (number),
    sum     numeric(38, 0) NOT NULL   -- credits minus debits of the transfers up to ledger_check.number
);

-- Takes up to p_most transfers more into the check; when there are no more, compares. Says what is wrong, or that the check has
-- not come to the end yet, or nothing. While it runs nobody moves the pool's money. With the owner's rights, so that nothing
-- else writes what the balances are compared with.
CREATE FUNCTION ledger_prove(p_pool text, p_most integer)
    RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = motherlode, pg_temp AS $$
DECLARE
    before  bigint;
    reached bigint;
    wrong   text;
    rest    numeric;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('motherlode/ledger/' || p_pool, 0));
    INSERT INTO ledger_check VALUES (p_pool, 0, '', now()) ON CONFLICT DO NOTHING;
    SELECT c.number INTO before FROM ledger_check c WHERE c.pool = p_pool FOR UPDATE;
    SELECT coalesce(max(n.number), before) INTO reached FROM (
        SELECT t.number FROM ledger_transfer t WHERE t.pool = p_pool AND t.number > before
        ORDER BY t.number LIMIT p_most) n;
    INSERT INTO ledger_checked AS kept (account, sum)
    SELECT m.account, sum(m.amount)
    FROM ledger_transfer t, LATERAL (VALUES (t.to_account, t.amount), (t.from_account, -t.amount)) m (account, amount)
    WHERE t.pool = p_pool AND t.number > before AND t.number <= reached GROUP BY m.account
    ON CONFLICT (account) DO UPDATE SET sum = kept.sum + excluded.sum;
    UPDATE ledger_check c SET number = reached, checked_at = now() WHERE c.pool = p_pool;
    IF EXISTS (SELECT FROM ledger_transfer t WHERE t.pool = p_pool AND t.number > reached) THEN
        RETURN format('the books are still being checked, transfer %s was the last', reached);
    END IF;
    SELECT coalesce(sum(b.balance), 0) INTO rest
    FROM ledger_account a JOIN ledger_balance b ON b.account = a.number WHERE a.pool = p_pool;
    SELECT string_agg(format('%s is %s and its transfers sum to %s', d.name, d.balance, d.sum), ', ' ORDER BY d.number)
    INTO wrong FROM (
        SELECT a.number, concat_ws(' ', a.kind, nullif(a.owner, '')) AS name, b.balance, coalesce(s.sum, 0) AS sum
        FROM ledger_account a LEFT JOIN ledger_balance b ON b.account = a.number
        LEFT JOIN ledger_checked s ON s.account = a.number
        WHERE a.pool = p_pool AND b.balance IS DISTINCT FROM coalesce(s.sum, 0)
        ORDER BY a.number LIMIT 3) d;
    wrong := concat_ws('; ', CASE WHEN rest <> 0 THEN format('all balances sum to %s and not to 0', rest) END, wrong);
    UPDATE ledger_check c SET words = wrong WHERE c.pool = p_pool;
    RETURN wrong;
END $$;
REVOKE ALL ON FUNCTION ledger_prove(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_prove(text, integer) TO motherlode_app;
GRANT SELECT ON ledger_check, ledger_checked TO motherlode_app;
