package org.motherlode.bench.floor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.motherlode.stratum.client.PoolJob;

/** A {@link FloorServer} in a process of its own, since its connections and those of the bots are more than one may open. */
public final class Floor implements AutoCloseable {
    private static final long ENDING_SECONDS = 10;

    private final Process process;
    private final BufferedReader said;
    private final PrintWriter told;
    private final int port;

    public Floor() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FloorServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = process.inputReader(StandardCharsets.UTF_8);
        told = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        port = Integer.parseInt(hear());
    }

    public int port() {
        return port;
    }

    /** Lets so many connections in, each of which is sent a job like this one. */
    public void expect(int connections, PoolJob like) {
        told.println(connections);
        told.println(JobLine.of(like));
    }

    public void awaitReady() throws IOException {
        hear();
    }

    /** When a push began and when its last line was written, by {@link System#nanoTime}. */
    public record Written(long began, long ended) {
        public long nanos() {
            return ended - began;
        }
    }

    /** Writes to all. */
    public Written push() throws IOException {
        told.println("push");
        String[] times = hear().split(" ", -1);
        return new Written(Long.parseLong(times[0]), Long.parseLong(times[1]));
    }

    private String hear() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("the process that measures the floor has ended");
        }
        return line;
    }

    @Override
    public void close() {
        told.close();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
