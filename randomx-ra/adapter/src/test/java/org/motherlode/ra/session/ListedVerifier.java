package org.motherlode.ra.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.verify.Claim;
import org.motherlode.ra.verify.Lane;
import org.motherlode.ra.verify.Sender;
import org.motherlode.ra.verify.Verdict;
import org.motherlode.ra.verify.Verifier;

/** Keeps what it is offered and comes to a verdict only where the test says so. */
final class ListedVerifier implements Verifier {
    boolean believes = true;
    Difficulty bound = Difficulty.of(1);

    /** Where it is full, it takes nothing. */
    final Set<Lane> full = EnumSet.noneOf(Lane.class);

    private final List<Claim> claims;
    private final List<Consumer<Verdict>> waiting = new ArrayList<>();

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
        if (full.contains(lane)) {
            return false;
        }
        waiting.add(then);
        return claims.add(claim);
    }

    /** The same verdict on all that wait. */
    void judge(Verdict verdict) {
        List<Consumer<Verdict>> judged = List.copyOf(waiting);
        waiting.clear();
        judged.forEach(then -> then.accept(verdict));
    }
}
