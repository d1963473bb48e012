package org.motherlode.ejb.view;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockBundle;
import org.motherlode.model.audit.LineAudit;
import org.motherlode.model.audit.PayoutAudit;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.Audits;

/** The server's {@link Audits}: outside transactions, as {@link SharedProjections}. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class SharedAudits implements Audits {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Inject
    OpenPools pools;

    private Optional<Audits> audits = Optional.empty();

    @PostConstruct
    void open() {
        audits = Optional.of(new SqlAudits(
                source,
                pools,
                new SqlAudits.Bounds(ViewBounds.read(System::getProperty), AuditBounds.read(System::getProperty)),
                InstantSource.system()));
    }

    @Override
    public Optional<BlockAudit> block(PoolName pool, long id) {
        return opened().block(pool, id);
    }

    @Override
    public BlockBundle.Lines lines(BlockAudit audit) {
        return opened().lines(audit);
    }

    @Override
    public Optional<LineAudit> line(BlockAudit audit, String owner) {
        return opened().line(audit, owner);
    }

    @Override
    public Optional<PayoutAudit> payout(PoolName pool, long id) {
        return opened().payout(pool, id);
    }

    @Override
    public Optional<PayoutAudit> payout(PoolName pool, String transaction) {
        return opened().payout(pool, transaction);
    }

    private Audits opened() {
        return audits.orElseThrow();
    }
}
