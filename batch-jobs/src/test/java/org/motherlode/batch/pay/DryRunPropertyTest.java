package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutLimits;
import org.motherlode.model.payout.PayoutOutlook;
import org.motherlode.model.payout.Prospect.Reason;

/** A dry run says what the next run does, and nothing that leaves by itself is above a bound. */
class DryRunPropertyTest {
    /** What happens between two runs of the job. */
    enum Event {
        BLOCKS,
        AMY_EARNS,
        BOB_EARNS,
        ALONE_CID_EARNS,
        SOMEBODY_RELEASES,
        HOURS_PASS,
        WALLET_EMPTIES,
        WALLET_FILLS
    }

    @Property(seed = "20261122", tries = 2000)
    void what_a_dry_run_announces_is_what_the_run_reserves(
            @ForAll @Size(min = 4, max = 6) List<@IntRange(min = 50, max = 900) Integer> earned,
            @ForAll @Size(3) List<@IntRange(max = 1200) Integer> bounds,
            @ForAll @Size(max = 25) List<Event> events) {
        House house = house(earned);
        PayoutLimits limits = BoundedPayoutsTest.limits(bounds.get(0), bounds.get(1), bounds.get(2));
        house.rows.isBoundBy(limits);
        for (Event event : events) {
            happens(event, house);
            runAsAnnounced(house, limits);
            house.balances();
        }
    }

    @Property(seed = "20261122", tries = 1000)
    void bounds_that_bound_nothing_change_nothing(
            @ForAll @Size(min = 4, max = 6) List<@IntRange(min = 50, max = 900) Integer> earned,
            @ForAll @Size(max = 25) List<Event> events) {
        House without = house(earned);
        House with = house(earned);
        with.rows.isBoundBy(BoundedPayoutsTest.limits(1_000_000, 1_000_000, 1_000_000));
        for (Event event : events) {
            happens(event, without);
            happens(event, with);
            without.run();
            with.run();
        }

        assertThat(with.rows.all()).isEqualTo(without.rows.all());
        assertThat(with.chain.paid()).isEqualTo(without.chain.paid());
    }

    private static void runAsAnnounced(House house, PayoutLimits limits) {
        PayingMiners process = house.process();
        process.resolve();
        List<PayoutBatch> before = house.rows.all();
        PayoutOutlook outlook = PayoutOutlook.of(
                house.rows.facts(Rows.POOL), Rows.IMPATIENT.means(house.wallet), house.wallet.condition());
        everybodyHasAReason(house, outlook);
        long room = limits.mostPerDay()
                .map(most -> house.rows.spent(Rows.POOL).room(most.atoms()).longValueExact())
                .orElse(Long.MAX_VALUE);

        process.reserve();

        List<PayoutBatch> moved = new ArrayList<>(house.rows.all());
        moved.removeAll(before);
        assertThat(moved.stream().map(PayoutBatch::order).toList())
                .isEqualTo(outlook.next().stream().toList());
        moved.stream().filter(batch -> batch.begun() && batch.persons() < 2).forEach(batch -> {
            assertThat(limits.needsRelease(batch.order().total())).isFalse();
            assertThat(batch.order().total().atoms().longValueExact()).isLessThanOrEqualTo(room);
        });
        process.prepare();
        process.send();
        process.resolve();
    }

    /** Whoever is owed something has one line, and those of the announced payout are told so unless they wait already. */
    private static void everybodyHasAReason(House house, PayoutOutlook outlook) {
        Map<MinerAddress, Reason> reasons = outlook.miners().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, line -> line.getValue().prospect().reason()));
        house.rows.payableAtoms().forEach((miner, atoms) -> {
            if (atoms.signum() > 0) {
                assertThat(reasons).containsKey(miner);
            }
        });
        Optional<PaymentOrder> next = outlook.next();
        reasons.forEach((miner, reason) -> {
            if (reason == Reason.NEXT) {
                assertThat(next.orElseThrow().payments()).containsKey(miner);
            }
        });
    }

    private static House house(List<Integer> earned) {
        House house = new House();
        for (int number = 0; number < earned.size(); number++) {
            house.earn("miner" + number, earned.get(number));
        }
        return house;
    }

    private static void happens(Event event, House house) {
        switch (event) {
            case BLOCKS -> house.chain.mine(Chain.FINAL);
            case AMY_EARNS -> house.earn("amy", 130);
            case BOB_EARNS -> house.earn("bob", 570);
            case ALONE_CID_EARNS -> house.earn("alone-cid", 290);
            case SOMEBODY_RELEASES -> house.rows.release();
            case HOURS_PASS -> house.rows.later(Duration.ofHours(9));
            case WALLET_EMPTIES -> house.wallet.canSpend(500);
            case WALLET_FILLS -> house.wallet.canSpend(1_000_000);
        }
    }
}
