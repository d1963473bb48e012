package org.motherlode.ra.job;

import java.util.Optional;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.OwnTemplates;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;

/**
 * What a pool's miners work on now. Jobs hold on to their own template, so older ones live as long as a miner has a job
 * of them. Safe for any thread.
 */
public final class JobBoard {
    private record State(Optional<LiveTemplate> current, Optional<String> idleBecause) {}

    private final JobNumbers numbers;
    private final int mostDuplicates;
    private volatile State state = new State(Optional.empty(), Optional.empty());

    /** A board that remembers so many shares of each template. */
    public JobBoard(JobNumbers numbers, int mostDuplicates) {
        this.numbers = numbers;
        this.mostDuplicates = mostDuplicates;
    }

    public void publish(BlockTemplate template) {
        state = new State(Optional.of(new LiveTemplate(template, mostDuplicates)), Optional.empty());
    }

    /** No new jobs until the next template. */
    public void suspend(String why) {
        state = new State(Optional.empty(), Optional.of(why));
    }

    public Optional<LiveTemplate> current() {
        return state.current();
    }

    /** Why there is no work, if somebody said so. */
    public Optional<String> idleBecause() {
        return state.idleBecause();
    }

    /** A new job of this id, never harder than the network: a share worth more than a block would never be found in time. */
    public MinerJob newJob(String id, LiveTemplate template, Difficulty wanted) {
        BlockTemplate block = template.block();
        ExtraNonce extraNonce = numbers.extraNonce(numbers.next(), block.extraNonceBytes());
        Difficulty difficulty = wanted.min(block.networkDifficulty());
        return new MinerJob(id, template, extraNonce, block.job(extraNonce), difficulty, WorkForm.Wish.HASHING, 0);
    }

    /** A new job of this id for a miner that makes the block itself. */
    public MinerJob newChoice(String id, LiveTemplate template, Difficulty wanted, OwnTemplates own) {
        MinerJob job = newJob(id, template, wanted);
        ExtraNonce extraNonce = numbers.extraNonce(numbers.next(), own.extraNonceBytes());
        return new MinerJob(id, template, extraNonce, job.work(), job.difficulty(), WorkForm.Wish.CHOOSING, 0);
    }

    /** A new job of this id for a proxy that makes jobs of it; empty if the chain has no room for that. */
    public Optional<MinerJob> newOpen(String id, LiveTemplate template, Difficulty wanted) {
        MinerJob job = newJob(id, template, wanted);
        return template.block()
                .openBlock(job.extraNonce())
                .map(open -> new MinerJob(
                        id,
                        template,
                        job.extraNonce(),
                        job.work(),
                        job.difficulty(),
                        WorkForm.Wish.FILLING,
                        open.ownBytes()));
    }

    /** The same job with the block that its miner made, and which this job holds on to. */
    public MinerJob chosen(MinerJob choice, BlockTemplate made) {
        LiveTemplate template = new LiveTemplate(made, mostDuplicates);
        ExtraNonce extraNonce = choice.extraNonce();
        return new MinerJob(
                choice.id(), template, extraNonce, made.job(extraNonce), choice.difficulty(), WorkForm.Wish.HASHING, 0);
    }
}
