package org.motherlode.bench.crowd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Deals shares to miners of very different size, as Zipf's law has it: the n-th gets an n-th of what the first gets. */
final class Ranks {
    private Ranks() {}

    /** Who sends each of so many shares, in an order that is the same in every run. */
    static <T> List<T> deal(List<T> miners, int shares) {
        double whole = 0;
        for (int rank = 1; rank <= miners.size(); rank++) {
            whole += 1.0 / rank;
        }
        List<T> dealt = new ArrayList<>(shares);
        double due = 0;
        for (int rank = 1; rank <= miners.size(); rank++) {
            due += shares / (rank * whole);
            while (dealt.size() < Math.round(due)) {
                dealt.add(miners.get(rank - 1));
            }
        }
        Collections.shuffle(dealt, new Random(1));
        return dealt;
    }
}
