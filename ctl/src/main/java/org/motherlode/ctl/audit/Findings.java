package org.motherlode.ctl.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What was found true and what was not, in plain words and in order. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();

    /** @param words what holds, or what does not */
    record Finding(boolean holds, String words) {}

    void holds(String words) {
        all.add(new Finding(true, words));
    }

    void fails(String words) {
        all.add(new Finding(false, words));
    }

    /** One of two sentences. */
    void say(boolean holds, String good, String bad) {
        all.add(new Finding(holds, holds ? good : bad));
    }

    /** @param what it is, then what it should be and what it is. */
    void same(String what, BigInteger should, BigInteger is) {
        say(should.equals(is), what + " is " + is, what + " should be " + should + ", and the bundle says " + is);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    boolean hold() {
        return all.stream().allMatch(Finding::holds);
    }
}
