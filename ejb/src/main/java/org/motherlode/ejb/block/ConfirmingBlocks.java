package org.motherlode.ejb.block;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/**
 * Asks the chain what became of our blocks. The chain decides, never the answer to a submission; while the chain does not
 * know a block it gets it again. One node of a cluster does this for a pool at a time.
 */
final class ConfirmingBlocks {
    private static final Logger LOG = Logger.getLogger(ConfirmingBlocks.class);

    private final OpenBlocks blocks;
    private final Asking asking;
    private final ConfirmingTerms terms;
    private final BlockAlarms alarms;

    ConfirmingBlocks(OpenBlocks blocks, Asking asking, ConfirmingTerms terms, BlockAlarms alarms) {
        this.blocks = blocks;
        this.asking = asking;
        this.terms = terms;
        this.alarms = alarms;
    }

    /** One round over all pools. What fails in a pool is said in its alarms and tried again in the next round. */
    void round() {
        Instant now = asking.clock().instant();
        Set<String> alarming = new HashSet<>();
        try {
            List<OpenBlock> open = blocks.list(terms, now);
            Map<PoolName, List<OpenBlock>> byPool =
                    open.stream().collect(Collectors.groupingBy(OpenBlock::pool, TreeMap::new, Collectors.toList()));
            for (Map.Entry<PoolName, List<OpenBlock>> pool : byPool.entrySet()) {
                pool.getValue().stream()
                        .filter(block -> terms.isAlarming(block, now))
                        .forEach(block -> alarming.add(alarm(block)));
                round(pool.getKey(), pool.getValue());
            }
            long unknown = open.stream()
                    .filter(block -> block.state() == BlockState.FOUND)
                    .count();
            alarms.set(alarming, unknown);
        } catch (SQLException e) {
            alarms.trouble("blocks cannot be read or written: " + e.getMessage());
        }
    }

    private void round(PoolName pool, List<OpenBlock> open) throws SQLException {
        Optional<OpenPool> running = asking.pools().find(pool);
        List<OpenBlock> due = open.stream()
                .filter(block -> terms.isDue(block, asking.clock().instant()))
                .toList();
        if (running.isEmpty() || due.isEmpty()) {
            return; // blocks of a pool that is closed wait, and become alarming
        }
        Optional<Locks.Held> lock = asking.locks().tryLock("confirm/" + pool);
        if (lock.isEmpty()) {
            return; // another node asks
        }
        try (Locks.Held held = lock.get()) {
            LOG.tracef("asking about the blocks of %s with lock %s", pool, held.fence());
            Instant end = asking.clock().instant().plus(terms.longestRound());
            for (OpenBlock block : due) {
                look(running.get().chain(), block);
                if (asking.clock().instant().isAfter(end)) {
                    return; // blocks that were found meanwhile are asked about first
                }
            }
        } catch (NodeUnavailableException e) {
            LOG.debugf("%s: blocks wait for the node: %s", pool, e.getMessage());
        }
    }

    private void look(Chain chain, OpenBlock block) throws NodeUnavailableException, SQLException {
        Finding finding = Finding.of(block, chain.watch().fate(block.ref()));
        blocks.write(block, finding, asking.clock().instant());
        if (finding.state() != block.state()) {
            LOG.infof(
                    "%s: block %d at height %d is %s after %s %s",
                    block.pool(),
                    block.number(),
                    block.ref().height(),
                    finding.state(),
                    block.state(),
                    finding.words());
        }
        if (finding.isToBeSubmitted()) {
            asking.submitting().submit(block.pool(), blocks.sealed(block));
        }
    }

    private static String alarm(OpenBlock block) {
        String what =
                block.state() == BlockState.FOUND ? "has never been known to the chain" : "is unknown to the chain";
        return block.pool() + ": block " + block.number() + " at height "
                + block.ref().height() + " " + what + " since " + block.unknownSince();
    }

    /** Whom to ask. */
    record Asking(OpenPools pools, Locks locks, Submitting submitting, InstantSource clock) {}
}
