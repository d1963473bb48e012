package org.motherlode.bench.swarm;

/**
 * What a pool answered.
 *
 * @param words {@code OK}, or the pool's own of why not
 * @param nanos since the request was due to be sent, which counts a generator's own delay as the pool's
 * @param at of the clock {@link System#nanoTime}
 */
public record Answer(String words, long nanos, long at) {
    public static final String OK = "OK";

    public boolean isOk() {
        return words.equals(OK);
    }
}
