package org.motherlode.ra.statistics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.jca.core.spi.statistics.StatisticsPlugin;

/**
 * The figures as the application server's management model wants them: they show up in the console and in the CLI at
 * {@code /subsystem=resource-adapters/resource-adapter=motherlode/statistics=extended}.
 */
public final class ConsoleStatistics implements StatisticsPlugin {
    private static final long serialVersionUID = 1;

    private final transient Figures figures;
    private final transient List<Words> words;

    public ConsoleStatistics(Figures figures, List<Words> words) {
        this.figures = figures;
        this.words = List.copyOf(words);
    }

    @Override
    public Set<String> getNames() {
        Set<String> names = new LinkedHashSet<>(Figures.names());
        words.forEach(text -> names.add(text.name()));
        return names;
    }

    @Override
    public Class<?> getType(String name) {
        return find(name).isPresent() ? String.class : long.class;
    }

    @Override
    public String getDescription(String name) {
        return find(name).map(Words::description).or(() -> figures.words(name)).orElse(name);
    }

    @Override
    public String getDescription(String name, Locale locale) {
        return getDescription(name);
    }

    @Override
    public Object getValue(String name) {
        Optional<Words> text = find(name);
        return text.isPresent() ? text.get().text().get() : figures.one(name);
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

    private Optional<Words> find(String name) {
        return words.stream().filter(text -> text.name().equals(name)).findFirst();
    }
}
