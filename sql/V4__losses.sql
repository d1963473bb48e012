-- A block that is orphaned after it had matured, which takes a reorganisation deeper than maturity: its money may have been
-- paid. The loss is booked, and undone if the chain turns back once more. Each maturity after a loss begins a new round.

ALTER TABLE block_stage ADD COLUMN round integer NOT NULL DEFAULT 1 CHECK (round > 0);
ALTER TABLE block_stage DROP CONSTRAINT block_stage_pkey;
ALTER TABLE block_stage ADD PRIMARY KEY (block, round, stage, step);
ALTER TABLE block_stage DROP CONSTRAINT block_stage_stage_check;
ALTER TABLE block_stage ADD CONSTRAINT block_stage_stage_check
    CHECK (stage IN ('ALLOT', 'MATURE', 'REVERSE', 'LOSE') AND (round = 1 OR stage IN ('MATURE', 'LOSE')));

-- What a round's loss did, fixed as LOSE begins: of the reward, recalled could be taken back and lost had left the house.
CREATE TABLE block_loss (
    block    bigint         NOT NULL REFERENCES block_settlement (block),
    round    integer        NOT NULL CHECK (round > 0),
    reward   numeric(38, 0) NOT NULL CHECK (reward >= 0),    -- atoms, as the round's MATURE booked it
    recalled numeric(38, 0) NOT NULL CHECK (recalled >= 0),  -- the fee, the carry, and what miners had not been paid
    lost     numeric(38, 0) NOT NULL CHECK (lost >= 0),      -- what miners had been paid, or are being paid
    capital  numeric(38, 0) NOT NULL CHECK (capital >= 0),   -- by how much the books' wallet was short of the reward
    at       timestamptz    NOT NULL DEFAULT now(),
    PRIMARY KEY (block, round),
    CHECK (recalled + lost = reward),
    CHECK (capital <= reward)
);

-- What a loss takes back from a miner: never more than the block gave, nor than the miner was to be paid.
CREATE TABLE block_recall (
    block bigint           NOT NULL,
    round integer          NOT NULL,
    owner text COLLATE "C" NOT NULL,
    atoms numeric(38, 0)   NOT NULL CHECK (atoms > 0),
    PRIMARY KEY (block, round, owner),
    FOREIGN KEY (block, round) REFERENCES block_loss (block, round)
);

-- Matured blocks are asked about while they are young.
CREATE INDEX pool_block_found ON pool_block (found_at);

DO $$
DECLARE
    written_once text;
BEGIN
    FOREACH written_once IN ARRAY ARRAY['block_loss', 'block_recall'] LOOP
        EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', written_once);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO motherlode_app', written_once);
    END LOOP;
END $$;
