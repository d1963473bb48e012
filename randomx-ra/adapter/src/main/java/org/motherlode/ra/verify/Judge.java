package org.motherlode.ra.verify;

import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.SeedNotReadyException;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Hash;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/** Computes and compares. Belongs to one thread. */
final class Judge {
    private static final Logger LOG = Logger.getLogger(Judge.class);

    private final Machines machines;
    private final Figures figures;

    Judge(Machines machines, Figures figures) {
        this.machines = machines;
        this.figures = figures;
    }

    Verdict verdict(Claim claim) {
        BlockTemplate block = claim.job().template().block();
        try {
            Hash hash = hash(machines.first(block.pow()), claim);
            if (isDenied(claim, hash)) {
                // Before a miner is called a liar: it may be our memory.
                Hash again = hash(machines.second(block.pow()), claim);
                if (!again.equals(hash)) {
                    figures.count(Count.HASHES_DIFFERED);
                    LOG.errorf("%s gave %s and then %s for one input: check the hardware", block.pow(), hash, again);
                }
                hash = again;
            }
            if (isDenied(claim, hash)) {
                return new Verdict.Bad(ShareRefusal.BAD_HASH);
            }
            if (!claim.job().difficulty().isMetBy(hash, block.hashOrder())) {
                return new Verdict.Bad(ShareRefusal.LOW_DIFFICULTY);
            }
            return new Verdict.Good(hash, block.meetsNetwork(hash));
        } catch (SeedNotReadyException e) {
            LOG.debugf("job %s: %s", claim.job().id(), e.getMessage());
            return new Verdict.Bad(ShareRefusal.NOT_READY);
        }
    }

    private Hash hash(PowVm machine, Claim claim) throws SeedNotReadyException {
        figures.count(Count.HASHES);
        byte[] input = claim.job().work().withNonce(claim.nonce()).toBytes();
        return machine.hash(claim.job().template().block().seed(), input);
    }

    private static boolean isDenied(Claim claim, Hash hash) {
        return claim.claimed().filter(claimed -> !claimed.equals(hash)).isPresent();
    }
}
