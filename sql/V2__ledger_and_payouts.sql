-- Locks, terms, the ledger, the settlement of blocks and payouts.
-- Runs as the owner in schema motherlode. The application's role adds rows; it changes only what is granted below, and
-- what must hold for money holds here as well, whatever a program does.

-- ---------------------------------------------------------------------------------------------------------------------
-- Rows that stay as they were written, even for the owner's slips.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is written once: correct it by a new row', tg_table_name USING ERRCODE = 'restrict_violation';
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who holds a lock: each holder takes the next number, and a writer with an older one is turned away.
CREATE TABLE fence (
    lock     text        PRIMARY KEY,
    number   bigint      NOT NULL CHECK (number > 0),
    taken_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION fence_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF new.number <= old.number THEN
        RAISE EXCEPTION 'fence % is at %, it cannot become %', old.lock, old.number, new.number
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER fence_grows BEFORE UPDATE ON fence FOR EACH ROW EXECUTE FUNCTION fence_grows();

-- ---------------------------------------------------------------------------------------------------------------------
-- Terms: a change is a new version with its author and reason.

-- A block is settled by the highest version whose effective_from_height is not above the block's height.
CREATE TABLE scheme_terms (
    pool                  text        NOT NULL,
    version               integer     NOT NULL CHECK (version > 0),
    effective_from_height bigint      NOT NULL CHECK (effective_from_height >= 0),
    fee_basis_points      integer     NOT NULL CHECK (fee_basis_points BETWEEN 0 AND 10000),
    window_percent        integer     NOT NULL CHECK (window_percent BETWEEN 1 AND 100000),
    unfilled              text        NOT NULL CHECK (unfilled IN ('SCALE', 'CARRY')),
    actor                 text        NOT NULL,
    reason                text        NOT NULL,
    created_at            timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pool, version)
);

-- The highest version whose effective_from is past rules.
CREATE TABLE payout_terms (
    pool           text           NOT NULL,
    version        integer        NOT NULL CHECK (version > 0),
    effective_from timestamptz    NOT NULL,
    asset          text           NOT NULL,
    threshold      numeric(38, 0) NOT NULL CHECK (threshold > 0),  -- atoms
    most_receivers integer        NOT NULL CHECK (most_receivers > 0),
    paused         boolean        NOT NULL,
    actor          text           NOT NULL,
    reason         text           NOT NULL,
    created_at     timestamptz    NOT NULL DEFAULT now(),
    PRIMARY KEY (pool, version)
);

