package org.motherlode.ejb.view;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.node.NodeClaim;
import org.motherlode.ejb.payout.Outlooks;
import org.motherlode.ejb.pool.CurrentWork;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.model.view.BlockView;
import org.motherlode.model.view.MinerView;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.PaymentView;
import org.motherlode.model.view.PoolView;
import org.motherlode.model.view.Projections;
import org.motherlode.model.view.ViewUnavailableException;

/** The server's {@link Projections}: outside transactions, so that a query given up harms nobody. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class SharedProjections implements Projections {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Resource(lookup = StratumGateway.JNDI_NAME)
    StratumGateway gateway;

    @Resource
    ManagedExecutorService background;

    @Inject
    OpenPools pools;

    @Inject
    CurrentWork work;

    @Inject
    NodeClaim node;

    @Inject
    Outlooks outlooks;

    private Optional<Projections> projections = Optional.empty();

    @PostConstruct
    void open() {
        PayoutInterval payouts = PayoutInterval.read(System::getProperty);
        Sources sources = new Sources(
                source, SharedProjections::entities, pools, gateway, work::of, background, payouts, this::outlook);
        projections =
                Optional.of(new SqlProjections(sources, ViewBounds.read(System::getProperty), InstantSource.system()));
    }

    @Override
    public List<PoolName> pools() {
        return opened().pools();
    }

    @Override
    public Map<String, String> closed() {
        return opened().closed();
    }

    @Override
    public Optional<String> refusal() {
        return node.refusal();
    }

    @Override
    public Optional<PoolView> pool(PoolName pool) {
        return opened().pool(pool);
    }

    @Override
    public Optional<NetworkView> network(PoolName pool) {
        return opened().network(pool);
    }

    @Override
    public List<BlockView> blocks(PoolName pool, int limit, int offset) {
        return opened().blocks(pool, limit, offset);
    }

    @Override
    public List<PaymentView> payments(PoolName pool, int limit, int offset) {
        return opened().payments(pool, limit, offset);
    }

    @Override
    public AddressVerdict address(PoolName pool, String text) {
        return opened().address(pool, text);
    }

    @Override
    public Optional<MinerView> miner(PoolName pool, String address) {
        return opened().miner(pool, address);
    }

    @Override
    public List<PaymentView> paymentsOf(PoolName pool, String address, int limit, int offset) {
        return opened().paymentsOf(pool, address, limit, offset);
    }

    private Optional<PayoutOutlook> outlook(PoolName pool) {
        try {
            return outlooks.of(pool);
        } catch (DatabaseException e) {
            throw Turns.noAnswer(e);
        }
    }

    private Projections opened() {
        return projections.orElseThrow();
    }

    /**
     * By lookup at each use: an injection point in a bean makes Weld look for the persistence unit's service while it
     * starts, and where that is not there yet (seen on a busy machine) the deployment fails.
     */
    @SuppressWarnings("BanJNDI") // a name of ours in the server's own tree, nothing that anybody sends
    private static EntityManagerFactory entities() {
        try {
            return InitialContext.doLookup("java:jboss/motherlode/entities");
        } catch (NamingException e) {
            throw new ViewUnavailableException("The server is still starting; try again in a few seconds.", e);
        }
    }
}
