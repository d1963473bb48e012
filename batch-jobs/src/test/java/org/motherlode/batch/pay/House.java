package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.PayoutState;

/** A pool with its rows, wallet and chain; each run of the job is a process of its own on the same rows. */
final class House {
    // Thousands of faults, each told as a warning, would bury what a failing test says.
    private static final Logger QUIET = Logger.getLogger(PayingMiners.class.getPackageName());

    static {
        beQuiet();
    }

    static void beQuiet() {
        QUIET.setLevel(Level.OFF);
    }

    final Cuts cuts = new Cuts();
    final Chain chain = new Chain();
    final Rows rows = new Rows(cuts);
    final ScriptedWallet wallet = new ScriptedWallet(chain, cuts);
    private Patience patience = Rows.IMPATIENT;
    private final SortedMap<MinerAddress, BigInteger> earned = new TreeMap<>();

    void isPatient(Duration first, Duration longest) {
        patience = new Patience(first, longest, rows::now);
    }

    void earn(String miner, long atoms) {
        rows.earn(miner, atoms);
        earned.merge(new MinerAddress(miner), BigInteger.valueOf(atoms), BigInteger::add);
    }

    PayingMiners process() {
        return new PayingMiners(Rows.POOL, rows, wallet, rows.nextFence(), patience);
    }

    /** The job's five steps; a cut ends them. */
    void run() {
        PayingMiners process = process();
        try {
            process.resolve();
            process.reserve();
            process.prepare();
            process.send();
            process.resolve();
        } catch (Cut cut) {
            assertThat(cuts.isAhead()).isFalse();
        }
        balances();
    }

    void run(ScriptedWallet.Mood mood) {
        wallet.is(mood);
        run();
        wallet.is(ScriptedWallet.Mood.WELL);
    }

    /** Runs and mines without further faults until nothing moves any more. */
    void heal() {
        cuts.none();
        wallet.is(ScriptedWallet.Mood.WELL);
        for (int round = 0; round < 20; round++) {
            run();
            chain.mine(Chain.FINAL);
        }
        run();
    }

    /** Nothing is lost or made, and the chain never paid a miner more than he earned. */
    void balances() {
        earned.forEach((miner, atoms) -> {
            assertThat(held(rows.paid(), miner)
                            .add(held(rows.payableAtoms(), miner))
                            .add(held(rows.reserved(), miner)))
                    .isEqualTo(atoms);
            assertThat(held(chain.paid(), miner)).isLessThanOrEqualTo(atoms);
        });
    }

    /** Each miner received exactly what he earned, and the books say the same. */
    void everyoneIsPaidOnce() {
        assertThat(chain.paid()).isEqualTo(earned);
        theBooksAgreeWithTheChain();
        assertThat(rows.states()).allMatch(state -> !state.isOpen());
    }

    void theBooksAgreeWithTheChain() {
        assertThat(rows.paid()).isEqualTo(chain.paid());
    }

    boolean needsAPerson() {
        return rows.states().contains(PayoutState.REVIEW);
    }

    private static BigInteger held(SortedMap<MinerAddress, BigInteger> atoms, MinerAddress miner) {
        return atoms.getOrDefault(miner, BigInteger.ZERO);
    }
}
