package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutMeans;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.WalletCondition;

/** Who is paid next: decided by the server's code from its rows, and judged by what is on paper. */
final class Payments {
    private static final int MOST_RECEIVERS = 15;
    private static final BigInteger FORTUNE = BigInteger.TEN.pow(30);

    private final Ground ground;
    private final PaperBooks books;
    private final PaperTerms terms;
    private final Wishes wishes;
    private final Tally tally;
    private final List<PaperPayout> payouts = new ArrayList<>();

    Payments(Ground ground, PaperBooks books, PaperTerms terms, Wishes wishes, Tally tally) {
        this.ground = ground;
        this.books = books;
        this.terms = terms;
        this.wishes = wishes;
        this.tally = tally;
    }

    Optional<PaperPayout> open(Predicate<PaperPayout> which) {
        return payouts.stream().filter(PaperPayout::isOpen).filter(which).findFirst();
    }

    PayoutBatch batch(PaperPayout payout) {
        return ground.whole(ports -> ports.payouts().open(ground.pool)).stream()
                .filter(batch -> batch.number() == payout.number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("payout " + payout.number + " is not open"));
    }

    /** Plans; perhaps somebody changes something then; and reserves. */
    void reserve(int which, boolean broken) {
        Optional<PaymentOrder> next = ground.whole(ports -> {
                    assertThat(ports.payouts().wrongBooks(ground.pool))
                            .as("wrong books")
                            .isEmpty();
                    return PayoutOutlook.of(ports.payouts().facts(ground.pool), means(), wallet());
                })
                .next();
        Optional<PaperPayout> released = open(PaperPayout::isReleased);
        boolean busy = terms.paused() || open(payout -> !payout.waits()).isPresent();
        if (busy) {
            assertThat(next).as("planned where nothing may be").isEmpty();
        } else if (released.isPresent()) {
            assertThat(next.map(Payments::items)).as("released").contains(released.get().items);
            begin(released.get(), broken);
        } else if (next.isPresent()) {
            SortedMap<String, BigInteger> items = items(next.get());
            somethingChanges(items, which);
            reserve(next.get(), items, broken);
        } else {
            assertThat(isSomebodyDue())
                    .as("somebody is due and nothing is planned")
                    .isFalse();
        }
    }

    private void somethingChanges(SortedMap<String, BigInteger> items, int which) {
        String miner = items.lastKey();
        switch (which % 10) {
            case 0 -> wishes.hold(miner, true, false);
            case 1 ->
                wishes.ownThreshold(
                        miner, items.getOrDefault(miner, BigInteger.ZERO).add(BigInteger.ONE), false);
            case 2 -> wishes.pause(false);
            case 3 -> wishes.bounds(Optional.empty(), Optional.of(total(items)), Optional.empty(), false);
            default -> {}
        }
    }

    /** Perhaps somebody puts a miner on hold whose money is reserved. */
    void holdSomebody(int which) {
        if (which % 6 == 0) {
            open(payout -> payout.state() == PayoutState.RESERVED && !payout.waits())
                    .ifPresent(payout -> wishes.hold(payout.items.firstKey(), true, false));
        }
    }

    private void reserve(PaymentOrder order, SortedMap<String, BigInteger> items, boolean broken) {
        Optional<String> against = against(items);
        try {
            PayoutBatch batch =
                    ground.whole(broken, ports -> ports.payouts().reserve(ground.paying(), ground.pool, order));
            assertThat(against).as("why %s must not be reserved", items).isEmpty();
            PaperPayout payout = new PaperPayout(batch.number(), items, !terms.needsPersons(total(items)));
            assertThat(batch.begun()).as("payout of %s goes by itself", items).isEqualTo(!payout.waits());
            payouts.add(payout);
            books.moveAll(payout.reserve());
            tally.add(payout.waits() ? "reserved, waits" : "reserved");
        } catch (IllegalStateException e) {
            assertThat(against)
                    .as("refused although nothing is against it: %s", e)
                    .isPresent();
            tally.add("reserved no more: " + against.orElseThrow());
        }
    }

    /** Why this may not be reserved now; empty if it may. */
    private Optional<String> against(SortedMap<String, BigInteger> items) {
        BigInteger total = total(items);
        boolean persons = terms.needsPersons(total);
        if (terms.paused()) {
            return Optional.of("paused");
        }
        if (open(payout -> payout.waits() == persons).isPresent()) {
            return Optional.of("another one is there");
        }
        for (var item : items.entrySet()) {
            if (!item.getValue().equals(books.payable(item.getKey()))) {
                return Optional.of("not what is payable");
            }
            if (!terms.lets(item.getKey(), item.getValue())) {
                return Optional.of("hold or threshold");
            }
        }
        boolean fits = terms.perDay()
                .map(most -> today().add(total).compareTo(most) <= 0)
                .orElse(true);
        return persons || fits ? Optional.empty() : Optional.of("the day");
    }

    private BigInteger today() {
        return payouts.stream()
                .filter(PaperPayout::countsForTheDay)
                .map(PaperPayout::total)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Whether who has most must be planned now: alone, if nothing else goes. */
    private boolean isSomebodyDue() {
        Optional<BigInteger> most = Wishes.OWNERS.stream()
                .filter(miner -> books.payable(miner).compareTo(terms.threshold()) >= 0
                        && terms.lets(miner, books.payable(miner)))
                .map(books::payable)
                .max(BigInteger::compareTo);
        return most.filter(atoms -> terms.needsPersons(atoms)
                        ? open(PaperPayout::waits).isEmpty()
                        : terms.perDay()
                                .map(bound -> today().add(atoms).compareTo(bound) <= 0)
                                .orElse(true))
                .isPresent();
    }

    private void begin(PaperPayout payout, boolean broken) {
        PayoutBatch waiting = batch(payout);
        ground.whole(broken, ports -> ports.payouts().begin(ground.paying(), waiting));
        payout.begins();
        tally.add("released by two persons");
    }

    private static PayoutMeans means() {
        return new PayoutMeans(MOST_RECEIVERS, miner -> false, refused -> Instant.EPOCH, Instant.now());
    }

    private static WalletCondition wallet() {
        return new WalletCondition(true, "ready", Ground.money(FORTUNE));
    }

    private static SortedMap<String, BigInteger> items(PaymentOrder order) {
        SortedMap<String, BigInteger> items = new TreeMap<>();
        order.payments().forEach((miner, money) -> items.put(miner.text(), money.atoms()));
        return items;
    }

    private static BigInteger total(SortedMap<String, BigInteger> items) {
        return items.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
