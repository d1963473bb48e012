package org.motherlode.ra;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.pool.AdministeredPool;

/**
 * A process with a plain port, an encrypted one and one that speaks as XMRig does, whose numbers it says first. Then for each
 * line that it hears, until it hears none: {@code jobs N} gives N more jobs to everybody, anything else is answered with the
 * miners that are logged in, the heap in bytes after a collection, and what the process holds of the machine's memory, in
 * bytes. Its blocks are as long as one of three hundred transactions on Monero.
 */
final class IdleConnectionsServer {
    private static final int COLLECTIONS = 3;
    private static final Octets TRANSACTIONS = Octets.of(new byte[300 * 32]);

    private IdleConnectionsServer() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        AdministeredPool pool =
                RunningAdapter.pool("toy", "127.0.0.1:0 plain 4, 127.0.0.1:0 plain 4 tls, 127.0.0.1:0 cryptonote 4");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        try (var server = RunningAdapter.withPool(folder.resolve("data"), args[1], pool);
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            RunningAdapter.until(() ->
                    server.adapter.station().addresses(RunningAdapter.POOL).size() == 3);
            server.publish(template(1));
            server.adapter.station().addresses(RunningAdapter.POOL).forEach(address -> say(address.getPort()));
            int height = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int jobs = line.startsWith("jobs ") ? Integer.parseInt(line.substring(5)) : 0;
                for (int i = 0; i < jobs; i++) {
                    height++;
                    long sent = sent(server) + miners(server);
                    server.publish(template(height));
                    RunningAdapter.until(() -> sent(server) >= sent);
                }
                if (line.equals("miners")) {
                    say(miners(server));
                } else {
                    say(heap());
                    say(resident());
                }
            }
        }
    }

    private static BlockTemplate template(int height) {
        return new ChoiceTemplate(PlainTemplate.at(height), TRANSACTIONS);
    }

    private static long sent(RunningAdapter server) {
        return server.adapter.gateway().figures().values().getOrDefault("jobs_sent", 0L);
    }

    private static long miners(RunningAdapter server) {
        return server.adapter.gateway().figures().values().getOrDefault("miners", 0L);
    }

    private static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long resident() throws Exception {
        List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
        String line = status.stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024;
    }

    /** The line to the test that started this process. */
    private static void say(long number) {
        System.out.println(number);
        System.out.flush();
    }
}
