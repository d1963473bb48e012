-- The whole check of a pool's books: against themselves from the first transfer on, against the shares, and against the wallet
-- and the chain. What it finds stays until a later check finds it right, over restarts too.

-- When a node was written down; empty for those that were known before. Shares of one that came later than a block's window was
-- frozen explain that the window has others now.
ALTER TABLE pool_node ADD COLUMN known_at timestamptz;
ALTER TABLE pool_node ALTER COLUMN known_at SET DEFAULT now();

-- What is known of each rule. While nobody can tell (the wallet is away), what was broken stays broken.
CREATE TABLE books_result (
    pool       text        NOT NULL,
    invariant  text        NOT NULL,             -- I1, I2, I3, I4, I5-books, I5-wallet, I7, I8
    broken     text        NOT NULL DEFAULT '',  -- what is wrong, with both figures; empty: nothing that is known
    since      timestamptz,                      -- of broken
    words      text        NOT NULL DEFAULT '',  -- what was compared, or why this pool's chain cannot tell
    unknown    text        NOT NULL DEFAULT '',  -- why it could not be told when it was last asked; empty: it could
    checked_at timestamptz,                      -- when it was last known; empty: never
    asked_at   timestamptz NOT NULL DEFAULT now(),
    began_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pool, invariant),
    CHECK ((broken = '') = (since IS NULL))
);

-- How far the check under way has come with each rule, and what it has found until now.
CREATE TABLE books_pass (
    pool      text    NOT NULL,
    invariant text    NOT NULL,
    run       bigint  NOT NULL,  -- of the job; another run begins anew
    reached   bigint  NOT NULL DEFAULT 0,
    done      boolean NOT NULL DEFAULT false,
    found     text[]  NOT NULL DEFAULT '{}',
    PRIMARY KEY (pool, invariant)
);
CREATE TABLE books_sum (
    account bigint         PRIMARY KEY REFERENCES ledger_account (number),
    sum     numeric(38, 0) NOT NULL  -- of the transfers up to where the check has come
);
-- What the wallet has shown as sent in the check under way.
CREATE TABLE books_seen (
    pool           text NOT NULL,
    transaction_id text NOT NULL,
    PRIMARY KEY (pool, transaction_id)
);

-- Above which height the wallet's movements are compared with the books; the newest row rules.
CREATE TABLE books_begin (
    number bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool   text        NOT NULL,
    height bigint      NOT NULL CHECK (height >= 0),
    actor  text        NOT NULL CHECK (actor <> ''),
    reason text        NOT NULL CHECK (reason <> ''),
    at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX books_begin_pool ON books_begin (pool, number DESC);

-- What moved in the wallet beside blocks and payouts, by a person's word: coins that the operator took or brought, or what the
-- books have in another way already (KNOWN), of which nothing is posted.
CREATE TABLE wallet_booking (
    pool           text           NOT NULL,
    transaction_id text           NOT NULL CHECK (transaction_id <> ''),
    kind           text           NOT NULL CHECK (kind IN ('WITHDRAWAL', 'DEPOSIT', 'KNOWN')),
    amount         numeric(38, 0) NOT NULL CHECK (amount >= 0),       -- atoms that left or came
    network_fee    numeric(38, 0) NOT NULL CHECK (network_fee >= 0),  -- beside them
    actor          text           NOT NULL CHECK (actor <> ''),
    reason         text           NOT NULL CHECK (reason <> ''),
    at             timestamptz    NOT NULL DEFAULT now(),
    PRIMARY KEY (pool, transaction_id),
    CHECK ((kind = 'KNOWN') = (amount = 0)),
    CHECK (kind = 'WITHDRAWAL' OR network_fee = 0)
);

CREATE INDEX pool_block_height ON pool_block (pool, height);

-- What keeps a pool from new payouts by its books; empty: nothing that is known.
CREATE FUNCTION books_wrong(p_pool text)
    RETURNS text LANGUAGE sql STABLE SET search_path = motherlode, pg_temp AS $$
    SELECT coalesce(string_agg(w.words, '; ' ORDER BY w.place, w.words), '') FROM (
        SELECT 0 AS place, c.words FROM ledger_check c WHERE c.pool = p_pool AND c.words <> ''
      UNION ALL
        SELECT 1, r.invariant || ': ' || r.broken FROM books_result r WHERE r.pool = p_pool AND r.broken <> '') w
$$;

DO $$
DECLARE
    written_once text;
BEGIN
    FOREACH written_once IN ARRAY ARRAY['books_begin', 'wallet_booking'] LOOP
        EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', written_once);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO motherlode_app', written_once);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON books_result TO motherlode_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON books_pass, books_sum, books_seen TO motherlode_app;
