package org.motherlode.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.client.ClientSettings;
import org.motherlode.stratum.client.PoolAddress;
import org.motherlode.stratum.client.PoolClient;
import org.motherlode.stratum.client.PoolJob;
import org.motherlode.stratum.client.PoolListener;
import org.motherlode.stratum.client.ShareAnswer;
import org.motherlode.stratum.client.Surrender;
import org.motherlode.stratum.client.Worker;

/** One logged-in connection. It stays at its first job: the chain of a bench does not move. */
public final class Miner implements PoolListener, AutoCloseable {
    private final CompletableFuture<PoolJob> first = new CompletableFuture<>();
    private final PoolClient client;
    private int nonces;

    private Miner(int port, String address) {
        Worker worker = new Worker(address, "x", Optional.empty(), "motherlode-bench", List.of("rx/0"));
        client = new PoolClient(
                new PoolAddress("127.0.0.1", port),
                worker,
                ClientSettings.defaults().withAttempts(1),
                this);
    }

    /** Connects and logs in, once; a refusal of any kind is an {@link IOException}. */
    public static Miner logIn(int port, String address, Duration within) throws IOException, InterruptedException {
        Miner miner = new Miner(port, address);
        miner.client.start();
        try {
            miner.first.get(within.toNanos(), TimeUnit.NANOSECONDS);
            return miner;
        } catch (ExecutionException | TimeoutException e) {
            miner.close();
            throw new IOException("no login at port " + port + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            miner.close();
            throw e;
        }
    }

    /** The job, which the login was answered with. */
    public PoolJob job() {
        return first.join();
    }

    /** A claim that was not made before; its hash is still to be found. Not for several threads. */
    Claim next() {
        byte[] nonce = ByteBuffer.allocate(PoolJob.NONCE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(nonces++)
                .array();
        return new Claim(this, job(), Octets.of(nonce), Hash.of(new byte[Hash.BYTES]));
    }

    /** Sends it at once, on this thread. */
    public CompletableFuture<ShareAnswer> submit(Claim claim) {
        return client.submit(claim.job(), claim.nonce(), claim.hash());
    }

    @Override
    public void loggedIn(PoolAddress pool) {}

    @Override
    public void job(PoolJob job) {
        first.complete(job);
    }

    @Override
    public void disconnected(String why, Duration pause) {}

    @Override
    public void gaveUp(Surrender surrender) {
        first.completeExceptionally(new IOException(surrender.why()));
    }

    @Override
    public void close() {
        client.close();
    }
}
