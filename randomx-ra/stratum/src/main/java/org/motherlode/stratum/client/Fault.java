package org.motherlode.stratum.client;

import java.util.Optional;
import org.motherlode.stratum.json.JsonObject;
import org.motherlode.stratum.json.PlainText;

/** The error of an answer; the message is plain and cut. */
record Fault(long code, String message) {
    private static final int MESSAGE_CHARS = 200;

    static Optional<Fault> of(JsonObject answer) {
        return answer.object("error")
                .map(error -> new Fault(
                        error.number("code").orElse(0L),
                        PlainText.of(error.text("message").orElse("no message"), MESSAGE_CHARS)));
    }
}
