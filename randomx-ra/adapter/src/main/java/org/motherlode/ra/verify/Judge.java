package org.motherlode.ra.verify;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.pow.SeedNotReadyException;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Hash;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Trouble;

/**
 * Computes and compares. Before a miner is called a liar its share is hashed once more, on another machine and in another
 * way: it may be our memory. Where our two hashes differ and neither is the claimed one, nobody can be blamed. Belongs to
 * one thread.
 */
final class Judge {
    private static final Logger LOG = Logger.getLogger(Judge.class);

    private final Machines machines;
    private final Figures figures;
    private final Trouble differing;
    private final MisplacedNotice misplaced = new MisplacedNotice(System::nanoTime);

    Judge(Machines machines, Figures figures, Trouble differing) {
        this.machines = machines;
        this.figures = figures;
        this.differing = differing;
    }

    Verdict verdict(Claim claim) {
        try {
            Hash hash = hash(machines.first(claim.pow()), claim);
            if (!isDenied(claim, hash)) {
                return weigh(claim, hash);
            }
            return isMisplaced(claim) ? new Verdict.Bad(ShareRefusal.MISPLACED_NONCE) : secondLook(claim, hash);
        } catch (SeedNotReadyException e) {
            LOG.debugf("job %s: %s", claim.job().id(), e.getMessage());
            return new Verdict.Bad(ShareRefusal.NOT_READY);
        }
    }

    /** Whether the miner computed what it claims, with its nonce at another place than the chain has it. */
    private boolean isMisplaced(Claim claim) throws SeedNotReadyException {
        Optional<byte[]> input = claim.misplacedInput();
        if (input.isEmpty() || isDenied(claim, hash(machines.first(claim.pow()), claim, input.get()))) {
            return false;
        }
        misplaced.tell(claim);
        return true;
    }

    private Verdict secondLook(Claim claim, Hash first) throws SeedNotReadyException {
        figures.count(Count.HASHES_REPEATED);
        Hash second = hash(machines.second(claim.pow()), claim);
        if (second.equals(first)) {
            return new Verdict.Bad(ShareRefusal.BAD_HASH);
        }
        differing.note(claim.pow() + " gave " + first + " and then " + second + " for one input: check the hardware");
        return isDenied(claim, second) ? new Verdict.Bad(ShareRefusal.NOT_READY) : weigh(claim, second);
    }

    private static Verdict weigh(Claim claim, Hash hash) {
        BlockTemplate block = claim.job().template().block();
        return claim.job().difficulty().isMetBy(hash, block.hashOrder())
                ? new Verdict.Good(hash, block.meetsNetwork(hash))
                : new Verdict.Bad(ShareRefusal.LOW_DIFFICULTY);
    }

    private Hash hash(Optional<PowVm> machine, Claim claim) throws SeedNotReadyException {
        return hash(machine, claim, claim.input());
    }

    private Hash hash(Optional<PowVm> machine, Claim claim, byte[] input) throws SeedNotReadyException {
        Seed seed = claim.job().template().block().seed();
        PowVm ready = machine.orElseThrow(() -> new SeedNotReadyException(seed));
        figures.count(Count.HASHES);
        Hash hash = ready.hash(seed, input);
        if (!ready.wasFast()) {
            figures.count(Count.HASHES_LIGHT);
        }
        return hash;
    }

    private static boolean isDenied(Claim claim, Hash hash) {
        return claim.claimed().filter(claimed -> !claimed.equals(hash)).isPresent();
    }
}
