-- What a pool is, by its name: written down when it is first opened, for nothing else keeps the same name from another chain or
-- network, whose play money would be paid with real coins. The highest version of a fact rules; a change is a new version.
CREATE TABLE pool_identity (
    pool    text        NOT NULL,
    fact    text        NOT NULL CHECK (fact IN ('chain', 'asset', 'address', 'network')),
    version integer     NOT NULL CHECK (version > 0),
    value   text        NOT NULL CHECK (value <> ''),
    actor   text        NOT NULL CHECK (actor <> ''),
    reason  text        NOT NULL CHECK (reason <> ''),
    at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pool, fact, version)
);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON pool_identity
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON pool_identity TO motherlode_app;

-- Of pools that are older than this table only their books tell something.
INSERT INTO pool_identity (pool, fact, version, value, actor, reason)
SELECT pool, 'asset', 1, min(asset), 'motherlode', 'the asset of its books'
FROM (SELECT pool, asset FROM ledger_account UNION SELECT pool, asset FROM payout_terms) known
GROUP BY pool HAVING count(*) = 1;
