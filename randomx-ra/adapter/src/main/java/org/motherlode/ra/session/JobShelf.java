package org.motherlode.ra.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ra.job.MinerJob;

/**
 * The jobs that a miner has been given: so many and no more, the oldest forgotten first. A job's id is the session's id
 * and the job's number in that session, so that a forgotten job is still known for one that was given.
 */
final class JobShelf {
    private static final int HEX = 16;

    private final String sessionId;
    private final Map<String, MinerJob> jobs;
    private long given;

    JobShelf(String sessionId, int most) {
        this.sessionId = sessionId;
        this.jobs = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, MinerJob> eldest) {
                return size() > most;
            }
        };
    }

    /** The id of the next job; another one each time. */
    String nextId() {
        given++;
        return id(given);
    }

    void put(MinerJob job) {
        jobs.put(job.id(), job);
    }

    Optional<MinerJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Whether this miner ever had a job of this id, however long ago. */
    boolean wasGiven(String id) {
        if (!id.startsWith(sessionId)) {
            return false;
        }
        String digits = id.substring(sessionId.length());
        // Fifteen hex digits fit a long; only the spelling that was given counts.
        boolean number = digits.matches("[1-9a-f][0-9a-f]{0,14}");
        return number && Long.parseLong(digits, HEX) <= given;
    }

    private String id(long number) {
        return sessionId + Long.toHexString(number);
    }
}
