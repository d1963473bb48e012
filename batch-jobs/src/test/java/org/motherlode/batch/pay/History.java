package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;

/**
 * A random history of a pool under a rule: runs of the job that die anywhere, and everything that a network can do between
 * them. Throws an {@link AssertionError} as soon as a miner has received more than he earned, or if in the end, when all has
 * come to rest, the books are not what the chain says.
 */
final class History {
    private static final List<NetworkWallet.Mood> MOODS = List.of(NetworkWallet.Mood.values());
    private static final int TURNS = 25;
    private static final int CALM = 25;

    private final Random random;
    private final Cuts cuts = new Cuts();
    private final Network network = new Network();
    private final Rows rows = new Rows(cuts);
    private final NetworkWallet wallet;
    private final SortedMap<MinerAddress, BigInteger> earned = new TreeMap<>();
    private int foreign;

    History(Rule rule, long seed) {
        this.random = new Random(seed);
        this.wallet = new NetworkWallet(network, rule, cuts);
    }

    void live() {
        earn("amy", 500);
        earn("bob", 300);
        earn("alone-cid", 200);
        for (int turn = 0; turn < TURNS; turn++) {
            wallet.is(MOODS.get(random.nextInt(MOODS.size())));
            if (random.nextInt(3) == 0) {
                cuts.at(random.nextInt(15));
            }
            run();
            happens();
            nobodyHasTooMuch();
        }
        comeToRest();
    }

    private void happens() {
        switch (random.nextInt(11)) {
            case 0, 1 -> network.mineHere();
            case 2 -> network.mineAbroad(random.nextBoolean());
            case 3 -> network.forget();
            case 4 -> network.reorganise(1 + random.nextInt(2), random.nextBoolean());
            case 5 -> network.reorganiseToNothing(1 + random.nextInt(2));
            case 6 -> spendElsewhere(true);
            case 7 -> spendElsewhere(false);
            case 8 -> earn(random.nextBoolean() ? "amy" : "bob", 100 + random.nextInt(100));
            case 9 -> rows.askAgain();
            default -> assertThat(rows.states()).isNotNull();
        }
    }

    /** Somebody else with the wallet's keys spends what the open payment spends, or what the next one would. */
    private void spendElsewhere(boolean here) {
        String output = rows.open(Rows.POOL).stream()
                .flatMap(batch -> batch.prepared().stream())
                .map(payment -> payment.spends().get(0))
                .findFirst()
                .orElseGet(network::freeOutput);
        foreign++;
        network.offer(new Chain.Signed("foreign " + foreign, output, new TreeMap<>()), here);
    }

    /** No more faults. At the very end somebody mines all that he still remembers and that can still be mined. */
    private void comeToRest() {
        wallet.is(NetworkWallet.Mood.WELL);
        cuts.none();
        for (int round = 0; round < CALM; round++) {
            rows.askAgain();
            run();
            network.mineHere();
        }
        for (int block = 0; block <= Network.FINAL; block++) {
            network.mineAbroad(true);
            nobodyHasTooMuch();
        }
        run();
        assertThat(rows.states()).allMatch(state -> !state.isOpen());
        assertThat(rows.paid()).as("the books").isEqualTo(network.paid());
        assertThat(network.paid()).as("what everybody earned").isEqualTo(earned);
    }

    private void run() {
        PayingMiners process = new PayingMiners(Rows.POOL, rows, wallet, rows.nextFence(), Rows.IMPATIENT);
        try {
            process.resolve();
            process.reserve();
            process.prepare();
            process.send();
            process.resolve();
        } catch (Cut cut) {
            assertThat(cuts.isAhead()).isFalse();
        }
        cuts.none();
    }

    private void earn(String miner, long atoms) {
        rows.earn(miner, atoms);
        earned.merge(new MinerAddress(miner), BigInteger.valueOf(atoms), BigInteger::add);
    }

    private void nobodyHasTooMuch() {
        network.paid().forEach((miner, atoms) -> assertThat(atoms)
                .as("what %s received", miner.text())
                .isLessThanOrEqualTo(earned.getOrDefault(miner, BigInteger.ZERO)));
    }
}
