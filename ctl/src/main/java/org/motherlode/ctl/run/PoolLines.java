package org.motherlode.ctl.run;

import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lines of {@code key = value} that remember which keys came twice, where {@link Properties} alone would keep the last one. */
final class PoolLines extends Properties {
    private static final long serialVersionUID = 1;

    private final TreeSet<String> doubled = new TreeSet<>();

    @Override
    public synchronized Object put(Object key, Object value) {
        if (containsKey(key)) {
            doubled.add(String.valueOf(key));
        }
        return super.put(key, value);
    }

    SortedSet<String> doubled() {
        return doubled;
    }
}
