package org.motherlode.batch.resolve;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.motherlode.batch.order.OpenPayouts;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
import org.motherlode.model.payout.PayoutDecision.Kind;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;

/** Carries a decision out, under the pool's payout lock. What cannot be done throws with a sentence for the person. */
final class Deciding {
    private final OpenPools pools;
    private final Locks locks;
    private final Payouts payouts;

    Deciding(OpenPools pools, Locks locks, Payouts payouts) {
        this.pools = pools;
        this.locks = locks;
        this.payouts = payouts;
    }

    /**
     * As a person asked for it.
     *
     * @param force whether it is done even where the chain contradicts
     */
    record Wish(String payout, String decision, String actor, String reason, boolean force) {
        /** From the job's parameters; one that is missing is empty. */
        static Wish of(UnaryOperator<String> parameters) {
            return new Wish(
                    parameters.apply("payout"),
                    parameters.apply("decision"),
                    parameters.apply("actor"),
                    parameters.apply("reason"),
                    Boolean.parseBoolean(parameters.apply("force")));
        }

        long number() {
            return OpenPayouts.number(payout);
        }

        Kind kind() {
            return switch (decision.toLowerCase(Locale.ROOT)) {
                case "ask" -> Kind.ASK;
                case "confirm" -> Kind.CONFIRM;
                case "release" -> Kind.RELEASE;
                case "review" -> Kind.REVIEW;
                default ->
                    throw new IllegalArgumentException(
                            "decision must be ask, confirm, release or review, not '" + decision + "'");
            };
        }
    }

    /** Gives one sentence about what was done. */
    String decide(Wish wish) {
        long number = wish.number();
        Kind kind = wish.kind();
        return new OpenPayouts(pools, locks, payouts).under(number, (pool, batch, fence) -> {
            demandState(kind, batch);
            ChainSays chain = ask(pool, batch);
            demandConsent(wish, kind, chain);
            PayoutDecision decision = new PayoutDecision(kind, wish.actor(), wish.reason(), chain.words());
            PayoutState now = payouts.decided(fence, batch, decision).state();
            return "payout " + number + " is " + now + "; the chain says: " + chain.words();
        });
    }

    private static void demandState(Kind kind, PayoutBatch batch) {
        if (!kind.isFor(batch.state())) {
            String ways =
                    switch (batch.state()) {
                        case RESERVED -> "nothing of it is signed, it can only be released";
                        case PREPARED, SENT -> "it may have been sent, it can only be taken to review";
                        case REVIEW -> "it is in review already";
                        case CONFIRMED, RELEASED -> "it has come to its end";
                    };
            throw new IllegalStateException("payout " + batch.number() + " is " + batch.state() + ": " + ways);
        }
    }

    private static ChainSays ask(OpenPool pool, PayoutBatch batch) {
        Optional<PreparedPayment> payment = batch.prepared();
        return payment.map(known -> ChainSays.of(pool.chain().wallet(), known))
                .orElse(new ChainSays("nothing, for it has no transaction", false, true));
    }

    private static void demandConsent(Wish wish, Kind kind, ChainSays chain) {
        boolean consents =
                switch (kind) {
                    case ASK, REVIEW -> true;
                    case CONFIRM -> chain.paid();
                    case RELEASE -> chain.dead();
                };
        if (!consents && !wish.force()) {
            throw new IllegalStateException("the chain does not bear that out, it says: " + chain.words()
                    + "; whoever knows better says force=true");
        }
    }
}
