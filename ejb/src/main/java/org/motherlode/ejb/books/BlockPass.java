package org.motherlode.ejb.books;

import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.settlement.BlockProof;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolName;

/** I2, of all blocks of a pool that were ever divided, some in a portion. */
final class BlockPass {
    private static final int BLOCKS = 20;

    private final PoolName pool;
    private final PassRows rows;
    private final BlockProof proof;

    BlockPass(Database database, PoolName pool, Asset asset) {
        this.pool = pool;
        this.rows = new PassRows(database, pool);
        this.proof = new BlockProof(database, asset);
    }

    boolean advance() {
        long from = rows.of(Invariant.BLOCKS).reached();
        List<Long> blocks = proof.after(pool, from, BLOCKS);
        for (long block : blocks) {
            Optional<String> digest = proof.digest(block);
            digest.ifPresent(words -> rows.found(Invariant.WEIGHTS, List.of(words)));
            if (digest.isEmpty()) { // by other weights nothing would be right
                rows.found(Invariant.BLOCKS, proof.bookings(pool, block));
            }
            rows.reach(Invariant.BLOCKS, block);
        }
        if (blocks.size() == BLOCKS) {
            return false;
        }
        rows.end(Invariant.BLOCKS, "all divided blocks were divided once more");
        return true;
    }
}
