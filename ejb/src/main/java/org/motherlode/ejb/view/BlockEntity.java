package org.motherlode.ejb.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.block.BlockState;

/** A row of {@code pool_block}, as far as it is shown. */
@Entity(name = "Block")
@Immutable
@Table(name = "pool_block")
@NamedQuery(
        name = BlockEntity.NEWEST,
        query = "SELECT b FROM Block b WHERE b.pool = :pool ORDER BY b.foundAt DESC, b.number DESC")
@NamedQuery(
        name = BlockEntity.TOTALS,
        query = "SELECT new org.motherlode.ejb.view.BlockTotals("
                + "coalesce(sum(CASE WHEN b.state <> ORPHANED THEN 1L ELSE 0L END), 0L),"
                + " coalesce(sum(CASE WHEN b.state <> ORPHANED AND b.foundAt > :since THEN 1L ELSE 0L END), 0L),"
                + " max(b.foundAt))"
                + " FROM Block b WHERE b.pool = :pool")
@NamedQuery(
        name = BlockEntity.FOUND_BY,
        query = "SELECT count(b) FROM Block b WHERE b.pool = :pool AND b.finder = :miner AND b.state <> ORPHANED")
class BlockEntity {
    static final String NEWEST = "Block.newest";
    static final String TOTALS = "Block.totals";
    static final String FOUND_BY = "Block.foundBy";

    @Id
    @Column(name = "number")
    long number;

    @Column(name = "pool")
    String pool;

    @Column(name = "height")
    long height;

    @Column(name = "block_id")
    String blockId;

    @Column(name = "state")
    @Enumerated(EnumType.STRING)
    BlockState state;

    @Column(name = "finder")
    String finder;

    @Column(name = "worker")
    String worker;

    @Column(name = "network_difficulty")
    BigInteger networkDifficulty;

    @Column(name = "expected_reward")
    @Nullable
    BigInteger expectedReward;

    @Column(name = "final_reward")
    @Nullable
    BigInteger finalReward;

    @Column(name = "confirmations")
    long confirmations;

    @Column(name = "required")
    long required;

    @Column(name = "found_at")
    Instant foundAt;
}
