package org.motherlode.model.reward;

import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A share as a window sees it; the server finds its windows in the database. */
record Weighted(String owner, BigInteger weight) {

    /** Takes shares from {@code newestFirst} until the size is reached. */
    static Window window(List<Weighted> newestFirst, BigInteger size) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        BigInteger room = size;
        for (Weighted share : newestFirst) {
            BigInteger counted = share.weight().min(room);
            if (counted.signum() > 0) {
                weights.merge(share.owner(), counted, BigInteger::add);
            }
            room = room.subtract(counted);
        }
        return Window.ofWork("finder", weights, size);
    }
}
