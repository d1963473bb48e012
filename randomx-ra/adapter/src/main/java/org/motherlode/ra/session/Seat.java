package org.motherlode.ra.session;

import java.time.Instant;
import java.util.Optional;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.job.LiveTemplate;
import org.motherlode.ra.job.MinerJob;

/** A logged-in miner. Changed on its connection's loop only; the figures may be read from anywhere. */
final class Seat {
    private final Member member;
    private final Vardiff vardiff;
    private final JobShelf jobs;
    private final Instant since;
    private Optional<LiveTemplate> latest = Optional.empty();
    private int inFlight;
    private int blocksInFlight;
    private int badInARow;
    private boolean proven;
    private boolean owed;
    private volatile Difficulty shownDifficulty;
    private volatile long accepted;
    private volatile long refused;

    Seat(Member member, Vardiff vardiff, JobShelf jobs, Instant since) {
        this.member = member;
        this.vardiff = vardiff;
        this.jobs = jobs;
        this.since = since;
        this.shownDifficulty = vardiff.current();
    }

    Member member() {
        return member;
    }

    Vardiff vardiff() {
        return vardiff;
    }

    String nextJobId() {
        return jobs.nextId();
    }

    Optional<MinerJob> job(String id) {
        return jobs.find(id);
    }

    /** Whether the miner had this job, even if it is forgotten by now. */
    boolean hadJob(String id) {
        return jobs.wasGiven(id);
    }

    /** Whether the job still extends the chain, as far as this miner could know: by the last job that it was sent. */
    boolean isGood(MinerJob job) {
        return latest.filter(template -> job.template().isAsGoodAs(template)).isPresent();
    }

    /** Notes that a job could not be sent: the next one that can be pays for all that were left out. */
    void owe() {
        owed = true;
    }

    /** Whether the last job that was sent is of this template and nothing has changed since. */
    boolean isUpToDate(LiveTemplate template) {
        return !owed && latest.filter(known -> known == template).isPresent();
    }

    /** Notes a job that is about to be sent; tells whether it makes all older ones worthless. */
    boolean give(MinerJob job) {
        boolean clean = latest.filter(known -> known.isAsGoodAs(job.template())).isEmpty();
        jobs.put(job);
        owed = false;
        latest = Optional.of(job.template());
        shownDifficulty = job.difficulty();
        return clean;
    }

    boolean isProven() {
        return proven;
    }

    int inFlight() {
        return inFlight;
    }

    boolean hasBlockInFlight() {
        return blocksInFlight > 0;
    }

    void leaves(boolean block) {
        inFlight++;
        blocksInFlight += block ? 1 : 0;
    }

    void comesBack(boolean block) {
        inFlight--;
        blocksInFlight -= block ? 1 : 0;
    }

    // Written by one thread only, so a volatile long is enough.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void accepted() {
        accepted++;
        proven = true;
        badInARow = 0;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void refused() {
        refused++;
    }

    /** How many wrong hashes in a row by now. */
    int bad() {
        badInARow++;
        return badInARow;
    }

    MinerFigures figures() {
        return new MinerFigures(
                member.address(), member.worker().text(), member.agent(), shownDifficulty, accepted, refused, since);
    }
}
