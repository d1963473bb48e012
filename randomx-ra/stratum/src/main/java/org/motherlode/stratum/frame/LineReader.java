package org.motherlode.stratum.frame;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lines of a blocking stream, ended by LF or CR LF. Holds one line's bytes and no more. A read that times out loses
 * nothing: what had come of the line is there when reading goes on. Not thread-safe.
 */
public final class LineReader {
    private final InputStream in;
    private final byte[] buffer;
    private int start;
    private int end;
    private int searched;

    /** {@code mostBytes}: of a line, its line end included. */
    public LineReader(InputStream in, int mostBytes) {
        this.in = in;
        this.buffer = new byte[mostBytes];
    }

    /** The next line without its end; empty at the end of the stream. A last line without an end is no line. */
    public Optional<byte[]> read() throws IOException {
        while (true) {
            for (; searched < end; searched++) {
                if (buffer[searched] == '\n') {
                    return Optional.of(cut());
                }
            }
            if (!fill()) {
                return Optional.empty();
            }
        }
    }

    private byte[] cut() {
        int length = searched - start;
        if (length > 0 && buffer[searched - 1] == '\r') {
            length--;
        }
        byte[] line = Arrays.copyOfRange(buffer, start, start + length);
        searched++;
        start = searched;
        return line;
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            searched -= start;
            start = 0;
        }
        if (end == buffer.length) {
            throw new LineTooLongException(buffer.length);
        }
        int got = in.read(buffer, end, buffer.length - end);
        end += Math.max(got, 0);
        return got >= 0;
    }
}
