package org.motherlode.toy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Miners that join again whenever the pool goes, and that remember what they were told. */
public final class ToyCrew implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;

    /** Between two shares of a miner, so that the server under test has the processor. */
    private static final long REST_MILLIS = 40;

    private static final long LEAVING_MILLIS = 90_000;

    private final int port;
    private final long restMillis;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Thread> miners = new ArrayList<>();

    /** One miner for each user name. */
    public ToyCrew(int port, List<String> users) {
        this(port, users, REST_MILLIS);
    }

    /** Miners that rest so long after the answer to each share. */
    public ToyCrew(int port, List<String> users, long restMillis) {
        this.port = port;
        this.restMillis = restMillis;
        for (String user : users) {
            Thread miner = new Thread(() -> mine(user), "toy miner " + user);
            miner.start();
            miners.add(miner);
        }
    }

    /** The hashes, in hex, of all shares that a miner heard GOOD for. */
    public Set<String> told() {
        return told;
    }

    /** What the pool answered other than GOOD. */
    public Queue<String> refusals() {
        return refusals;
    }

    private void mine(String user) {
        boolean stopped = false;
        while (!stopped) {
            try (ToyMiner miner = new ToyMiner(port, user, "rig")) {
                do {
                    note(miner.mineOne());
                } while (!overWithin(restMillis));
            } catch (IOException poolIsAway) {
                // A killed server looks like this to a miner; it tries again.
            }
            stopped = overWithin(PAUSE_MILLIS);
        }
    }

    private void note(ToyMiner.Answer answer) {
        if (answer.words().equals("GOOD")) {
            told.add(answer.hash());
        } else {
            refusals.add(answer.words());
        }
    }

    private boolean overWithin(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when each has heard the answer to its last share. */
    @Override
    public void close() {
        over.countDown();
        for (Thread miner : miners) {
            leave(miner);
        }
    }

    private static void leave(Thread miner) {
        try {
            miner.join(LEAVING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (miner.isAlive()) {
            throw new IllegalStateException(miner.getName() + " still waits for an answer");
        }
    }
}
