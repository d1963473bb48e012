package org.motherlode.ejb.books;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.lock.Fences;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;

/** The server's {@link BookChecks}: each portion a transaction of its own, and none while a wallet is asked. */
@ApplicationScoped
public class SharedBookChecks implements BookChecks {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Inject
    OpenPools pools;

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void begin(Fence fence, PoolName pool, long run, CheckScope scope) {
        of(fence, pool).begin(run, scope);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean advance(Fence fence, PoolName pool, Invariant invariant) {
        return of(fence, pool).advance(invariant);
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public List<Verdict> askWallet(PoolName pool) {
        if (!of(pool).wantsWallet()) {
            return List.of();
        }
        Chain chain = chain(pool);
        return new WalletCheck(new Database(source), pool, chain.asset(), chain.wallet(), terms().walletBlocks()).ask();
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(Fence fence, PoolName pool, List<Verdict> verdicts) {
        of(fence, pool).keep(verdicts);
    }

    @Override
    public String words(PoolName pool) {
        return of(pool).words();
    }

    @Override
    public boolean isOpen(PoolName pool) {
        return of(pool).isOpen();
    }

    @Override
    public Duration interval() {
        return terms().interval();
    }

    @Override
    public Duration retry() {
        return terms().retry();
    }

    private PoolBooks of(Fence fence, PoolName pool) {
        new Fences(new Database(source)).demand(fence, "books/" + pool);
        return of(pool);
    }

    private PoolBooks of(PoolName pool) {
        return new PoolBooks(new Database(source), pool, chain(pool).asset(), terms());
    }

    private Chain chain(PoolName pool) {
        return pools.find(pool)
                .map(OpenPool::chain)
                .orElseThrow(() -> new IllegalStateException("pool " + pool + " is not open"));
    }

    // What makes no sense has stopped the deployment before: see WatchingBooks.
    private static BooksTerms terms() {
        try {
            return BooksTerms.of(SystemSettings.read());
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
