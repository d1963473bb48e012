package org.motherlode.toy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Mines toy shares one after the other and waits for the answer to each. */
public final class ToyMiner implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;
    private List<String> work;
    private long nonce;

    /** Joins; waits until there is work. */
    public ToyMiner(int port, String address, String worker) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port), address, worker);
    }

    /** The same on a connection that is there, on which a proxy may have spoken. */
    public ToyMiner(Socket connected, String address, String worker) throws IOException {
        socket = connected;
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        out = socket.getOutputStream();
        send("JOIN " + address + " " + worker);
        work = List.of(read().split(" ", -1));
        if (!work.get(0).equals("WORK")) {
            throw new IOException("no work: " + String.join(" ", work));
        }
    }

    /** What the pool said, for example {@code GOOD}, to the share of this hash (hex). */
    public record Answer(String words, String hash) {}

    /** Finds a share of the newest work and sends it. */
    public Answer mineOne() throws IOException {
        while (in.ready()) {
            take(read());
        }
        byte[] header = HexFormat.of().parseHex(work.get(3));
        int offset = Integer.parseInt(work.get(4));
        BigInteger target = new BigInteger(work.get(5), 16);
        MessageDigest sha256 = digest();
        byte[] hash;
        do {
            ByteBuffer.wrap(header).putLong(offset, nonce++);
            hash = sha256.digest(header);
        } while (new BigInteger(1, hash).compareTo(target) > 0);
        send("SHARE " + work.get(1) + " " + work.get(2) + " " + HexFormat.of().formatHex(header, offset, offset + 8));
        String answer = read();
        while (answer.startsWith("WORK")) {
            take(answer);
            answer = read();
        }
        return new Answer(answer, HexFormat.of().formatHex(hash));
    }

    private void take(String line) {
        if (line.startsWith("WORK")) {
            work = List.of(line.split(" ", -1));
            nonce = 0;
        }
    }

    private void send(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private String read() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the pool closed the connection");
        }
        return line;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
