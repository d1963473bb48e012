package org.motherlode.ctl.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/**
 * What a miner has written since it was started.
 *
 * @param milliHashesPerSecond over its last ten seconds; empty before it has said so
 * @param shares of which the pool said OK
 * @param work sum of their difficulties
 */
record MinerLog(Optional<Long> milliHashesPerSecond, long shares, long work) {
    /** From the lines of {@code coopmine miner --json}; a last line that is only half there is left out. */
    static MinerLog of(String lines) {
        Optional<Long> rate = Optional.empty();
        long shares = 0;
        long work = 0;
        for (String line : lines.lines().toList()) {
            Optional<JsonObject> event = event(line);
            String name = event.map(one -> one.getString("event", "")).orElse("");
            if (name.equals("rate")) rate = event.map(one -> number(one, "milliHashesPerSecond"));
            if (name.equals("share-accepted")) {
                shares++;
                work += event.map(one -> number(one, "difficulty")).orElse(0L);
            }
        }
        return new MinerLog(rate, shares, work);
    }

    /** Of two miners together. */
    MinerLog plus(MinerLog other) {
        Optional<Long> both = milliHashesPerSecond
                .map(ours -> ours + other.milliHashesPerSecond.orElse(0L))
                .or(() -> other.milliHashesPerSecond);
        return new MinerLog(both, shares + other.shares, work + other.work);
    }

    /** {@code 41.3 H/s, 37 shares told, 63 % of the expected work}, which may be more than 100 %. */
    String words(long blockDifficulty) {
        String rate = milliHashesPerSecond
                .map(milli -> milli / 1000 + "." + milli % 1000 / 100 + " H/s")
                .orElse("hash rate not yet known");
        return rate + ", " + shares + " shares accepted, " + work * 100 / blockDifficulty + " % of the expected work";
    }

    private static long number(JsonObject event, String name) {
        return event.containsKey(name) ? event.getJsonNumber(name).longValue() : 0;
    }

    private static Optional<JsonObject> event(String line) {
        if (!line.startsWith("{")) return Optional.empty();
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return Optional.of(reader.readObject());
        } catch (JsonException half) {
            return Optional.empty();
        }
    }
}
