package org.motherlode.ra.socket;

import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * Bounds of the sockets.
 *
 * @param loops threads that read and write
 * @param lineBytes the longest line that is read
 * @param lineMillis how long a line may take from its first byte to its end
 * @param linesPerTurn lines of one connection that are looked at before others get their turn
 * @param lingerMillis how long a connection that was told its last line may take to leave by itself
 * @param acceptPauseMillis how long a port that could not take a connection waits before it tries again
 * @param writeBufferBytes what may wait to be sent to one miner before it counts as a slow reader
 */
public record SocketSettings(
        int loops,
        int lineBytes,
        long lineMillis,
        int linesPerTurn,
        long lingerMillis,
        long acceptPauseMillis,
        int writeBufferBytes) {
    public static final Set<String> KEYS = Set.of(
            "io-threads",
            "line-bytes",
            "line-millis",
            "lines-per-turn",
            "linger-millis",
            "accept-pause-millis",
            "write-buffer-bytes");

    public static SocketSettings of(Settings settings) throws SettingException {
        return new SocketSettings(
                (int) settings.number("io-threads", 2, 1, 64),
                (int) settings.number("line-bytes", 16_384, 256, 1_048_576),
                settings.number("line-millis", 15_000, 100, 600_000),
                (int) settings.number("lines-per-turn", 32, 1, 100_000),
                settings.number("linger-millis", 2_000, 0, 60_000),
                settings.number("accept-pause-millis", 1_000, 10, 60_000),
                (int) settings.number("write-buffer-bytes", 65_536, 4_096, 16_777_216));
    }
}
