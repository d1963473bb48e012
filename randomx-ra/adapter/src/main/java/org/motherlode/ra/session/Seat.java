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
    private final Succession succession;
    private int inFlight;
    private int blocksInFlight;
    private int badInARow;
    private boolean proven;
    private boolean owed;
    private volatile Difficulty shownDifficulty;
    private volatile long accepted;
    private volatile long refused;

    /** The jobs that it was given, and for which blocks. */
    record Work(JobShelf jobs, Succession succession) {}

    Seat(Member member, Vardiff vardiff, Work work, Instant since) {
        this.member = member;
        this.vardiff = vardiff;
        this.jobs = work.jobs();
        this.succession = work.succession();
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

    /** What the job is worth, as far as this miner could know: by the last job that it was sent. */
    Succession.Standing standing(MinerJob job, long nowMillis) {
        return succession.of(job.template(), nowMillis);
    }

    /** Whether a block of this job, though not the next one any more, may still win. */
    boolean isRival(MinerJob job) {
        return succession.isRival(job.template());
    }

    /** Notes that a job could not be sent: the next one that can be pays for all that were left out. */
    void owe() {
        owed = true;
    }

    /** Whether the last job that was sent is of this template and nothing has changed since. */
    boolean isUpToDate(LiveTemplate template) {
        return !owed && succession.latest().filter(known -> known == template).isPresent();
    }

    /** Notes a job that is about to be sent; tells whether it makes all older ones worthless. */
    boolean give(MinerJob job, long nowMillis) {
        boolean clean = succession.follow(job.template(), nowMillis);
        jobs.put(job);
        owed = false;
        shownDifficulty = job.difficulty();
        return clean;
    }

    /** Notes what block the miner makes of a job that it has. */
    void choose(MinerJob chosen) {
        jobs.choose(chosen);
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
