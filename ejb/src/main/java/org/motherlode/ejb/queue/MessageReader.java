package org.motherlode.ejb.queue;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.motherlode.model.bytes.Octets;

/** Reads what {@link MessageWriter} wrote. No length is believed beyond the bytes that are there. */
public final class MessageReader {
    private final ByteBuffer in;

    private MessageReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    /** Reads a whole message with {@code body}; whatever is wrong with it comes out as one exception. */
    public static <T> T read(byte[] bytes, Header header, Body<T> body) throws UnreadableMessageException {
        MessageReader reader = new MessageReader(bytes);
        try {
            header.check(reader.count(), reader.count());
            T value = body.read(reader);
            if (reader.in.hasRemaining()) {
                throw new UnreadableMessageException("the " + header.name() + " ends " + reader.in.remaining()
                        + " bytes before its message, so it was written by something else");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new UnreadableMessageException("the " + header.name() + " ends in the middle", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableMessageException("the " + header.name() + " makes no sense: " + e.getMessage(), e);
        }
    }

    public int count() {
        return in.getInt();
    }

    /** A number of things that follow, each at least one byte long. */
    public int length() {
        int length = count();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    public long number() {
        return in.getLong();
    }

    public boolean flag() {
        return in.get() != 0;
    }

    public BigInteger whole() {
        return new BigInteger(raw());
    }

    public String text() {
        return new String(raw(), StandardCharsets.UTF_8);
    }

    public Octets octets() {
        return Octets.of(raw());
    }

    public Instant instant() {
        return Instant.ofEpochSecond(number(), count());
    }

    private byte[] raw() {
        byte[] bytes = new byte[length()];
        in.get(bytes);
        return bytes;
    }

    /** The fields of a message, in their order. */
    public interface Body<T> {
        T read(MessageReader reader);
    }

    /**
     * What a message must begin with.
     *
     * @param name what people call such a message
     */
    public record Header(String name, int kind, int version) {
        void check(int itsKind, int itsVersion) throws UnreadableMessageException {
            if (itsKind != kind) {
                throw new UnreadableMessageException("the message is no " + name);
            }
            if (itsVersion != version) {
                throw new UnreadableMessageException("the " + name + " has format " + itsVersion
                        + ", but this server reads format " + version + " only: was it written by a newer server?");
            }
        }

        public MessageWriter writer() {
            return new MessageWriter(kind, version);
        }
    }
}
