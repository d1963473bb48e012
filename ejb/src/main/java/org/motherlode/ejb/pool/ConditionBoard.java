package org.motherlode.ejb.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.motherlode.model.health.Condition;
import org.motherlode.model.health.Conditions;

/** Collects conditions from those who know them. Each source answers from its own memory. */
@ApplicationScoped
class ConditionBoard implements Conditions {
    private final List<Supplier<List<Condition>>> sources = new CopyOnWriteArrayList<>();

    @Override
    public List<Condition> now() {
        return sources.stream().map(Supplier::get).flatMap(Collection::stream).toList();
    }

    void add(Supplier<List<Condition>> source) {
        sources.add(source);
    }

    void clear() {
        sources.clear();
    }
}
