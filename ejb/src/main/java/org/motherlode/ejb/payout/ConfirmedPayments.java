package org.motherlode.ejb.payout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/**
 * Asks the chain about payments that were confirmed lately: a reorganisation deeper than what we call final takes one back. What
 * no node knows any more is sent again, and is the same payment; of what can never be paid any more a person must know. The
 * books stay as they are: they say what the miners should have.
 */
final class ConfirmedPayments {
    private static final Logger LOG = Logger.getLogger(ConfirmedPayments.class);

    private final Database database;
    private final OpenPools pools;
    private final Locks locks;

    ConfirmedPayments(Database database, OpenPools pools, Locks locks) {
        this.database = database;
        this.pools = pools;
        this.locks = locks;
    }

    /** For each open pool a sentence about each payment confirmed within that time that the chain has not got any more. */
    Map<PoolName, List<String>> look(Duration watched) {
        Map<PoolName, List<String>> gone = new TreeMap<>();
        for (OpenPool pool : pools.all()) {
            gone.put(pool.name(), look(pool, watched));
        }
        return gone;
    }

    private List<String> look(OpenPool pool, Duration watched) {
        List<String> gone = new ArrayList<>();
        Wallet wallet = pool.chain().wallet();
        BatchRows rows = new BatchRows(database, Coins.of(pools).of(pool.name()));
        for (PayoutBatch batch : rows.confirmedWithin(watched)) {
            PreparedPayment payment = batch.prepared().orElseThrow();
            try {
                Optional<String> words = wallet.fate(payment).fold(new GoneWords(batch.number()));
                words.ifPresent(gone::add);
                if (words.isPresent()) {
                    LOG.errorf("%s: %s", pool.name(), words.get());
                    sendAgain(pool, payment);
                }
            } catch (ContestedPaymentException e) {
                String words = GoneWords.contested(batch.number(), e);
                LOG.errorf("%s: %s", pool.name(), words);
                gone.add(words);
            } catch (NodeUnavailableException e) {
                LOG.debugf("%s: confirmed payments could not be looked at: %s", pool.name(), e.getMessage());
            }
        }
        return List.copyOf(gone);
    }

    // Sending what is dead or waits does no harm. While a payout of the pool is under way this one waits for the next
    // look.
    @SuppressWarnings("try") // the lock is only held
    private void sendAgain(OpenPool pool, PreparedPayment payment) throws NodeUnavailableException {
        Optional<Locks.Held> lock = locks.tryLock("pay/" + pool.name());
        if (lock.isPresent()) {
            try (Locks.Held held = lock.get()) {
                pool.chain().wallet().send(payment);
            }
        }
    }
}
