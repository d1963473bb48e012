package org.motherlode.bench;

import java.util.Map;
import java.util.Optional;
import org.motherlode.bench.house.HouseSettings;
import picocli.CommandLine.Help.Visibility;
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
            showDefaultValue = Visibility.NEVER,
            description = "A setting of the server's adapter, for example io-threads=4; may be given again.")
    private Map<String, String> bounds = Map.of();

    @Option(
            names = "--fast",
            description = "path, epoch: server and library in fast mode; 2 datasets there, one here, 2080 MiB each.")
    private boolean fast;

    @Option(
            names = "--server-cpus",
            paramLabel = "LIST",
            showDefaultValue = Visibility.NEVER,
            description = "The processors of the running server, for example 0,1; give the bench others by taskset.")
    private Optional<String> processors = Optional.empty();

    boolean isFast() {
        return fast;
    }

    HouseSettings on(int cores) {
        HouseSettings settings = HouseSettings.still(verifiers > 0 ? verifiers : Math.max(1, cores - 1));
        for (Map.Entry<String, String> line : bounds.entrySet()) {
            settings = settings.withBound(line.getKey(), line.getValue());
        }
        HouseSettings bound = processors.map(settings::onProcessors).orElse(settings);
        return fast ? bound.inFastMode() : bound;
    }
}
