package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.verify.Claim;

/** The answer to a share that was hashed and is not good. */
final class RefusalLine {
    private RefusalLine() {}

    /** Who has a miner that cannot work here is told which one can. */
    static String of(Dialect dialect, Request.Submit submit, ShareRefusal why, Claim claim) {
        return Optional.of(claim.job().template().block())
                .filter(block -> why == ShareRefusal.MISPLACED_NONCE)
                .flatMap(BlockTemplate::misplacedNonce)
                .map(known -> dialect.refused(submit, why, known.sentence()))
                .orElseGet(() -> dialect.refused(submit, why));
    }
}
