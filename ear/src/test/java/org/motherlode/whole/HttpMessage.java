package org.motherlode.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motherlode.model.bytes.Octets;

/** An HTTP/1.1 request or reply as it came over the wire; its length must stand in its head. */
record HttpMessage(String head, Octets body) {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+) *$");
    private static final Pattern METHOD = Pattern.compile("\"method\" *: *\"([a-z_]+)\"");
    private static final int LONGEST_HEAD = 16_384;

    /** Empty if the connection ended before it began. */
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 && head.size() == 0) {
                return Optional.empty();
            }
            if (next < 0 || head.size() > LONGEST_HEAD) {
                throw new IOException("no HTTP message: " + head);
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text.replace("\r", ""));
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw new IOException("an HTTP message was cut off");
        }
        return Optional.of(new HttpMessage(text, Octets.of(body)));
    }

    void write(OutputStream out) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body.toBytes());
        out.flush();
    }

    /** What a request asks for: the method of JSON-RPC, else its path. */
    String call() {
        Matcher method = METHOD.matcher(text());
        String path = head.split(" ", 3)[1];
        return path.equals("/json_rpc") && method.find() ? method.group(1) : path;
    }

    String text() {
        return new String(body.toBytes(), StandardCharsets.UTF_8);
    }
}
