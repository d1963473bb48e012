package org.motherlode.bench;

import java.util.Map;
import org.motherlode.bench.house.HouseSettings;
import picocli.CommandLine.Option;

/** Options of the server that is measured. */
final class HouseOptions {
    @Option(
            names = "--verifiers",
            defaultValue = "0",
            description = "Verifier threads of the server; 0 is one less than there are cores.")
    private int verifiers;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the server's adapter, for example io-threads=4; may be given again.")
    private Map<String, String> bounds = Map.of();

    @Option(
            names = "--fast",
            description = "path, epoch: server and library in fast mode; 2 datasets there, one here, 2080 MiB each.")
    private boolean fast;

    boolean isFast() {
        return fast;
    }

    HouseSettings on(int cores) {
        HouseSettings settings = HouseSettings.still(verifiers > 0 ? verifiers : Math.max(1, cores - 1));
        for (Map.Entry<String, String> bound : bounds.entrySet()) {
            settings = settings.withBound(bound.getKey(), bound.getValue());
        }
        return fast ? settings.inFastMode() : settings;
    }
}
