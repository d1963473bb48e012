package org.motherlode.stratum.client;

import java.time.Duration;

/**
 * The client's bounds.
 *
 * @param connectTimeout for the connection to stand
 * @param answerTimeout for any answer; a pool that is silent for longer counts as gone
 * @param keepaliveEvery of own silence before a keepalive is sent
 * @param lineBytes the longest line taken from a pool
 * @param unanswered shares and keepalives that may wait for an answer at one time; keeps what can stand in the socket's
 *     send buffer small enough that writing does not block
 * @param firstPause before the first new attempt; doubles with each
 * @param longestPause where doubling ends; a connection that lived for longer starts the count again
 * @param attempts failures in a row after which the client gives up
 */
public record ClientSettings(
        Duration connectTimeout,
        Duration answerTimeout,
        Duration keepaliveEvery,
        int lineBytes,
        int unanswered,
        Duration firstPause,
        Duration longestPause,
        int attempts) {
    public ClientSettings {
        if (lineBytes < 1024 || unanswered < 1 || attempts < 1) {
            throw new IllegalArgumentException("lineBytes must be at least 1024, unanswered and attempts at least 1");
        }
        if (firstPause.isNegative() || firstPause.isZero() || firstPause.compareTo(longestPause) > 0) {
            throw new IllegalArgumentException("firstPause must be above 0 and not above longestPause");
        }
    }

    public static ClientSettings defaults() {
        return new ClientSettings(
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                16 * 1024,
                128,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                1000);
    }

    public ClientSettings withAttempts(int changed) {
        return new ClientSettings(
                connectTimeout,
                answerTimeout,
                keepaliveEvery,
                lineBytes,
                unanswered,
                firstPause,
                longestPause,
                changed);
    }
}
