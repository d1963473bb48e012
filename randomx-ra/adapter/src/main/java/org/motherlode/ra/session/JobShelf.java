package org.motherlode.ra.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ra.job.MinerJob;

/** The jobs that a miner has been given, so many and no more. */
final class JobShelf {
    private final Map<String, MinerJob> jobs;

    JobShelf(int most) {
        this.jobs = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, MinerJob> eldest) {
                return size() > most;
            }
        };
    }

    void put(MinerJob job) {
        jobs.put(job.id(), job);
    }

    Optional<MinerJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }
}
