package org.motherlode.whole;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server's JVM holds.
 *
 * @param loaders how many class loaders there are of each of our modules, by the module's name; one is right
 * @param threads of the process, as the system counts them
 * @param ourThreads those among them that bear a name of ours
 * @param descriptors open files and sockets
 * @param nativeKibibytes memory that is in no file and not in the Java heap
 */
record Footprint(Map<String, Integer> loaders, long threads, long ourThreads, long descriptors, long nativeKibibytes) {
    Footprint {
        loaders = new TreeMap<>(loaders);
    }

    static Map<String, Integer> counted(List<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }

    /** How many copies there are of the module that has most. */
    long deployments() {
        return loaders.values().stream().mapToLong(Integer::longValue).max().orElse(0);
    }

    boolean holdsAtMost(int deployments) {
        return !loaders.isEmpty() && loaders.values().stream().allMatch(count -> count <= deployments);
    }
}
