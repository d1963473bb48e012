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
 * A job of one connection.
 *
 * @param id no other job of any connection has it
 * @param difficulty frozen: its shares are judged and credited by it
 * @param form how the miner is told of it
 */
public record MinerJob(
        String id, LiveTemplate template, ExtraNonce extraNonce, Job work, Difficulty difficulty, WorkForm form) {
    /** Whether the miner has yet to say what block it makes of it; until then no share of it counts. */
    public boolean isChoice() {
        return form instanceof WorkForm.Choosing;
    }

    /** The job as the miner filled it in; empty if it filled in what was not its own, or not all of that. */
    public Optional<MinerJob> filled(Octets own) {
        int room = form instanceof WorkForm.Filling filling ? filling.open().ownBytes() : 0;
        if (own.length() != room) {
            return Optional.empty();
        }
        int from = extraNonce.octets().length() - room;
        ExtraNonce full = new ExtraNonce(extraNonce.octets().with(from, own));
        return Optional.of(
                room == 0
                        ? this
                        : new MinerJob(id, template, full, template.block().job(full), difficulty, form));
    }

    public JobOffer offer(boolean clean) {
        BlockTemplate block = template.block();
        return new JobOffer(
                id, work, difficulty, block.height(), block.pow(), block.seed(), block.nextSeed(), clean, form);
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
