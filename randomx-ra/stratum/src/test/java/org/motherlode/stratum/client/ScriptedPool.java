package org.motherlode.stratum.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A pool that does what the test says, line by line. On loopback, on a free port; waits at most ten seconds. */
final class ScriptedPool implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket door;

    ScriptedPool() throws IOException {
        door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        door.setSoTimeout(PATIENCE_MILLIS);
    }

    PoolAddress address() {
        return new PoolAddress(door.getInetAddress().getHostAddress(), door.getLocalPort());
    }

    /** The next miner that comes. */
    Visitor visitor() throws IOException {
        return new Visitor(door.accept());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    static final class Visitor implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        private Visitor(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String hears() {
            try {
                return String.valueOf(in.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Visitor says(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            return this;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
