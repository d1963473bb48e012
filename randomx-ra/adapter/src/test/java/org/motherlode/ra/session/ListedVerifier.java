package org.motherlode.ra.session;

import java.util.List;
import java.util.function.Consumer;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.verify.Claim;
import org.motherlode.ra.verify.Lane;
import org.motherlode.ra.verify.Sender;
import org.motherlode.ra.verify.Verdict;
import org.motherlode.ra.verify.Verifier;

/** Keeps what it is offered and never comes to a verdict. */
final class ListedVerifier implements Verifier {
    boolean believes = true;
    Difficulty bound = Difficulty.of(1);

    private final List<Claim> claims;

    ListedVerifier(List<Claim> claims) {
        this.claims = claims;
    }

    @Override
    public boolean isPossible(Claim claim) {
        return believes;
    }

    @Override
    public Difficulty forgeryBound(PowId pow) {
        return bound;
    }

    @Override
    public boolean offer(Lane lane, Sender sender, Claim claim, Consumer<Verdict> then) {
        return claims.add(claim);
    }
}
