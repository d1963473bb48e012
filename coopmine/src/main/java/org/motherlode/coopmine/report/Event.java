package org.motherlode.coopmine.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened.
 *
 * @param name for programs, for example {@code share-accepted}
 * @param sentence for people
 * @param numbers for programs, by name in alphabetical order, the unit at the end of the name
 */
public record Event(String name, String sentence, Map<String, Long> numbers) {
    public Event {
        numbers = new TreeMap<>(numbers);
    }

    public static Event of(String name, String sentence) {
        return new Event(name, sentence, Map.of());
    }

    public static Event of(String name, String sentence, Map<String, Long> numbers) {
        return new Event(name, sentence, numbers);
    }
}
