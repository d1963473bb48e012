package org.motherlode.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a JSON-RPC client and a program, and breaks or holds the connection where a test wants it. */
final class CutWire implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 32;

    /** What does not arrive. Without its reply the client cannot know whether the program did what it asked. */
    enum Lost {
        REQUEST,
        REPLY
    }

    /** Once, at the next call of this name: a method of JSON-RPC, or a path. */
    record Cut(String call, Lost lost) {}

    private enum Fate {
        PASSES,
        REQUEST_WAITS,
        REPLY_WAITS,
        /** The client hears nothing any more, as if its patience had ended; the request comes later all the same. */
        CLIENT_IS_GONE
    }

    /** For the next call that is one of these and has these words in it. */
    private record Plan(Set<String> calls, String words, Fate fate, HeldCall held) {
        boolean isFor(HttpMessage request) {
            return calls.contains(request.call()) && request.text().contains(words);
        }
    }

    private final int programPort;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_CONNECTIONS + 1, CutWire::daemon);
    private final Queue<Plan> planned = new ConcurrentLinkedQueue<>();
    private final List<Cut> done = new CopyOnWriteArrayList<>();

    CutWire(int programPort) throws IOException {
        this.programPort = programPort;
        this.door = new ServerSocket(0, MOST_CONNECTIONS, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut(String call, Lost lost) {
        planned.add(new Plan(Set.of(call), "", fate(lost), HeldCall.lost()));
    }

    /** Lets the next one of these calls pass and loses the one after it. */
    void cutSecond(List<String> calls) {
        planned.add(new Plan(Set.copyOf(calls), "", Fate.PASSES, HeldCall.lost()));
        planned.add(new Plan(Set.copyOf(calls), "", Fate.REQUEST_WAITS, HeldCall.lost()));
    }

    HeldCall hold(String call, Lost what) {
        return hold(call, "", what);
    }

    /** The next one with these words in it. */
    HeldCall hold(String call, String words, Lost what) {
        HeldCall held = new HeldCall();
        planned.add(new Plan(Set.of(call), words, fate(what), held));
        return held;
    }

    /** The client gives this call up at once; it arrives when the test says so. */
    HeldCall late(String call) {
        HeldCall held = new HeldCall();
        planned.add(new Plan(Set.of(call), "", Fate.CLIENT_IS_GONE, held));
        return held;
    }

    /** Whether all that was planned has come to pass. */
    boolean isCalm() {
        return planned.isEmpty();
    }

    /** Which cuts were made, in order. */
    List<Cut> done() {
        return done;
    }

    private static Fate fate(Lost lost) {
        return lost == Lost.REQUEST ? Fate.REQUEST_WAITS : Fate.REPLY_WAITS;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> carry(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void carry(Socket client) {
        try (client;
                Socket program = program()) {
            Optional<HttpMessage> request = HttpMessage.read(client.getInputStream());
            while (request.isPresent() && carried(request.get(), client, program)) {
                request = HttpMessage.read(client.getInputStream());
            }
        } catch (IOException e) {
            // One of the two has gone; both connections are closed, and the client may come again.
        }
    }

    private Socket program() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), programPort);
    }

    /** False if this connection ends here. */
    private boolean carried(HttpMessage request, Socket client, Socket program) throws IOException {
        Optional<Plan> plan =
                planned.stream().filter(next -> next.isFor(request)).findFirst().filter(planned::remove);
        try {
            return switch (plan.map(Plan::fate).orElse(Fate.PASSES)) {
                case PASSES -> told(asked(request, program), client);
                case REQUEST_WAITS ->
                    goesOn(plan.orElseThrow(), request, Lost.REQUEST) && told(asked(request, program), client);
                case REPLY_WAITS -> {
                    HttpMessage reply = asked(request, program);
                    yield goesOn(plan.orElseThrow(), request, Lost.REPLY) && told(reply, client);
                }
                case CLIENT_IS_GONE -> {
                    client.close();
                    if (plan.orElseThrow().held().arrives()) askedLate(request);
                    yield false;
                }
            };
        } finally {
            plan.ifPresent(its -> its.held().ends());
        }
    }

    private static HttpMessage asked(HttpMessage request, Socket program) throws IOException {
        request.write(program.getOutputStream());
        return HttpMessage.read(program.getInputStream())
                .orElseThrow(() -> new IOException("the program closed the connection"));
    }

    /** By a connection of its own: the first may have been idle for too long. */
    private void askedLate(HttpMessage request) throws IOException {
        try (Socket program = program()) {
            asked(request, program);
        }
    }

    private boolean goesOn(Plan plan, HttpMessage request, Lost lost) {
        done.add(new Cut(request.call(), lost));
        return plan.held().arrives();
    }

    private static boolean told(HttpMessage reply, Socket client) throws IOException {
        reply.write(client.getOutputStream());
        return true;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cut-wire");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
