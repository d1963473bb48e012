package org.motherlode.ra.gateway;

import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;

/**
 * Opens the proof-of-work functions that one pool's work asks for: in the workshop, because loading a library takes long. What a
 * coming fork will ask for is opened with the pool, so that an operator whose server cannot compute it hears of it long before.
 */
final class PoolFunctions {
    private static final Logger LOG = Logger.getLogger(PoolFunctions.class);

    private final PoolDefinition definition;
    private final Station station;
    private Optional<PowId> opening = Optional.empty();
    private volatile Optional<String> missing = Optional.empty();

    PoolFunctions(PoolDefinition definition, Station station) {
        this.definition = definition;
        this.station = station;
    }

    /** In the workshop. An {@link IllegalStateException} says why the first one cannot be computed here. */
    void prepare(PowPlan plan) {
        missing = Optional.empty();
        open(plan.first());
        plan.later().forEach(this::prepareLater);
    }

    private void prepareLater(PowId id) {
        try {
            open(id);
        } catch (IllegalStateException | LinkageError e) {
            String words = "a fork of its chain will ask for " + id + ", which this server cannot compute: "
                    + e.getMessage() + "; miners are served until then";
            missing = Optional.of(words);
            LOG.errorf("pool %s: %s", definition.name(), words);
        }
    }

    private void open(PowId id) {
        station.hashers().open(id, station.isFast(definition));
    }

    /**
     * On the house thread: whether this function is open. If not it is being opened from now on, and where that fails
     * {@code failed} hears why, on the house thread too.
     */
    boolean isOpen(PowId id, Consumer<String> failed) {
        if (station.hashers().isOpen(id)) {
            return true;
        }
        if (!opening.equals(Optional.of(id))) {
            opening = Optional.of(id);
            station.workshop().run(() -> open(id, failed));
        }
        return false;
    }

    private void open(PowId id, Consumer<String> failed) {
        try {
            open(id);
            station.house().run(() -> opening = Optional.empty());
        } catch (RuntimeException | Error e) {
            station.house().run(() -> {
                opening = Optional.empty();
                failed.accept("its chain asks for " + id + ", which this server cannot compute: " + e.getMessage());
            });
        }
    }

    /** What a coming fork will ask for in vain; miners are served so far. */
    Optional<Condition> condition() {
        return missing.map(words -> new Condition(definition.name() + ".function", false, false, words));
    }
}
