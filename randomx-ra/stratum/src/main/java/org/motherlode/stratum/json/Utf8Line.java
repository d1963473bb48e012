package org.motherlode.stratum.json;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * A line that must be UTF-8, decoded where and when it is read: its characters all at once would be twice its bytes. What
 * is no UTF-8 is an {@link java.nio.charset.CharacterCodingException} as soon as the reading comes to it.
 */
public final class Utf8Line {
    private static final int WINDOW_CHARS = 256;

    private final byte[] bytes;

    /** {@code bytes}: not copied, and not to be changed. */
    public Utf8Line(byte[] bytes) {
        this.bytes = bytes;
    }

    Reader reader() {
        return new Decoding(bytes);
    }

    /** The characters from one offset to another, neither of them within a pair. */
    public String slice(int from, int to) throws IOException {
        Reader reader = reader();
        char[] window = new char[WINDOW_CHARS];
        int skipped = 0;
        while (skipped < from) {
            skipped += readSome(reader, window, from - skipped);
        }
        StringBuilder slice = new StringBuilder(to - from);
        while (slice.length() < to - from) {
            slice.append(window, 0, readSome(reader, window, to - from - slice.length()));
        }
        return slice.toString();
    }

    private static int readSome(Reader reader, char[] window, int most) throws IOException {
        int got = reader.read(window, 0, Math.min(window.length, most));
        if (got <= 0) {
            throw new IOException("the line ends before that");
        }
        return got;
    }

    private static final class Decoding extends Reader {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final ByteBuffer bytes;

        Decoding(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        /** Asked for one character where there is a pair it gives none, as at the end. */
        @Override
        public int read(char[] into, int from, int most) throws IOException {
            CharBuffer chars = CharBuffer.wrap(into, from, most);
            CoderResult result = decoder.decode(bytes, chars, true);
            if (result.isError()) {
                result.throwException();
            }
            return chars.position() == from ? -1 : chars.position() - from;
        }

        @Override
        public void close() {}
    }
}