-- A miner whose newest row says held is not paid.
CREATE TABLE payout_hold (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool       text        NOT NULL,
    miner      text        NOT NULL,
    held       boolean     NOT NULL,
    actor      text        NOT NULL,
    reason     text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payout_hold_miner ON payout_hold (pool, miner, number DESC);

-- ---------------------------------------------------------------------------------------------------------------------
-- The ledger. A balance is credits minus debits over all transfers.
CREATE TABLE ledger_account (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool   text   NOT NULL,
    kind   text   NOT NULL CHECK (kind IN ('wallet', 'immature', 'fees', 'carry', 'orphan-loss', 'capital',
                                           'miner:immature', 'miner:payable', 'miner:reserved')),
    owner  text   NOT NULL,  -- the miner's address; empty for the pool's own accounts
    asset  text   NOT NULL,
    UNIQUE (pool, kind, owner),
    UNIQUE (number, kind),
    UNIQUE (number, pool, asset),
    CHECK ((kind LIKE 'miner:%') = (owner <> ''))
);
CREATE INDEX ledger_account_owner ON ledger_account (pool, owner) WHERE owner <> '';

CREATE TABLE ledger_transfer (
    id           uuid           PRIMARY KEY,  -- made from event and accounts: the same event cannot be posted twice
    event        text           NOT NULL,
    pool         text           NOT NULL,
    from_account bigint         NOT NULL,
    to_account   bigint         NOT NULL,
    amount       numeric(38, 0) NOT NULL CHECK (amount > 0),  -- atoms
    asset        text           NOT NULL,
    created_at   timestamptz    NOT NULL DEFAULT now(),
    CHECK (from_account <> to_account),
    FOREIGN KEY (from_account, pool, asset) REFERENCES ledger_account (number, pool, asset),
    FOREIGN KEY (to_account, pool, asset) REFERENCES ledger_account (number, pool, asset)
);
CREATE INDEX ledger_transfer_event ON ledger_transfer (event);
CREATE INDEX ledger_transfer_from ON ledger_transfer (from_account);
CREATE INDEX ledger_transfer_to ON ledger_transfer (to_account);

-- Kept beside the transfers by the triggers below, and by nothing else.
CREATE TABLE ledger_balance (
    account bigint         PRIMARY KEY,
    kind    text           NOT NULL,
    balance numeric(38, 0) NOT NULL,
    FOREIGN KEY (account, kind) REFERENCES ledger_account (number, kind),
    CONSTRAINT miner_is_never_overdrawn CHECK (kind NOT LIKE 'miner:%' OR balance >= 0),
    CONSTRAINT asset_is_never_above_zero CHECK (kind NOT IN ('wallet', 'immature') OR balance <= 0)
);

CREATE FUNCTION ledger_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = motherlode, pg_temp AS $$
BEGIN
    INSERT INTO ledger_balance (account, kind, balance) VALUES (new.number, new.kind, 0);
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_open AFTER INSERT ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_open();

CREATE FUNCTION ledger_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = motherlode, pg_temp AS $$
BEGIN
    UPDATE ledger_balance SET balance = balance - new.amount WHERE account = new.from_account;
    UPDATE ledger_balance SET balance = balance + new.amount WHERE account = new.to_account;
    RETURN NULL;
END $$;
CREATE TRIGGER ledger_move AFTER INSERT ON ledger_transfer FOR EACH ROW EXECUTE FUNCTION ledger_move();

-- ---------------------------------------------------------------------------------------------------------------------
-- Settlement: how a block's reward was divided, frozen so that anybody can do it again.
CREATE TABLE block_settlement (
    block             bigint         PRIMARY KEY REFERENCES pool_block (number),
    pool              text           NOT NULL,
    terms_version     integer        NOT NULL,
    reward            numeric(38, 0),           -- atoms, as known at the freeze; NULL where the chain tells at maturity
    size              numeric(78, 0) NOT NULL CHECK (size > 0),
    filled            numeric(78, 0) NOT NULL CHECK (filled BETWEEN 0 AND size),
    -- the oldest share in the window, of which edge_counted of its difficulty counts; NULL if there is no share
    edge_accepted_at  timestamptz,
    edge_node         smallint,
    edge_epoch        bigint,
    edge_sequence     bigint,
    edge_counted      numeric(78, 0),
    -- the newest share: the block itself
    last_accepted_at  timestamptz    NOT NULL,
    last_node         smallint       NOT NULL,
    last_epoch        bigint         NOT NULL,
    last_sequence     bigint         NOT NULL,
    weights_sha256    text           NOT NULL,  -- of the lines "owner weight\n" in order of owner
    frozen_at         timestamptz    NOT NULL DEFAULT now(),
    FOREIGN KEY (pool, terms_version) REFERENCES scheme_terms (pool, version)
);

CREATE TABLE block_weight (
    block  bigint           NOT NULL REFERENCES block_settlement (block),
    owner  text COLLATE "C" NOT NULL,
    weight numeric(78, 0)   NOT NULL CHECK (weight > 0),
    credit numeric(38, 0),  -- atoms of the reward known at the freeze; what was posted stands in ledger_transfer
    PRIMARY KEY (block, owner)
);

-- A stage that began is brought to its end, whatever the chain says meanwhile: the next stage answers that.
CREATE TABLE block_stage (
    block  bigint         NOT NULL REFERENCES pool_block (number),
    stage  text           NOT NULL CHECK (stage IN ('ALLOT', 'MATURE', 'REVERSE')),
    step   text           NOT NULL CHECK (step IN ('BEGUN', 'DONE')),
    reward numeric(38, 0),  -- the final reward, fixed as MATURE begins
    at     timestamptz    NOT NULL DEFAULT now(),
    PRIMARY KEY (block, stage, step),
    CHECK ((stage = 'MATURE' AND step = 'BEGUN') = (reward IS NOT NULL))
);

-- Where the window of this size ends that starts at the given share and goes back in time: its oldest share, how much of
-- that one still fits, and how full the window is. Reads no more shares than the window has.
CREATE FUNCTION window_edge(
    in_pool text, in_at timestamptz, in_node smallint, in_epoch bigint, in_sequence bigint, in_size numeric,
    OUT accepted_at timestamptz, OUT node smallint, OUT epoch bigint, OUT sequence bigint,
    OUT counted numeric, OUT filled numeric)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    share record;
    room  numeric := in_size;
BEGIN
    FOR share IN
        SELECT s.accepted_at, s.node, s.epoch, s.sequence, s.difficulty FROM pool_share s
        WHERE s.pool = in_pool
          AND (s.accepted_at, s.node, s.epoch, s.sequence) <= (in_at, in_node, in_epoch, in_sequence)
        ORDER BY s.accepted_at DESC, s.node DESC, s.epoch DESC, s.sequence DESC
    LOOP
        accepted_at := share.accepted_at;
        node := share.node;
        epoch := share.epoch;
        sequence := share.sequence;
        counted := least(share.difficulty, room);
        room := room - counted;
        EXIT WHEN room = 0;
    END LOOP;
    filled := in_size - room;
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Payouts.
CREATE TABLE payout_batch (
    number         bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool           text           NOT NULL,
    asset          text           NOT NULL,
    state          text           NOT NULL DEFAULT 'RESERVED'
                   CHECK (state IN ('RESERVED', 'PREPARED', 'SENT', 'CONFIRMED', 'RELEASED', 'REVIEW')),
    total          numeric(38, 0) NOT NULL CHECK (total > 0),  -- atoms that the receivers get
    transaction_id text,                                       -- these five from PREPARED on, and never changed again
    payload        bytea,
    network_fee    numeric(38, 0) CHECK (network_fee >= 0),
    spends         text[],
    proof          text,
    words          text           NOT NULL DEFAULT '',          -- what went wrong last, for people
    created_at     timestamptz    NOT NULL DEFAULT now(),
    changed_at     timestamptz    NOT NULL DEFAULT now(),
    UNIQUE (pool, transaction_id),
    CHECK (state NOT IN ('PREPARED', 'SENT', 'CONFIRMED') OR transaction_id IS NOT NULL),
    CHECK (num_nonnulls(transaction_id, payload, network_fee, spends, proof) IN (0, 5))
);
-- One payout of a wallet at a time.
CREATE UNIQUE INDEX payout_batch_open ON payout_batch (pool) WHERE state NOT IN ('CONFIRMED', 'RELEASED');
CREATE INDEX payout_batch_newest ON payout_batch (pool, number DESC);

CREATE TABLE payout_item (
    batch  bigint           NOT NULL REFERENCES payout_batch (number),
    miner  text COLLATE "C" NOT NULL,
    amount numeric(38, 0)   NOT NULL CHECK (amount > 0),
    PRIMARY KEY (batch, miner)
);
CREATE INDEX payout_item_miner ON payout_item (miner, batch DESC);

-- Every state that a batch ever had, written by the trigger.
CREATE TABLE payout_event (
    number bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch  bigint      NOT NULL REFERENCES payout_batch (number),
    state  text        NOT NULL,
    words  text        NOT NULL,
    at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX payout_event_batch ON payout_event (batch, number);

-- A transaction that may have been sent is released only as provably dead (PREPARED) or by a person (REVIEW).
CREATE FUNCTION payout_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF tg_op = 'INSERT' THEN
        IF new.state <> 'RESERVED' THEN
            RAISE EXCEPTION 'a payout begins as RESERVED, not %', new.state USING ERRCODE = 'check_violation';
        END IF;
        RETURN new;
    END IF;
    IF new.state <> old.state AND (old.state, new.state) NOT IN (
        ('RESERVED', 'PREPARED'), ('RESERVED', 'RELEASED'), ('RESERVED', 'REVIEW'),
        ('PREPARED', 'SENT'), ('PREPARED', 'RELEASED'), ('PREPARED', 'REVIEW'),
        ('SENT', 'CONFIRMED'), ('SENT', 'REVIEW'),
        ('REVIEW', 'PREPARED'), ('REVIEW', 'SENT'), ('REVIEW', 'CONFIRMED'), ('REVIEW', 'RELEASED')) THEN
        RAISE EXCEPTION 'payout % is %, it cannot become %', old.number, old.state, new.state
            USING ERRCODE = 'check_violation';
    END IF;
    IF old.transaction_id IS NOT NULL
        AND (old.transaction_id, old.payload, old.network_fee, old.spends, old.proof)
            IS DISTINCT FROM (new.transaction_id, new.payload, new.network_fee, new.spends, new.proof) THEN
        RAISE EXCEPTION 'payout % has its transaction already', old.number USING ERRCODE = 'check_violation';
    END IF;
    IF new.state <> old.state THEN
        new.changed_at := now();
    END IF;
    RETURN new;
END $$;
CREATE TRIGGER payout_guard BEFORE INSERT OR UPDATE ON payout_batch FOR EACH ROW EXECUTE FUNCTION payout_guard();

CREATE FUNCTION payout_chronicle() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = motherlode, pg_temp AS $$
BEGIN
    IF tg_op = 'INSERT' OR new.state <> old.state THEN
        INSERT INTO payout_event (batch, state, words) VALUES (new.number, new.state, new.words);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payout_chronicle AFTER INSERT OR UPDATE ON payout_batch
    FOR EACH ROW EXECUTE FUNCTION payout_chronicle();

-- ---------------------------------------------------------------------------------------------------------------------
DO $$
DECLARE
    written_once text;
BEGIN
    FOREACH written_once IN ARRAY ARRAY['scheme_terms', 'payout_terms', 'payout_hold', 'ledger_account',
        'ledger_transfer', 'block_settlement', 'block_weight', 'block_stage', 'payout_item', 'payout_event']
    LOOP
        EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', written_once);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO motherlode_app', written_once);
    END LOOP;
END $$;
REVOKE INSERT ON payout_event FROM motherlode_app;

GRANT SELECT ON ledger_balance TO motherlode_app;
GRANT SELECT, INSERT ON fence, payout_batch TO motherlode_app;
GRANT UPDATE (number, taken_at) ON fence TO motherlode_app;
GRANT UPDATE (state, transaction_id, payload, network_fee, spends, proof, words) ON payout_batch TO motherlode_app;
