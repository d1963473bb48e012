package org.motherlode.ra.pool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;

/**
 * A pool's state in the application server's management model, below its administered object:
 * {@code …/admin-objects=NAME/statistics=extended:read-resource(include-runtime=true)}.
 */
final class PoolStatistics implements StatisticsPlugin {
    private static final long serialVersionUID = 1;
    private static final String STATE = "state";
    private static final String MINERS = "miners";

    private final transient Supplier<PoolState> now;

    PoolStatistics(Supplier<PoolState> now) {
        this.now = now;
    }

    @Override
    public Set<String> getNames() {
        return new LinkedHashSet<>(List.of(STATE, MINERS));
    }

    @Override
    public Class<?> getType(String name) {
        return name.equals(STATE) ? String.class : long.class;
    }

    @Override
    public String getDescription(String name) {
        return name.equals(STATE) ? "open, or why the pool takes no miners" : "Logged-in connections of this pool";
    }

    @Override
    public String getDescription(String name, Locale locale) {
        return getDescription(name);
    }

    @Override
    public Object getValue(String name) {
        PoolState state = now.get();
        return name.equals(STATE) ? state.words() : state.miners();
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    /** There is nothing to switch off. */
    @Override
    public void setEnabled(boolean enabled) {}

    /** There is nothing to clear. */
    @Override
    public void clear() {}
}
