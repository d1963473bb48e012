package org.motherlode.ejb.queue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.motherlode.model.bytes.Octets;

/** Writes a message: a header of kind and version, then fields; numbers big-endian, byte strings behind their length. */
public final class MessageWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /**
     * Begins a message.
     *
     * @param kind tells formats apart, so that a message in the wrong queue is known for what it is
     */
    public MessageWriter(int kind, int version) {
        count(kind);
        count(version);
    }

    public void count(int value) {
        write(() -> out.writeInt(value));
    }

    public void number(long value) {
        write(() -> out.writeLong(value));
    }

    public void flag(boolean value) {
        write(() -> out.writeBoolean(value));
    }

    public void whole(BigInteger value) {
        raw(value.toByteArray());
    }

    public void text(String value) {
        raw(value.getBytes(StandardCharsets.UTF_8));
    }

    public void octets(Octets value) {
        raw(value.toBytes());
    }

    public void instant(Instant value) {
        number(value.getEpochSecond());
        count(value.getNano());
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void raw(byte[] value) {
        count(value.length);
        write(() -> out.write(value));
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array refused bytes", e);
        }
    }

    /** One write. */
    private interface Step {
        void run() throws IOException;
    }
}
