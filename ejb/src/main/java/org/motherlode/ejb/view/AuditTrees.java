package org.motherlode.ejb.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.MerkleTree;

/**
 * The Merkle trees of the blocks that were asked about last: each reads all of its block's lines. One is made at a time, and
 * who would have to wait for long is sent away; when he comes again it is there.
 */
final class AuditTrees {
    private final AuditRows rows;
    private final Turns making;
    private final int most;
    private final Map<Key, MerkleTree> made = new LinkedHashMap<>();

    /** The lines of a block change only where its reward is divided anew. */
    private record Key(long block, Optional<String> event) {}

    AuditTrees(AuditRows rows, Turns making, int most) {
        this.rows = rows;
        this.making = making;
        this.most = most;
    }

    MerkleTree of(BlockAudit audit) {
        Key key = new Key(audit.block().id(), audit.division().map(BlockAudit.Division::event));
        return known(key).orElseGet(() -> making.take(() -> known(key).orElseGet(() -> make(key, audit))));
    }

    private Optional<MerkleTree> known(Key key) {
        synchronized (made) {
            return Optional.ofNullable(made.get(key));
        }
    }

    private MerkleTree make(Key key, BlockAudit audit) {
        MerkleTree.Builder tree = new MerkleTree.Builder();
        rows.lines(audit, line -> tree.add(line.leaf()));
        MerkleTree whole = tree.build();
        synchronized (made) {
            made.put(key, whole);
            if (made.size() > most) {
                made.remove(made.keySet().iterator().next());
            }
        }
        return whole;
    }
}
