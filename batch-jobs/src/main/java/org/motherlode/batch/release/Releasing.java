package org.motherlode.batch.release;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.motherlode.batch.order.OpenPayouts;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutRelease;
import org.motherlode.model.payout.PayoutRelease.Kind;

/** Carries out what a person says about a payout that waits for two of them. */
record Releasing(OpenPayouts open) {
    /** Reads the parameters {@code payout}, {@code decision} ({@code release} if not given), {@code actor}, {@code reason}. */
    String judge(UnaryOperator<String> parameters) {
        long number = OpenPayouts.number(parameters.apply("payout"));
        PayoutRelease release = new PayoutRelease(
                kind(parameters.apply("decision")), parameters.apply("actor"), parameters.apply("reason"));
        return open.under(number, (pool, batch, fence) -> words(open.payouts().judged(fence, batch, release), release));
    }

    private static Kind kind(String decision) {
        return switch (decision.toLowerCase(Locale.ROOT)) {
            case "", "release" -> Kind.RELEASE;
            case "refuse" -> Kind.REFUSE;
            default -> throw new IllegalArgumentException("decision must be release or refuse, not '" + decision + "'");
        };
    }

    private static String words(PayoutBatch batch, PayoutRelease release) {
        if (release.kind() == Kind.REFUSE) {
            return "payout " + batch.number() + " is " + batch.state() + ", and its miners are on hold: "
                    + batch.order().payments().size();
        }
        return batch.isReleased()
                ? "payout " + batch.number() + " is released by two persons and goes on with the next run"
                : "payout " + batch.number() + " is released by " + release.actor() + " and waits for a second person";
    }
}
