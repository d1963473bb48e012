package org.motherlode.web.live;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.InstantSource;

/** The outside of every message to a listener: type, data, and the second at which it was made. */
final class Envelope {
    private final InstantSource clock;

    Envelope(InstantSource clock) {
        this.clock = clock;
    }

    String of(String type, JsonObject data) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("data", data)
                .add("timestamp", clock.instant().getEpochSecond())
                .build()
                .toString();
    }

    String pong() {
        return Json.createObjectBuilder()
                .add("type", "pong")
                .add("timestamp", clock.instant().getEpochSecond())
                .build()
                .toString();
    }

    String error(String sentence) {
        return of("error", Json.createObjectBuilder().add("message", sentence).build());
    }
}
