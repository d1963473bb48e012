package org.motherlode.ejb.view;

import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockBundle;
import org.motherlode.model.audit.LineAudit;
import org.motherlode.model.audit.MerkleTree;
import org.motherlode.model.audit.PayoutAudit;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.Audits;

/** Audits from the database, in turns of their own: they never keep the dashboard waiting, nor it them. */
final class SqlAudits implements Audits {
    private final OpenPools pools;
    private final AuditRows rows;
    private final AuditTrees trees;
    private final PayoutAuditRows payouts;
    private final Kept<BlockKey, Optional<BlockAudit>> blocksKept;
    private final Kept<LineKey, Optional<LineAudit>> linesKept;
    private final Kept<PayoutKey, Optional<PayoutAudit>> payoutsKept;

    /** What views may cost, and what audits may. */
    record Bounds(ViewBounds view, AuditBounds audit) {}

    private record BlockKey(PoolName pool, long id) {}

    private record LineKey(BlockAudit block, String owner) {}

    private record PayoutKey(PoolName pool, String name) {}

    SqlAudits(DataSource database, OpenPools pools, Bounds both, InstantSource clock) {
        ViewBounds view = both.view();
        AuditBounds bounds = both.audit();
        Reads reads = new Reads(database, new Turns(bounds.readers(), view), view);
        this.pools = pools;
        this.rows = new AuditRows(reads, bounds.portion());
        this.trees = new AuditTrees(rows, new Turns(1, view), bounds.trees());
        this.payouts = new PayoutAuditRows(reads, bounds.proofs());
        this.blocksKept = new Kept<>(view.kept(), view.life(), clock);
        this.linesKept = new Kept<>(view.kept(), view.life(), clock);
        this.payoutsKept = new Kept<>(view.kept(), view.life(), clock);
    }

    @Override
    public Optional<BlockAudit> block(PoolName pool, long id) {
        return blocksKept.get(new BlockKey(pool, id), () -> pools.find(pool).flatMap(open -> rows.block(open, id)));
    }

    @Override
    public BlockBundle.Lines lines(BlockAudit audit) {
        return taker -> rows.lines(audit, taker);
    }

    @Override
    public Optional<LineAudit> line(BlockAudit audit, String owner) {
        return linesKept.get(
                new LineKey(audit, owner), () -> rows.line(audit, owner).map(line -> {
                    MerkleTree tree = trees.of(audit);
                    int index = rows.index(audit, owner);
                    return new LineAudit(audit, line, index, tree.path(index), tree.root());
                }));
    }

    @Override
    public Optional<PayoutAudit> payout(PoolName pool, long id) {
        return payoutsKept.get(
                new PayoutKey(pool, Long.toString(id)), () -> pools.find(pool).flatMap(open -> payouts.of(open, id)));
    }

    @Override
    public Optional<PayoutAudit> payout(PoolName pool, String transaction) {
        return payoutsKept.get(new PayoutKey(pool, "transaction " + transaction), () -> pools.find(pool)
                .flatMap(open -> payouts.of(open, transaction)));
    }
}
