-- Shares as miners were told, batches as they came, and the blocks that were found.
-- Runs as the owner. The application's role may add rows; it may change only what is granted below.

CREATE TABLE share_batch (
    day            date        NOT NULL,  -- of closed_at, in UTC
    batch_id       uuid        NOT NULL,
    node           smallint    NOT NULL,
    epoch          bigint      NOT NULL,
    previous_epoch bigint      NOT NULL,
    first_sequence bigint      NOT NULL,
    last_sequence  bigint      NOT NULL,
    closed_at      timestamptz NOT NULL,
    PRIMARY KEY (day, batch_id)
);

-- How far each life of each node is known without a gap: all shares up to complete_sequence are in pool_share, and the
-- node had accepted nothing beyond it at complete_until. A life is over as soon as a later one has sent a batch.
CREATE TABLE share_progress (
    node              smallint    NOT NULL,
    epoch             bigint      NOT NULL,
    previous_epoch    bigint      NOT NULL,
    complete_sequence bigint      NOT NULL,
    complete_until    timestamptz NOT NULL,
    PRIMARY KEY (node, epoch)
);

CREATE TABLE pool_share (
    pool        text           NOT NULL,
    node        smallint       NOT NULL,
    epoch       bigint         NOT NULL,
    sequence    bigint         NOT NULL,
    accepted_at timestamptz    NOT NULL,
    miner       text           NOT NULL,
    worker      text           NOT NULL,
    difficulty  numeric(78, 0) NOT NULL CHECK (difficulty > 0),
    height      bigint         NOT NULL,
    hash        bytea          NOT NULL,
    PRIMARY KEY (accepted_at, node, epoch, sequence)
) PARTITION BY RANGE (accepted_at);

-- The order of a pool's shares is acceptance time, then node, then epoch, then sequence: fixed once.
CREATE INDEX pool_share_order ON pool_share (pool, accepted_at DESC, node DESC, epoch DESC, sequence DESC);
CREATE INDEX pool_share_miner ON pool_share (pool, miner, accepted_at DESC);

-- Takes what no daily partition takes, so that a share is never refused for want of one.
CREATE TABLE pool_share_rest PARTITION OF pool_share DEFAULT;

CREATE TABLE share_refused (
    pool   text     NOT NULL,
    day    date     NOT NULL,
    miner  text     NOT NULL,
    worker text     NOT NULL,
    why    text     NOT NULL,
    shares bigint   NOT NULL,
    PRIMARY KEY (pool, day, miner, worker, why)
);

CREATE TABLE pool_block (
    number             bigint         GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    pool               text           NOT NULL,
    height             bigint         NOT NULL,
    block_id           text           NOT NULL,
    state              text           NOT NULL CHECK (state IN ('FOUND', 'IMMATURE', 'MATURE', 'ORPHANED')),
    finder             text           NOT NULL,
    worker             text           NOT NULL,
    network_difficulty numeric(78, 0) NOT NULL,
    asset              text           NOT NULL,
    expected_reward    numeric(38, 0),           -- atoms, where the chain knows it before maturity
    final_reward       numeric(38, 0),           -- atoms, from maturity on
    watermark_node     smallint       NOT NULL,
    watermark_epoch    bigint         NOT NULL,
    watermark_sequence bigint         NOT NULL,
    found_at           timestamptz    NOT NULL,  -- acceptance time of the watermark's share
    bytes              bytea          NOT NULL,  -- as given to the node; it may be given again
    confirmations      bigint         NOT NULL DEFAULT 0,
    required           bigint         NOT NULL DEFAULT 0,
    asked_at           timestamptz,
    words              text           NOT NULL DEFAULT '',
    UNIQUE (pool, block_id)
);

CREATE INDEX pool_block_by_time ON pool_block (pool, found_at DESC);

GRANT SELECT, INSERT ON share_batch, pool_share TO motherlode_app;
GRANT SELECT, INSERT, UPDATE ON share_progress, share_refused TO motherlode_app;
GRANT SELECT, INSERT ON pool_block TO motherlode_app;
GRANT UPDATE (state, expected_reward, final_reward, confirmations, required, asked_at, words) ON pool_block TO motherlode_app;
