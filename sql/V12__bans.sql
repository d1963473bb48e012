-- Who is kept out by the adapters. What holds is without lifted_at and ends in the future; what is over makes the next ban
-- longer, and is erased by the server some days later. A row that is written by hand holds on all nodes within seconds:
--   INSERT INTO ban VALUES ('192.0.2.0/24', now(), now() + '1 day', 1, 'what they hear', 'your name');
--   UPDATE ban SET lifted_at = now(), lifted_by = 'your name' WHERE subject = '192.0.2.0/24';
--   SELECT * FROM ban WHERE lifted_at IS NULL AND until > now() ORDER BY until;

CREATE TABLE ban (
    subject   text        NOT NULL PRIMARY KEY CHECK (subject ~ '^[!-~]{1,207}$'), -- an address, address/bits, wallet:…
    since     timestamptz NOT NULL,
    until     timestamptz NOT NULL,                   -- not included
    times     integer     NOT NULL CHECK (times > 0), -- in a row
    reason    text        NOT NULL CHECK (reason ~ '^[ -~]{1,200}$'),
    actor     text        NOT NULL CHECK (actor ~ '^[ -~]{1,200}$'),
    lifted_at timestamptz,
    lifted_by text,
    CHECK (until > since),
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);
CREATE INDEX ban_until ON ban (until) WHERE lifted_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON ban TO motherlode_app;
