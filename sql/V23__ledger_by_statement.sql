-- Balances are opened and moved once for each statement, and not once for each of its rows: a block of a hundred thousand miners
-- changed the row of its `immature` account a hundred thousand times, and left as many dead ones behind.
--
-- As before a balance is credits minus debits, changed in the transaction that adds the transfers. What a balance may never be
-- holds after each statement: transfers of one statement may borrow from one another, those of two may not.

DROP TRIGGER ledger_open ON ledger_account;
CREATE OR REPLACE FUNCTION ledger_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp AS $$
BEGIN
    INSERT INTO ledger_balance (account, kind, balance) SELECT a.number, a.kind, 0 FROM added a;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_open AFTER INSERT ON ledger_account
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_open();

DROP TRIGGER ledger_move ON ledger_transfer;
CREATE OR REPLACE FUNCTION ledger_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp AS $$
BEGIN
    UPDATE ledger_balance b SET balance = b.balance + m.amount FROM (
        SELECT k.account, sum(k.amount) AS amount FROM (
            SELECT a.from_account AS account, -a.amount AS amount FROM added a
          UNION ALL
            SELECT a.to_account, a.amount FROM added a) k
        GROUP BY k.account) m
    WHERE b.account = m.account;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_move AFTER INSERT ON ledger_transfer
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_move();
REVOKE ALL ON FUNCTION ledger_open(), ledger_move() FROM PUBLIC;

-- A balance that changes with every block finds room on its own page.
ALTER TABLE ledger_balance SET (fillfactor = 50);
