package org.motherlode.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between a JSON-RPC client and a program, and breaks the connection where a test wants it. */
final class CutWire implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 16;

    /** What does not arrive. Without its reply the client cannot know whether the program did what it asked. */
    enum Lost {
        REQUEST,
        REPLY
    }

    /** Once, at the next call of this method. */
    record Cut(String method, Lost lost) {}

    private final int programPort;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST_CONNECTIONS + 1, CutWire::daemon);
    private final Queue<Cut> planned = new ConcurrentLinkedQueue<>();
    private final List<Cut> done = new CopyOnWriteArrayList<>();

    CutWire(int programPort) throws IOException {
        this.programPort = programPort;
        this.door = new ServerSocket(0, MOST_CONNECTIONS, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut(String method, Lost lost) {
        planned.add(new Cut(method, lost));
    }

    /** Which cuts were made, in order. */
    List<Cut> done() {
        return done;
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
                Socket program = new Socket(InetAddress.getLoopbackAddress(), programPort)) {
            Optional<HttpMessage> request = HttpMessage.read(client.getInputStream());
            while (request.isPresent() && carried(request.get(), client, program)) {
                request = HttpMessage.read(client.getInputStream());
            }
        } catch (IOException e) {
            // One of the two has gone; both connections are closed, and the client may come again.
        }
    }

    /** False if this connection ends here. */
    private boolean carried(HttpMessage request, Socket client, Socket program) throws IOException {
        Optional<Cut> cut = planned.stream()
                .filter(plan -> plan.method().equals(request.method()))
                .findFirst()
                .filter(planned::remove);
        if (cut.filter(plan -> plan.lost() == Lost.REQUEST).isPresent()) {
            done.add(cut.get());
            return false;
        }
        request.write(program.getOutputStream());
        HttpMessage reply = HttpMessage.read(program.getInputStream())
                .orElseThrow(() -> new IOException("the program closed the connection"));
        cut.ifPresent(done::add);
        if (cut.isEmpty()) {
            reply.write(client.getOutputStream());
        }
        return cut.isEmpty();
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
