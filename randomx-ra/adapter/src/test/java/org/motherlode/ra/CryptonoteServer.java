package org.motherlode.ra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;
import org.motherlode.stratum.json.JsonObject;

/** A server whose port speaks the dialect of XMRig. */
final class CryptonoteServer implements AutoCloseable {
    static final String LOGIN = "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"}}";
    static final String OK = "\"error\":null,\"result\":{\"status\":\"OK\"}}";

    final RunningAdapter adapter;

    /** A connection that has logged in, with its session and its first job. */
    record LoggedIn(RawSocket socket, String session, Work work) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    CryptonoteServer(Path folder, String settings) throws Exception {
        adapter = new RunningAdapter(folder, settings, "127.0.0.1:0 cryptonote 4");
        RunningAdapter.until(
                () -> !adapter.adapter.station().addresses(RunningAdapter.POOL).isEmpty());
    }

    CryptonoteServer withWork() {
        adapter.publish(PlainTemplate.at(10));
        RunningAdapter.until(() -> adapter.total(Count.TEMPLATES_PUBLISHED) == 1);
        return this;
    }

    RawSocket connect() throws IOException {
        return new RawSocket(adapter.address());
    }

    LoggedIn logIn() throws IOException {
        RawSocket socket = connect();
        socket.line(LOGIN);
        return loggedIn(socket, socket.read());
    }

    static LoggedIn loggedIn(RawSocket socket, String answer) throws IOException {
        JsonObject result = JsonObject.read(answer.getBytes(StandardCharsets.UTF_8))
                .object("result")
                .orElseThrow(() -> new IOException("no login: " + answer));
        JsonObject job = result.object("job").orElseThrow();
        Octets blob = Octets.ofHex(job.text("blob").orElseThrow());
        Work work = new Work(job.text("job_id").orElseThrow(), blob, Difficulty.of(4), true);
        return new LoggedIn(socket, result.text("id").orElseThrow(), work);
    }

    /** {@code id}: its JSON text. */
    static String error(String id, String message) {
        String method = id.equals("null") ? ",\"method\":\"error\"" : "";
        return "{\"id\":" + id + ",\"jsonrpc\":\"2.0\"" + method + ",\"error\":{\"code\":-1,\"message\":\"" + message
                + "\"}}";
    }

    static String later(String id, String message) {
        return error(id, message).replace("\"code\":-1", "\"code\":-2");
    }

    @Override
    public void close() {
        adapter.close();
    }
}
