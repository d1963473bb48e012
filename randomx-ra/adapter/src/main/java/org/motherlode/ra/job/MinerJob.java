package org.motherlode.ra.job;

import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Job;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;

/**
 * A job of one connection. Strangers have many of them remembered: it holds on to nothing that its template can make
 * again, and a whole block above all.
 *
 * @param id no other job of any connection has it
 * @param difficulty frozen: its shares are judged and credited by it
 * @param form how the miner is told of it
 * @param ownBytes how many of the extra nonce's last bytes the miner fills in; 0 unless it is a proxy that gets a whole block
 */
public record MinerJob(
        String id,
        LiveTemplate template,
        ExtraNonce extraNonce,
        Job work,
        Difficulty difficulty,
        WorkForm.Wish form,
        int ownBytes) {
    /** Whether the miner has yet to say what block it makes of it; until then no share of it counts. */
    public boolean isChoice() {
        return form == WorkForm.Wish.CHOOSING;
    }

    /** The job as the miner filled it in; empty if it filled in what was not its own, or not all of that. */
    public Optional<MinerJob> filled(Octets own) {
        if (own.length() != ownBytes) {
            return Optional.empty();
        }
        int from = extraNonce.octets().length() - ownBytes;
        ExtraNonce full = new ExtraNonce(extraNonce.octets().with(from, own));
        return Optional.of(
                ownBytes == 0
                        ? this
                        : new MinerJob(id, template, full, template.block().job(full), difficulty, form, ownBytes));
    }

    /** What its miner is told, made anew each time and for nobody to keep. */
    public JobOffer offer(boolean clean) {
        BlockTemplate block = template.block();
        return new JobOffer(
                id, work, difficulty, block.height(), block.pow(), block.seed(), block.nextSeed(), clean, told());
    }

    private WorkForm told() {
        BlockTemplate block = template.block();
        return switch (form) {
            case HASHING -> new WorkForm.Hashing();
            case CHOOSING ->
                new WorkForm.Choosing(block.ownTemplates().orElseThrow().payTo(), extraNonce);
            case FILLING -> new WorkForm.Filling(block.openBlock(extraNonce).orElseThrow(), block.networkDifficulty());
        };
    }

    /**
     * Notes that this nonce was sent; says why it must not be looked at further.
     *
     * @param urgent whether it claims a block: for those there is room when there is none for others
     */
    public Optional<ShareRefusal> noteSent(Octets nonce, boolean urgent) {
        return switch (template.sent().add(extraNonce, nonce, urgent)) {
            case NEW -> Optional.empty();
            case KNOWN -> Optional.of(ShareRefusal.DUPLICATE);
            case FULL -> Optional.of(ShareRefusal.THROTTLED);
        };
    }

    /** Forgets that it was sent, because nobody looked at it: sent again it is no duplicate. */
    public void forgetSent(Octets nonce) {
        template.sent().remove(extraNonce, nonce);
    }
}
