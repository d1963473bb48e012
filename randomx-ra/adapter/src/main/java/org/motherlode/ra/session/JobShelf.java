package org.motherlode.ra.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ra.job.MinerJob;

/**
 * The jobs that a miner has been given: so many and no more, the oldest forgotten first. A job's id is the session's id
 * and the job's number in that session, so that a forgotten job is still known for one that was given. Of those that hold
 * a block of their miner's own there are fewer: each such block is as long as half a line.
 */
final class JobShelf {
    private static final int HEX = 16;

    private final String sessionId;
    private final int mostChosen;
    private final Map<String, MinerJob> jobs;
    private final List<String> chosen = new ArrayList<>(0);
    private long given;

    /** @param mostChosen of the {@code most} jobs with a block that the miner made */
    JobShelf(String sessionId, int most, int mostChosen) {
        this.sessionId = sessionId;
        this.mostChosen = mostChosen;
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

    /** In place of the job of this id that is there: the same with the miner's block. */
    void choose(MinerJob job) {
        put(job);
        chosen.add(job.id());
        if (chosen.size() > mostChosen) {
            jobs.remove(chosen.remove(0));
        }
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
