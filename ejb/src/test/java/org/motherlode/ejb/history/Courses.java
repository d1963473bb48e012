package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.motherlode.ejb.history.Ground.Ports;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;
import org.motherlode.model.payout.PayoutRelease;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.PreparedPayment;

/** What becomes of a payout that was reserved, by wallet, chain and people. */
final class Courses {
    /** The first two are one person. */
    private static final List<String> PERSONS = List.of("eve", "Eve ", "bob", "cid");

    private static final List<PayoutDecision.Kind> DECISIONS = List.of(
            PayoutDecision.Kind.ASK,
            PayoutDecision.Kind.CONFIRM,
            PayoutDecision.Kind.RELEASE,
            PayoutDecision.Kind.REVIEW);

    private final Ground ground;
    private final PaperBooks books;
    private final PaperTerms terms;
    private final Payments payments;
    private final Tally tally;

    Courses(Ground ground, PaperBooks books, PaperTerms terms, Payments payments, Tally tally) {
        this.ground = ground;
        this.books = books;
        this.terms = terms;
        this.payments = payments;
        this.tally = tally;
    }

    /** What is on hold since, or below a threshold, is not signed; nor what waits for two persons. */
    void sign(int how, boolean broken) {
        payments.open(payout -> payout.state() == PayoutState.RESERVED).ifPresent(payout -> {
            PayoutBatch batch = payments.batch(payout);
            BigInteger fee = BigInteger.valueOf(how);
            PreparedPayment payment = new PreparedPayment(
                    "tx-" + payout.number,
                    Octets.of(new byte[] {1}),
                    Ground.money(fee),
                    List.of("image " + payout.number),
                    "key");
            if (payout.waits()) {
                assertThatThrownBy(
                                () -> ground.whole(ports -> ports.payouts().prepared(ground.paying(), batch, payment)))
                        .as("signed while it waits")
                        .isInstanceOf(RuntimeException.class);
                return;
            }
            boolean still =
                    payout.items.entrySet().stream().allMatch(item -> terms.lets(item.getKey(), item.getValue()));
            PayoutBatch now = ground.whole(broken, ports -> ports.payouts().prepared(ground.paying(), batch, payment));
            assertThat(now.state())
                    .as("payout %d as it is signed", payout.number)
                    .isEqualTo(still ? PayoutState.PREPARED : PayoutState.RELEASED);
            payout.becomes(now.state());
            if (still) {
                payout.costs(fee);
            } else {
                books.moveAll(payout.release());
            }
            tally.add(still ? "signed" : "taken back");
        });
    }

    /** From one state to another by what wallet or chain say. */
    void goesOn(PayoutState from, PayoutState to, boolean broken) {
        payments.open(payout -> payout.state() == from && !payout.waits())
                .ifPresent(payout -> move(
                        payout,
                        (ports, batch) -> switch (to) {
                            case SENT -> ports.payouts().sent(ground.paying(), batch);
                            case CONFIRMED -> ports.payouts().confirmed(ground.paying(), batch);
                            case RELEASED -> ports.payouts().released(ground.paying(), batch, "no");
                            case REVIEW -> ports.payouts().review(ground.paying(), batch, "strange");
                            case RESERVED, PREPARED -> throw new IllegalArgumentException(to.name());
                        },
                        broken));
    }

    private void move(PaperPayout payout, BiFunction<Ports, PayoutBatch, PayoutBatch> step, boolean broken) {
        PayoutBatch batch = payments.batch(payout);
        assertThat(batch.state()).isEqualTo(payout.state());
        PayoutState from = payout.state();
        PayoutState to = ground.whole(broken, ports -> step.apply(ports, batch)).state();
        payout.becomes(to);
        if (to == PayoutState.CONFIRMED) {
            payout.confirm(books);
        }
        if (to == PayoutState.RELEASED) {
            books.moveAll(payout.release());
        }
        tally.add(from + " to " + to);
    }

    /** A payment that the chain does not show any more keeps its transaction, and its state. */
    void fallsOut() {
        payments.open(payout -> payout.state() == PayoutState.SENT).ifPresent(payout -> assertThat(
                        payments.batch(payout).prepared().orElseThrow().transactionId())
                .isEqualTo("tx-" + payout.number));
    }

    /** Never paid by the chain's word: what was seen before needs a person. */
    void dies(boolean broken) {
        goesOn(PayoutState.SENT, PayoutState.REVIEW, broken);
        goesOn(PayoutState.PREPARED, PayoutState.RELEASED, broken);
    }

    void releases(int how, boolean broken) {
        payments.open(PaperPayout::waits).ifPresent(payout -> {
            PayoutBatch batch = payments.batch(payout);
            String name = PERSONS.get(how % PERSONS.size());
            PayoutRelease release = new PayoutRelease(PayoutRelease.Kind.RELEASE, name, "test");
            if (payout.releasedBy(name.strip().toLowerCase(Locale.ROOT))) {
                ground.whole(broken, ports -> ports.payouts().judged(ground.paying(), batch, release));
                tally.add("a person releases");
            } else {
                assertThatThrownBy(() -> ground.whole(ports -> ports.payouts().judged(ground.paying(), batch, release)))
                        .as("released twice by one person")
                        .isInstanceOf(IllegalStateException.class);
            }
        });
    }

    void refuses(boolean broken) {
        payments.open(PaperPayout::waits).ifPresent(payout -> {
            PayoutRelease refusal = new PayoutRelease(PayoutRelease.Kind.REFUSE, "eve", "test");
            move(payout, (ports, batch) -> ports.payouts().judged(ground.paying(), batch, refusal), broken);
            payout.items.keySet().forEach(miner -> terms.hold(miner, true));
            tally.add("a person refuses");
        });
    }

    void decides(int how, boolean broken) {
        payments.open(payout -> !payout.waits()).ifPresent(payout -> {
            PayoutDecision.Kind kind = DECISIONS.get(how % DECISIONS.size());
            if (!kind.isFor(payout.state())) {
                return;
            }
            PayoutDecision decision = new PayoutDecision(kind, "eve", "test", "nothing");
            move(payout, (ports, batch) -> ports.payouts().decided(ground.paying(), batch, decision), broken);
            tally.add("a person decides " + kind);
        });
    }
}
