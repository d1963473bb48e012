package org.motherlode.stratum.client;

import java.util.function.Function;

/** What became of a share that was sent. */
public sealed interface ShareAnswer {
    <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused, Function<Unanswered, R> unanswered);

    /** The pool credits it. */
    record Accepted() implements ShareAnswer {
        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused, Function<Unanswered, R> none) {
            return accepted.apply(this);
        }
    }

    /** The pool does not credit it, with its words, made plain. */
    record Refused(String words) implements ShareAnswer {
        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused, Function<Unanswered, R> none) {
            return refused.apply(this);
        }
    }

    /** No answer will come; the pool may or may not have credited it. */
    record Unanswered(String why) implements ShareAnswer {
        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused, Function<Unanswered, R> none) {
            return none.apply(this);
        }
    }
}
