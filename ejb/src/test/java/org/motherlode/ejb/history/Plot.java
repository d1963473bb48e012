package org.motherlode.ejb.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A pool's rules and what happens to it, all by one number. */
record Plot(PaperRules rules, List<Event> events) {
    private static final int FEWEST = 8;
    private static final int MOST = 44;
    /** Without money nothing much happens, and without bounds nothing waits. */
    private static final List<Event.Kind> FIRST =
            List.of(Event.Kind.SHARES, Event.Kind.FOUND, Event.Kind.MATURE, Event.Kind.SETTLE, Event.Kind.TERMS);

    private static final int BROKEN_ONE_IN = 8;
    private static final List<Event.Kind> KINDS = Arrays.stream(Event.Kind.values())
            .flatMap(kind -> Stream.generate(() -> kind).limit(kind.weight()))
            .toList();

    Plot {
        events = List.copyOf(events);
    }

    /** The history of this number; a number has the same for ever. */
    static Plot of(long number) {
        SplittableRandom random = new SplittableRandom(number);
        List<Event> events = new ArrayList<>();
        for (Event.Kind first : FIRST) {
            events.add(new Event(first, random.nextInt(Event.MOST), random.nextInt(Event.MOST), false));
        }
        int count = random.nextInt(FEWEST, MOST);
        for (int event = 0; event < count; event++) {
            events.add(new Event(
                    KINDS.get(random.nextInt(KINDS.size())),
                    random.nextInt(Event.MOST),
                    random.nextInt(Event.MOST),
                    random.nextInt(BROKEN_ONE_IN) == 0));
        }
        return new Plot(PaperRules.of(random.nextInt(Event.MOST), random.nextInt(Event.MOST)), events);
    }

    Plot without(int event) {
        List<Event> fewer = new ArrayList<>(events);
        fewer.remove(event);
        return new Plot(rules, fewer);
    }
}
