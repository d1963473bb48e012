package org.motherlode.ra.statistics;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;

/**
 * The figures as the application server's management model wants them: they show up in the console and in the CLI at
 * {@code /subsystem=resource-adapters/resource-adapter=motherlode/statistics=extended}.
 */
public final class ConsoleStatistics implements StatisticsPlugin {
    private static final long serialVersionUID = 1;

    private static final String CLOSED_POOLS = "closed_pools";

    private final transient Figures figures;
    private final transient Supplier<String> closedPools;

    /** {@code closedPools}: those that take no miners, in words; empty if all do. */
    public ConsoleStatistics(Figures figures, Supplier<String> closedPools) {
        this.figures = figures;
        this.closedPools = closedPools;
    }

    @Override
    public Set<String> getNames() {
        Set<String> names = new LinkedHashSet<>(figures.all().keySet());
        names.add(CLOSED_POOLS);
        return names;
    }

    @Override
    public Class<?> getType(String name) {
        return name.equals(CLOSED_POOLS) ? String.class : long.class;
    }

    @Override
    public String getDescription(String name) {
        return name.equals(CLOSED_POOLS)
                ? "Pools that take no miners, each with the reason"
                : figures.words(name).orElse(name);
    }

    @Override
    public String getDescription(String name, Locale locale) {
        return getDescription(name);
    }

    @Override
    public Object getValue(String name) {
        return name.equals(CLOSED_POOLS) ? closedPools.get() : figures.all().getOrDefault(name, 0L);
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    /** Counting costs nothing worth switching off. */
    @Override
    public void setEnabled(boolean enabled) {}

    /** Refused in silence: the same counts feed the metrics, where a counter that falls means a restart. */
    @Override
    public void clear() {}
}
