package org.motherlode.ejb.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A book in memory: what happened, in its order, in the same list as what was stored. */
public final class Book implements LetterBook {
    private final List<String> lines = new ArrayList<>();
    private final Set<String> open = new HashSet<>();

    @Override
    public synchronized void died(Letter letter) {
        open.add(letter.id());
        lines.add("died " + letter.id() + " " + letter.marks().get("colour").orElse("without a mark"));
    }

    @Override
    public synchronized boolean isAnyOpen(String queue) {
        return !open.isEmpty();
    }

    @Override
    public synchronized void stored(List<String> ids) {
        ids.forEach(open::remove);
        ids.forEach(id -> lines.add("stored " + id));
    }

    synchronized void note(String line) {
        lines.add(line);
    }

    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
