package org.motherlode.model.pow;

import java.util.List;

/**
 * Which proof-of-work functions the blocks of a chain may ask for. Each template says which one it asks for itself; this is
 * what can be made ready, and found missing, before there is such a template.
 *
 * @param first what is asked for unless a template says something else
 * @param later what a fork will ask for, or has asked for since
 */
public record PowPlan(PowId first, List<PowId> later) {
    public PowPlan {
        later = List.copyOf(later);
    }

    /** Whether a block may ask for the function of this name, as far as is known now. */
    public boolean names(String function) {
        return first.name().equals(function)
                || later.stream().anyMatch(id -> id.name().equals(function));
    }

    /** Of a chain that has one function for ever. */
    public static PowPlan only(PowId id) {
        return new PowPlan(id, List.of());
    }
}
