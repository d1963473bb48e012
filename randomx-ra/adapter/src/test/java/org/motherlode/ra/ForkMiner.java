package org.motherlode.ra;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.stratum.json.JsonObject;

/** Speaks as XMRig does, and works with whichever function its jobs name. */
final class ForkMiner implements AutoCloseable {
    /** The answer to a good share, without its id. */
    static final String OK = "\"error\":null,\"result\":{\"status\":\"OK\"}}";

    /** A job as it came. */
    record Work(String id, Octets blob, String algorithm, String seed) {
        byte[] input(int nonce) {
            Octets bytes = Octets.of(ByteBuffer.allocate(4).putInt(nonce).array());
            return blob.with(PlainTemplate.NONCE_OFFSET, bytes).toBytes();
        }

        /** The first nonce from {@code from} on whose hash is this hard to find. */
        int find(int from, Difficulty difficulty, Function<byte[], Hash> hashing) {
            int nonce = from;
            while (!difficulty.isMetBy(hashing.apply(input(nonce)), HashOrder.LITTLE_ENDIAN)) {
                nonce++;
            }
            return nonce;
        }
    }

    private final RawSocket socket;
    private String session = "";
    private int requests = 1;

    ForkMiner(InetSocketAddress server) throws IOException {
        socket = new RawSocket(server);
    }

    /** What it hears to its login; {@code algorithms} are JSON texts, none for a miner that does not say. */
    String sayLogin(String algorithms) throws IOException {
        String list = algorithms.isEmpty() ? "" : ",\"algo\":[" + algorithms + "]";
        socket.line("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"" + list + "}}");
        return read();
    }

    Work login(String algorithms) throws IOException {
        String answer = sayLogin(algorithms);
        JsonObject result = json(answer).object("result").orElseThrow(() -> new IOException("not let in: " + answer));
        session = result.text("id").orElseThrow();
        return work(result.object("job").orElseThrow());
    }

    Work readJob() throws IOException {
        String line = read();
        return work(json(line).object("params").orElseThrow(() -> new IOException("no job: " + line)));
    }

    private static Work work(JsonObject job) {
        return new Work(
                job.text("job_id").orElseThrow(),
                Octets.ofHex(job.text("blob").orElseThrow()),
                job.text("algo").orElseThrow(),
                job.text("seed_hash").orElseThrow());
    }

    /** The answer to a share; {@code more}: other members, each with a comma before it. */
    String submit(Work work, int nonce, Hash result, String more) throws IOException {
        requests++;
        socket.line("{\"id\":" + requests + ",\"method\":\"submit\",\"params\":{\"id\":\"" + session
                + "\",\"job_id\":\"" + work.id() + "\",\"nonce\":\""
                + Octets.of(ByteBuffer.allocate(4).putInt(nonce).array()).hex()
                + "\",\"result\":\"" + result.hex() + "\"" + more + "}}");
        return read();
    }

    String read() throws IOException {
        return socket.read();
    }

    private static JsonObject json(String line) throws IOException {
        return JsonObject.read(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
