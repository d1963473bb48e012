package org.motherlode.ejb.pool;

import static jakarta.ejb.ConcurrencyManagementType.BEAN;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ejb.block.BlockHealth;
import org.motherlode.ejb.books.BooksAlarms;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.identity.IdentityBook;
import org.motherlode.ejb.letter.DeadLetterAlarm;
import org.motherlode.ejb.look.LookAlarms;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.node.NodeClaim;
import org.motherlode.ejb.payout.HotWallets;
import org.motherlode.ejb.payout.PayoutAlarms;
import org.motherlode.ejb.queue.Overdue;
import org.motherlode.ejb.queue.QueueSettings;
import org.motherlode.ejb.queue.Repeated;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.ejb.settlement.SettlementAlarms;
import org.motherlode.ejb.share.KnownNodes;
import org.motherlode.ejb.share.ShareHealth;
import org.motherlode.ejb.terms.TermsAlarms;
import org.motherlode.model.chain.ChainFactory;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.stratum.StratumGateway;

/** Opens the pools when the application starts and ends their threads when it stops. Nobody who is banned comes in before. */
@Singleton
@Startup
@DependsOn("KeepingBans")
@ConcurrencyManagement(BEAN)
@TransactionAttribute(NOT_SUPPORTED)
public class RunningPools {
    private static final Duration DATABASE = Duration.ofSeconds(2);

    @Resource(lookup = StratumGateway.JNDI_NAME)
    StratumGateway gateway;

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource database;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<ChainFactory> chains;

    @Inject
    Pools pools;

    @Inject
    Wakers wakers;

    @Inject
    CurrentWork work;

    @Inject
    ConditionBoard board;

    @Inject
    KnownNodes nodes;

    @Inject
    NodeClaim claim;

    @Inject
    ShareHealth shares;

    @Inject
    BlockHealth blocks;

    @Inject
    PayoutAlarms payouts;

    @Inject
    HotWallets wallets;

    @Inject
    BooksAlarms books;

    @Inject
    SettlementAlarms settlements;

    @Inject
    TermsAlarms terms;

    @Inject
    LookAlarms looks;

    @Inject
    DeadLetterAlarm letters;

    @Inject
    Meters meters;

    private final List<Repeated> repeated = new ArrayList<>();
    private Optional<PoolRun> run = Optional.empty();

    @PostConstruct
    void start() {
        try {
            claim.begin(gateway.node());
            nodes.add(gateway.node()).ifPresent(claim::forbid);
            Duration slow = QueueSettings.of(SystemSettings.read()).slow();
            open(new DatabaseLook(database, new Overdue(slow, System::nanoTime)));
        } catch (SQLException | SettingException e) {
            throw new IllegalStateException("the pools cannot be opened: " + e.getMessage(), e);
        }
    }

    private void open(DatabaseLook look) {
        OpeningPools.Register register = new OpeningPools.Register(pools, new IdentityBook(new Database(database)));
        OpeningPools opening = new OpeningPools(gateway, chains, register, InstantSource.system());
        PoolRun started = new PoolRun(gateway, pools, wakers, work, new Staff(threads, meters));
        run = Optional.of(started);
        Admission admission = new Admission(claim, opening, started);
        admission.look();
        repeated.add(Repeated.every(claim.terms().look(), "holding the node id", admission::look, threads));
        repeated.add(Repeated.every(DATABASE, "looking at the database", look::look, threads));
        GatewayMeters.show(gateway, meters, InstantSource.system());
        board.add(() -> List.of(claim.condition(), look.condition(), letters.condition()));
        started.showOn(board);
        board.add(shares::now);
        board.add(blocks::now);
        board.add(payouts::now);
        wallets.knownBy(started::lastLookAt);
        board.add(wallets::now);
        board.add(books::now);
        board.add(settlements::now);
        board.add(terms::now);
        board.add(looks::now);
    }

    @PreDestroy
    void stop() {
        board.clear();
        repeated.forEach(Repeated::end);
        run.ifPresent(PoolRun::stop);
        claim.end();
    }
}
