package org.motherlode.ra.statistics;

import java.util.Locale;
import java.util.Set;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;

/**
 * The figures as the application server's management model wants them: they show up in the console and in the CLI at
 * {@code /subsystem=resource-adapters/resource-adapter=motherlode/statistics=extended}.
 */
public final class ConsoleStatistics implements StatisticsPlugin {
    private static final long serialVersionUID = 1;

    private final transient Figures figures;

    public ConsoleStatistics(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Set<String> getNames() {
        return figures.all().keySet();
    }

    @Override
    public Class<?> getType(String name) {
        return long.class;
    }

    @Override
    public String getDescription(String name) {
        return figures.words(name).orElse(name);
    }

    @Override
    public String getDescription(String name, Locale locale) {
        return getDescription(name);
    }

    @Override
    public Object getValue(String name) {
        return figures.all().getOrDefault(name, 0L);
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
