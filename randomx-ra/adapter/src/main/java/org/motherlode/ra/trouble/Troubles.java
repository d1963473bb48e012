package org.motherlode.ra.trouble;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.motherlode.model.health.Condition;
import org.motherlode.ra.statistics.Figures;

/** One {@link Trouble} of each kind for the whole adapter. */
public final class Troubles {
    private final Map<Fault, Trouble> all = new EnumMap<>(Fault.class);
    private final Figures figures;
    private final LongSupplier nanoTime;

    /** {@code nanoTime}: a clock that only goes forward. */
    public Troubles(Figures figures, LongSupplier nanoTime) {
        this.figures = figures;
        this.nanoTime = nanoTime;
        Stream.of(Fault.values()).forEach(this::of);
    }

    public synchronized Trouble of(Fault fault) {
        return all.computeIfAbsent(fault, missing -> new Trouble(missing, figures, nanoTime));
    }

    /** Writes the lines that are due; to be called about once a second. */
    public void tell() {
        Stream.of(Fault.values()).forEach(fault -> of(fault).tell());
    }

    /** What is wrong at present. */
    public List<Condition> conditions() {
        return Stream.of(Fault.values())
                .map(fault -> of(fault).condition())
                .flatMap(Optional::stream)
                .toList();
    }
}
