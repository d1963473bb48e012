package org.motherlode.pow.machine;

/** How many bytes may still be taken, and who says so. */
public record Room(long bytes, String source) implements Comparable<Room> {
    @Override
    public int compareTo(Room other) {
        return Long.compare(bytes, other.bytes);
    }
}
