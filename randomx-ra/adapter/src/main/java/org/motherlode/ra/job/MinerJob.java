package org.motherlode.ra.job;

import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Job;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.work.Difficulty;

/**
 * A job of one connection.
 *
 * @param id no other job of any connection has it
 * @param difficulty frozen: its shares are judged and credited by it
 */
public record MinerJob(String id, LiveTemplate template, ExtraNonce extraNonce, Job work, Difficulty difficulty) {
    public JobOffer offer(boolean clean) {
        BlockTemplate block = template.block();
        return new JobOffer(id, work, difficulty, block.height(), block.pow(), block.seed(), block.nextSeed(), clean);
    }

    /** Notes that this nonce was sent; says why it must not be looked at further. */
    public Optional<ShareRefusal> noteSent(Octets nonce) {
        return switch (template.sent().add(extraNonce, nonce)) {
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
