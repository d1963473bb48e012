package org.motherlode.ra.guard;

import java.util.Optional;
import java.util.function.Function;

/** Let in, or turned away. */
public sealed interface Arrival {
    <R> R fold(Function<Visitor, R> admitted, Function<Optional<String>, R> refused);

    /** {@link Visitor#leave} must follow. */
    record Admitted(Visitor visitor) implements Arrival {
        @Override
        public <R> R fold(Function<Visitor, R> welcome, Function<Optional<String>, R> refused) {
            return welcome.apply(visitor);
        }
    }

    /** To be closed at once; with a sentence for the miner now and then, else without a word. */
    record Refused(Optional<String> sentence) implements Arrival {
        @Override
        public <R> R fold(Function<Visitor, R> admitted, Function<Optional<String>, R> turnedAway) {
            return turnedAway.apply(sentence);
        }
    }
}
