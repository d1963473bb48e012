package org.motherlode.bench.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What one thread can do at best: a process that writes one prepared line to all its connections, one after the other, and
 * does nothing else. It reads from its input the number of connections to take, the line, and then {@code push} each
 * time; it says its port first, {@code ready} when all are in, and after each push the times, by {@link System#nanoTime},
 * before the first and after the last write. It ends with its input.
 */
public final class FloorServer {
    private static final int BACKLOG = 4_096;
    private static final int LOGIN_BYTES = 1_024;

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ByteBuffer line;
    private final Random random = new Random(1);

    private FloorServer(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        this.line = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ServerSocketChannel port = ServerSocketChannel.open()) {
            port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            out.println(port.socket().getLocalPort());
            String count = in.readLine();
            String line = in.readLine();
            if (count == null || line == null) {
                return;
            }
            FloorServer server = new FloorServer(line);
            server.take(port, Integer.parseInt(count));
            out.println("ready");
            while (in.readLine() != null) {
                out.println(server.push());
            }
        }
    }

    /** Each says its login in one line and is answered with the same job. */
    private void take(ServerSocketChannel port, int count) throws IOException {
        String pushed = StandardCharsets.UTF_8.decode(line.duplicate().flip()).toString();
        String job = pushed.substring(pushed.indexOf('{', pushed.indexOf("\"params\"")), pushed.lastIndexOf('}'));
        byte[] welcome = ("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"0\",\"job\":" + job
                        + ",\"status\":\"OK\"}}\n")
                .getBytes(StandardCharsets.UTF_8);
        while (connections.size() < count) {
            SocketChannel connection = port.accept();
            connection.socket().setTcpNoDelay(true);
            int read = connection.read(ByteBuffer.allocate(LOGIN_BYTES));
            if (read > 0) {
                connection.write(ByteBuffer.wrap(welcome));
                connections.add(connection);
            }
        }
    }

    private String push() throws IOException {
        Collections.shuffle(connections, random);
        long began = System.nanoTime();
        for (SocketChannel connection : connections) {
            connection.write(line.duplicate().flip());
        }
        return began + " " + System.nanoTime();
    }
}
