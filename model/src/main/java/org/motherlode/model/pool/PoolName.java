package org.motherlode.model.pool;

/** A pool's name in settings, paths, tables and metrics. */
public record PoolName(String text) implements Comparable<PoolName> {
    public PoolName {
        if (!text.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "a pool's name is 1 to 32 lower-case letters, digits and '-', and begins with a letter: " + text);
        }
    }

    @Override
    public int compareTo(PoolName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
