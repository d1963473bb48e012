package org.motherlode.ejb.queue;

import java.util.ArrayList;
import java.util.List;

/** A book in memory: what happened, in its order, in the same list as what was stored. */
public final class Book implements LetterBook {
    private final List<String> lines = new ArrayList<>();

    @Override
    public synchronized void died(Letter letter) {
        lines.add("died " + letter.id() + " " + letter.marks().get("colour").orElse("without a mark"));
    }

    @Override
    public synchronized void stored(List<String> ids) {
        ids.forEach(id -> lines.add("stored " + id));
    }

    synchronized void note(String line) {
        lines.add(line);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
