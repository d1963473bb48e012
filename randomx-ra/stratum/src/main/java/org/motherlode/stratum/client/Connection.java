package org.motherlode.stratum.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.stratum.frame.LineReader;
import org.motherlode.stratum.json.JsonObject;

/**
 * One socket's life, from connecting to its end. One thread reads ({@link #run}); any thread may submit. A write that
 * blocks because the pool does not read ends when the reader finds an answer overdue and closes the socket.
 */
final class Connection implements AutoCloseable {
    /** How often the reader looks up from a silent socket to send keepalives and find overdue answers. */
    private static final int LOOK_UP_MILLIS = 250;

    private final Socket socket = new Socket();
    private final ClientSettings settings;
    private final PoolListener listener;
    private final Unanswered unanswered;
    private final AtomicLong nextId = new AtomicLong(Requests.LOGIN_ID + 1);
    private volatile Optional<String> session = Optional.empty();
    private volatile long lastSentNanos = System.nanoTime();
    /** What the pool has just said of no request: mostly why it is about to leave. The reader's. */
    private String lastWords = "";

    Connection(ClientSettings settings, PoolListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.unanswered = new Unanswered(settings.unanswered());
    }

    /** Reads until the connection ends, which is always an exception; {@link EOFException} if the pool closed it. */
    void run(PoolAddress pool, Worker worker) throws IOException {
        InetSocketAddress address = new InetSocketAddress(pool.host(), pool.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException("no host has the name '" + pool.host() + "'");
        }
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        socket.connect(address, Math.toIntExact(settings.connectTimeout().toMillis()));
        socket.setSoTimeout(LOOK_UP_MILLIS);
        LineReader lines = new LineReader(socket.getInputStream(), settings.lineBytes());
        unanswered.enter(Requests.LOGIN_ID);
        write(Requests.login(worker));
        while (true) {
            readOne(lines, pool);
        }
    }

    private void readOne(LineReader lines, PoolAddress pool) throws IOException {
        if (unanswered.isOldestOlderThan(settings.answerTimeout())) {
            throw new SocketTimeoutException(
                    "the pool did not answer within " + settings.answerTimeout().toSeconds() + " s");
        }
        keepAlive();
        try {
            byte[] line =
                    lines.read().orElseThrow(() -> new EOFException("the pool closed the connection" + lastWords));
            if (line.length > 0) {
                take(JsonObject.read(line), pool);
            }
        } catch (SocketTimeoutException silence) {
            // Nothing came for a moment; the caller calls again.
            return;
        }
    }

    private void keepAlive() throws IOException {
        if (session.isPresent()
                && System.nanoTime() - lastSentNanos > settings.keepaliveEvery().toNanos()) {
            long id = nextId.getAndIncrement();
            if (unanswered.enter(id).isPresent()) {
                write(Requests.keepalive(id, session.get()));
            }
        }
    }

    /**
     * Notifications other than jobs are ignored, {@code client.reconnect} among them: on a plain connection anybody on
     * the way could send miners to a pool of their own.
     */
    private void take(JsonObject message, PoolAddress pool) throws IOException {
        Optional<Long> id = message.number("id");
        lastWords = id.isPresent()
                ? ""
                : Fault.of(message).map(fault -> ": " + fault.message()).orElse("");
        if (id.isPresent()) {
            takeAnswer(id.get(), message, pool);
        } else if (message.text("method").filter("job"::equals).isPresent()) {
            JsonObject params =
                    message.object("params").orElseThrow(() -> new IOException("the pool sent a job without params"));
            String current =
                    session.orElseThrow(() -> new IOException("the pool sent a job before it answered the login"));
            listener.job(JobReading.read(current, params));
        }
    }

    private void takeAnswer(long id, JsonObject message, PoolAddress pool) throws IOException {
        Optional<Fault> fault = Fault.of(message);
        unanswered.answer(
                id,
                fault.<ShareAnswer>map(found -> new ShareAnswer.Refused(found.message()))
                        .orElseGet(ShareAnswer.Accepted::new));
        if (id == Requests.LOGIN_ID && session.isEmpty()) {
            if (fault.isPresent()) {
                throw new LoginRefusedException(fault.get());
            }
            logIn(message, pool);
        }
    }

    private void logIn(JsonObject message, PoolAddress pool) throws IOException {
        JsonObject result =
                message.object("result").orElseThrow(() -> new IOException("the pool's login answer has no result"));
        String granted =
                result.text("id").orElseThrow(() -> new IOException("the pool's login answer has no session id"));
        JsonObject job = result.object("job").orElseThrow(() -> new IOException("the pool's login answer has no job"));
        PoolJob first = JobReading.read(granted, job);
        session = Optional.of(granted);
        listener.loggedIn(pool);
        listener.job(first);
    }

    boolean isLoggedIn() {
        return session.isPresent();
    }

    CompletableFuture<ShareAnswer> submit(Requests.Share share) {
        if (session.filter(share.job().session()::equals).isEmpty()) {
            return unsent("its job belongs to an earlier connection");
        }
        long id = nextId.getAndIncrement();
        Optional<CompletableFuture<ShareAnswer>> answer = unanswered.enter(id);
        if (answer.isEmpty()) {
            return unsent("too many shares wait for an answer, or the connection is gone");
        }
        try {
            write(Requests.submit(id, share));
        } catch (IOException broken) {
            unanswered.answer(id, new ShareAnswer.Unanswered("sending failed: " + broken.getMessage()));
        }
        return answer.get();
    }

    private static CompletableFuture<ShareAnswer> unsent(String why) {
        return CompletableFuture.completedFuture(new ShareAnswer.Unanswered(why));
    }

    private void write(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (socket) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            lastSentNanos = System.nanoTime();
        }
    }

    /** Ends {@link #run}; may be called at any time and more than once. */
    @Override
    public void close() throws IOException {
        unanswered.close("the connection was lost");
        socket.close();
    }
}
