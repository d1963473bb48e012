package org.motherlode.stratum.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void lines_end_with_lf_or_cr_lf_and_a_rest_without_end_is_none() throws IOException {
        assertThat(all(new LineReader(bytes("a\r\n\nbc\n\rd\nrest"), 16))).containsExactly("a", "", "bc", "\rd");
    }

    @Test
    void a_line_may_be_as_long_as_agreed_and_no_longer() throws IOException {
        assertThat(all(new LineReader(bytes("1234567\n1234567\n"), 8))).containsExactly("1234567", "1234567");
        assertThatThrownBy(() -> all(new LineReader(bytes("1\n12345678\n"), 8)))
                .isInstanceOf(LineTooLongException.class)
                .hasMessage("a line of more than 8 bytes");
    }

    @Test
    void a_timeout_in_the_middle_of_a_line_loses_nothing() throws IOException {
        InputStream silence = new InputStream() {
            private boolean asked;

            @Override
            public int read() throws IOException {
                if (!asked) {
                    asked = true;
                    throw new SocketTimeoutException("silence");
                }
                return -1;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        LineReader lines =
                new LineReader(new SequenceInputStream(new SequenceInputStream(bytes("ab"), silence), bytes("c\n")), 8);

        assertThatThrownBy(lines::read).isInstanceOf(SocketTimeoutException.class);
        assertThat(all(lines)).containsExactly("abc");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> all(LineReader lines) throws IOException {
        List<String> all = new ArrayList<>();
        for (Optional<byte[]> line = lines.read(); line.isPresent(); line = lines.read()) {
            all.add(new String(line.get(), StandardCharsets.UTF_8));
        }
        return all;
    }
}
