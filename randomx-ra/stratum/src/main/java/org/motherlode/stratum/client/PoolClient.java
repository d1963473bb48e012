package org.motherlode.stratum.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;

/** Stays logged in at one pool until it is closed or has to give up. */
public final class PoolClient implements AutoCloseable {
    private static final long JOIN_MILLIS = 5_000;

    private final PoolAddress pool;
    private final Worker worker;
    private final ClientSettings settings;
    private final PoolListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile Optional<Connection> connection = Optional.empty();
    private boolean everLoggedIn;

    public PoolClient(PoolAddress pool, Worker worker, ClientSettings settings, PoolListener listener) {
        this.pool = pool;
        this.worker = worker;
        this.settings = settings;
        this.listener = listener;
        this.thread = new Thread(this::stayConnected, "pool-client");
        this.thread.setDaemon(true);
    }

    /** Connects in the background. To be called once. */
    public void start() {
        thread.start();
    }

    /**
     * Sends a share, never waiting for its answer.
     *
     * @param nonce four bytes as they stand in the blob
     */
    public CompletableFuture<ShareAnswer> submit(PoolJob job, Octets nonce, Hash hash) {
        return connection
                .map(open -> open.submit(new Requests.Share(job, nonce, hash)))
                .orElseGet(() -> CompletableFuture.completedFuture(new ShareAnswer.Unanswered("not connected")));
    }

    private void stayConnected() {
        Backoff backoff = new Backoff(settings, RandomGenerator.getDefault());
        Optional<Duration> pause = Optional.of(Duration.ZERO);
        while (pause.isPresent() && !isClosedWithin(pause.get())) {
            long startNanos = System.nanoTime();
            IOException end = useConnection();
            if (System.nanoTime() - startNanos > settings.longestPause().toNanos()) {
                backoff.reset();
            }
            pause = isClosedWithin(Duration.ZERO) ? Optional.empty() : afterFailure(end, backoff);
        }
    }

    private IOException useConnection() {
        try (Connection open = new Connection(settings, listener)) {
            connection = Optional.of(open);
            if (isClosedWithin(Duration.ZERO)) {
                return new IOException("closed");
            }
            return endOf(open);
        } catch (IOException end) {
            return end;
        } finally {
            connection = Optional.empty();
        }
    }

    private IOException endOf(Connection open) {
        try {
            open.run(pool, worker);
            return new EOFException("the connection ended");
        } catch (IOException end) {
            return end;
        } finally {
            everLoggedIn |= open.isLoggedIn();
        }
    }

    /** How long to wait before the next attempt; empty if there is none, which the listener was told. */
    private Optional<Duration> afterFailure(IOException end, Backoff backoff) {
        String why = words(end);
        boolean refused = end instanceof LoginRefusedException;
        if (!everLoggedIn && isHopeless(end)) {
            listener.gaveUp(new Surrender(refused, why));
            return Optional.empty();
        }
        Optional<Duration> pause = backoff.next();
        if (pause.isPresent()) {
            listener.disconnected(why, pause.get());
        } else {
            listener.gaveUp(new Surrender(refused, why + " (attempt " + settings.attempts() + ", the last)"));
        }
        return pause;
    }

    /** Before the first success these are mistakes in what the user typed; after it they are the pool's trouble. */
    private static boolean isHopeless(IOException end) {
        return end instanceof UnknownHostException
                || (end instanceof LoginRefusedException refusal && !refusal.isWorthRepeating());
    }

    private static String words(IOException end) {
        String message = end.getMessage();
        return message == null ? end.getClass().getSimpleName() : message;
    }

    private boolean isClosedWithin(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Closes the socket and waits a little for the thread, unless this is called by it. */
    @Override
    public void close() {
        closed.countDown();
        connection.ifPresent(PoolClient::closeQuietly);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Connection open) {
        try {
            open.close();
        } catch (IOException alreadyBroken) {
            // A socket that cannot be closed is closed: nothing is read from it or written to it any more.
            return;
        }
    }
}
