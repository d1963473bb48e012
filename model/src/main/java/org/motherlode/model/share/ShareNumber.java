package org.motherlode.model.share;

import java.util.Comparator;

/**
 * The number of an accepted share: which node accepted it, in which life of that node, and the how manieth it was. Within
 * a life sequences run 1, 2, 3 … without a gap; a new life has a larger epoch.
 */
public record ShareNumber(int node, long epoch, long sequence) implements Comparable<ShareNumber> {
    private static final Comparator<ShareNumber> ORDER = Comparator.comparingInt(ShareNumber::node)
            .thenComparingLong(ShareNumber::epoch)
            .thenComparingLong(ShareNumber::sequence);

    public ShareNumber {
        if (node < 0 || node > 255 || epoch < 0 || sequence < 1) {
            throw new IllegalArgumentException(
                    "node must be 0 to 255, epoch from 0, sequence from 1: " + node + "/" + epoch + "/" + sequence);
        }
    }

    @Override
    public int compareTo(ShareNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return node + "/" + epoch + "/" + sequence;
    }
}
