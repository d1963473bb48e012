package org.motherlode.ra.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Goes through many that one loop serves, in an order of chance, so that nobody is always the last, and a few at a time: the
 * loop does what these few leave to be done (sending what was written, reading what came) before it comes to the next few,
 * and not after the last of ten thousand.
 */
final class Procession<T> {
    private static final int FEW = 16;

    private final Iterator<T> order;
    private final BiConsumer<T, Runnable> onLoop;
    private final Consumer<T> what;
    private final Runnable atEnd;

    /**
     * {@code onLoop} has the loop run something for one of them, after all that it was given before; {@code atEnd} follows the
     * last one. The order need not be a secret, only another one with each seed.
     */
    Procession(Collection<T> all, long seed, BiConsumer<T, Runnable> onLoop, Consumer<T> what, Runnable atEnd) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        this.order = shuffled.iterator();
        this.onLoop = onLoop;
        this.what = what;
        this.atEnd = atEnd;
    }

    /** On the loop. Each is a task of its own, so that one that fails is the only one that does. */
    void proceed() {
        if (!order.hasNext()) {
            atEnd.run();
        }
        for (int few = 1; few <= FEW && order.hasNext(); few++) {
            T one = order.next();
            onLoop.accept(one, () -> what.accept(one));
            if (few == FEW || !order.hasNext()) {
                onLoop.accept(one, this::proceed);
            }
        }
    }
}
