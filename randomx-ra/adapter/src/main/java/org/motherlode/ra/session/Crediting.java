package org.motherlode.ra.session;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.ra.delivery.BlockCourier;
import org.motherlode.ra.delivery.BlockReceipt;
import org.motherlode.ra.delivery.Courier;
import org.motherlode.ra.delivery.Receipt;
import org.motherlode.ra.delivery.Work;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.verify.Claim;
import org.motherlode.ra.verify.Verdict;

/** Gives a good share its number and, if it is a block, sends it on its way at once. */
public record Crediting(Courier courier, BlockCourier blocks, Figures figures) {
    private static final Logger LOG = Logger.getLogger(Crediting.class);

    /** False if too many shares wait to be stored. */
    boolean credit(Member member, Claim claim, Verdict.Good good, Receipt receipt) {
        Work work = new Work(
                member.pool(),
                member.address(),
                member.worker().text(),
                claim.job().difficulty(),
                claim.job().template().block().height(),
                good.hash());
        return good.block() ? creditBlock(work, claim, receipt) : count(courier.accept(work, false, receipt));
    }

    private boolean creditBlock(Work work, Claim claim, Receipt receipt) {
        BlockReceipt both = new BlockReceipt(receipt);
        Optional<AcceptedShare> share = courier.accept(work, true, both);
        try {
            share.ifPresentOrElse(
                    accepted -> found(accepted, claim),
                    () -> tellLost(work, claim, "nothing more is stored, the server stops"));
        } catch (RuntimeException | Error e) {
            tellLost(work, claim, e.toString());
            throw e;
        } finally {
            both.blockKept();
        }
        return count(share);
    }

    /** Each time: a block that is lost here is a reward, and what it takes to make it again by hand is in this line. */
    private static void tellLost(Work work, Claim claim, String why) {
        LOG.errorf(
                "%s: the block found at height %d is not delivered, job %s, extra nonce %s, nonce %s, hash %s: %s",
                work.pool(),
                claim.job().template().block().height(),
                claim.job().id(),
                claim.job().extraNonce(),
                claim.nonce(),
                work.hash(),
                why);
    }

    private boolean count(Optional<AcceptedShare> share) {
        share.ifPresent(accepted -> figures.count(Count.SHARES_ACCEPTED));
        return share.isPresent();
    }

    private void found(AcceptedShare share, Claim claim) {
        figures.count(Count.BLOCKS_FOUND);
        SealedBlock sealed = claim.job()
                .template()
                .block()
                .seal(new Submission(claim.job().extraNonce(), claim.nonce(), share.hash()));
        blocks.found(new FoundBlock(
                share.pool(),
                share.number(),
                share.acceptedAt(),
                share.miner(),
                share.worker(),
                claim.job().template().block().networkDifficulty(),
                sealed));
    }
}
