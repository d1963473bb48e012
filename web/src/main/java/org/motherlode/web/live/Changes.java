package org.motherlode.web.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares each reading of a list with the one before. The first reading tells nothing: it is what everybody can read. */
final class Changes<T> {
    /** An item that was not there, or looks different. */
    record Change<T>(T item, boolean isNew) {}

    private final Function<T, Object> key;
    private final Function<T, Object> face;
    private Optional<Map<Object, Object>> before = Optional.empty();

    /** @param face what makes an item look different when it changes */
    Changes(Function<T, Object> key, Function<T, Object> face) {
        this.key = key;
        this.face = face;
    }

    /** What changed, oldest first, given the list with its newest first. */
    List<Change<T>> since(List<T> newestFirst) {
        Map<Object, Object> now = new HashMap<>();
        List<Change<T>> changes = new ArrayList<>();
        for (T item : newestFirst) {
            now.put(key.apply(item), face.apply(item));
            before.filter(old -> !face.apply(item).equals(old.get(key.apply(item))))
                    .ifPresent(old -> changes.add(0, new Change<>(item, !old.containsKey(key.apply(item)))));
        }
        before = Optional.of(now);
        return changes;
    }
}
