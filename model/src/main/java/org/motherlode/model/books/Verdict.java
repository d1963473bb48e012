package org.motherlode.model.books;

import java.util.List;

/**
 * What a check says of an invariant.
 *
 * @param words what is broken, each in a sentence with its account, payout or block and both figures; else one sentence at most
 */
public record Verdict(Invariant invariant, State state, List<String> words) {
    /** Whether it could be told, and what was found. */
    public enum State {
        /** It was looked at, and it holds. */
        HOLDS,
        /** It does not hold. */
        BROKEN,
        /** Who would have to say it is away, or answers what cannot be relied on: nothing is known anew. */
        UNKNOWN,
        /** This pool's chain has no means to say it, now or later. */
        UNTOLD
    }

    public Verdict {
        words = List.copyOf(words);
        if (words.isEmpty() && state != State.HOLDS) {
            throw new IllegalArgumentException(invariant + " is " + state + ", and nothing says why");
        }
    }

    /** Broken if there is anything in {@code broken}. */
    public static Verdict of(Invariant invariant, List<String> broken) {
        return new Verdict(invariant, broken.isEmpty() ? State.HOLDS : State.BROKEN, broken);
    }

    public static Verdict unknown(Invariant invariant, String why) {
        return new Verdict(invariant, State.UNKNOWN, List.of(why));
    }

    public static Verdict untold(Invariant invariant, String why) {
        return new Verdict(invariant, State.UNTOLD, List.of(why));
    }
}
