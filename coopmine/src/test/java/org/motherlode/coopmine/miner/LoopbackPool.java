package org.motherlode.coopmine.miner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.Job;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.Welcome;
import org.motherlode.model.work.Difficulty;
import org.motherlode.stratum.client.PoolAddress;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;
import org.motherlode.stratum.frame.LineReader;

/** A pool on loopback that speaks the real dialect and does what the test says. Waits at most a minute. */
final class LoopbackPool implements AutoCloseable {
    static final CryptonoteDialect DIALECT = new CryptonoteDialect();
    private static final int PATIENCE_MILLIS = 60_000;

    private final ServerSocket door;

    LoopbackPool() throws IOException {
        door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        door.setSoTimeout(PATIENCE_MILLIS);
    }

    PoolAddress address() {
        return new PoolAddress(door.getInetAddress().getHostAddress(), door.getLocalPort());
    }

    Visitor visitor() throws IOException {
        return new Visitor(door.accept());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** Work of 76 bytes with this nonce in it, each job's own by its id. */
    static JobOffer offer(String id, long difficulty, String nonce) {
        String blob = "1010" + "00".repeat(37) + nonce + "ab".repeat(31)
                + Octets.of((byte) id.hashCode()).hex() + "01";
        return offer(id, new Job(Octets.ofHex(blob), 39, 4), difficulty);
    }

    /** A header of 80 bytes that ends with its nonce, as Bitcoin's; at 39 there is something else. */
    static JobOffer offerWithNonceAt76(String id) {
        return offer(id, new Job(Octets.ofHex("ab".repeat(76) + "00".repeat(4)), 76, 4), 1);
    }

    private static JobOffer offer(String id, Job job, long difficulty) {
        return new JobOffer(
                id,
                job,
                Difficulty.of(difficulty),
                7,
                new PowId("rx/0"),
                Seed.ofHex("5e".repeat(32)),
                Optional.of(Seed.ofHex("6e".repeat(32))),
                true);
    }

    static final class Visitor implements AutoCloseable {
        private final Socket socket;
        private final LineReader lines;

        private Visitor(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            this.lines = new LineReader(socket.getInputStream(), 4096);
        }

        <R extends Request> R hears(Class<R> kind) {
            try {
                return kind.cast(DIALECT.read(lines.read().orElseThrow()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The next share of this job; shares of others are passed over. */
        Request.Submit hearsShareOf(String job) {
            Request.Submit share = hears(Request.Submit.class);
            while (!share.jobId().equals(job)) {
                share = hears(Request.Submit.class);
            }
            return share;
        }

        Visitor says(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Visitor letsIn(String session, JobOffer first) throws IOException {
            return says(DIALECT.loggedIn(hears(Request.Login.class), new Welcome(session, first, Set.of())));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
