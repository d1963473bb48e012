package org.motherlode.web;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.payout.Prospect;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.view.BlockView;
import org.motherlode.model.view.DayView;
import org.motherlode.model.view.MinerView;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.PaymentView;
import org.motherlode.model.view.PoolView;
import org.motherlode.model.view.Projections;
import org.motherlode.model.view.ViewUnavailableException;
import org.motherlode.model.view.WorkView;
import org.motherlode.model.view.WorkerView;
import org.motherlode.model.work.Difficulty;

/** Two pools, one miner, and lists that a test may change. */
public final class ExampleProjections implements Projections {
    public static final PoolName MONERO = new PoolName("monero");
    public static final PoolName OPENSY = new PoolName("opensy");
    public static final Asset XMR = new Asset("XMR", 12);
    public static final String AMY = "4Amy";
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public final List<BlockView> blocks = new ArrayList<>();
    public final List<PaymentView> payments = new ArrayList<>();
    public Optional<NetworkView> network = Optional.of(new NetworkView(
            3_000_000,
            BigInteger.valueOf(240_000),
            Optional.of(BigInteger.valueOf(2000)),
            "rx/0",
            Optional.of(Duration.ofMinutes(2)),
            Optional.of(2048),
            Optional.of(new WorkView(
                    "rx/0",
                    Optional.of(Seed.ofHex("ab".repeat(32))),
                    Optional.of(Seed.ofHex("cd".repeat(32))),
                    Optional.of(xmr(600_000_000_000L)))),
            NOON));
    public final List<PoolName> networksAsked = new ArrayList<>();
    public final Map<String, String> closed = new TreeMap<>();
    public Optional<String> refusal = Optional.empty();
    public boolean databaseAway;
    public SchemeTerms terms = SchemeTerms.pplns(1, new BasisPoints(100), 200, Unfilled.SCALE);

    @Override
    public List<PoolName> pools() {
        return List.of(MONERO, OPENSY);
    }

    @Override
    public Optional<String> refusal() {
        return refusal;
    }

    @Override
    public Map<String, String> closed() {
        return closed;
    }

    @Override
    public Optional<PoolView> pool(PoolName pool) {
        answer();
        return Optional.of(new PoolView(
                pool.text(),
                pool.text(),
                "rx/0",
                BigInteger.valueOf(5_000_000),
                2,
                3,
                7,
                1,
                Optional.of(NOON),
                terms,
                xmr(100_000_000_000L),
                3600,
                BigInteger.valueOf(120_000),
                "open",
                List.of(new ListenPort("0.0.0.0", 3333, "cryptonote", Difficulty.of(1000))),
                Optional.empty()));
    }

    @Override
    public Optional<NetworkView> network(PoolName pool) {
        networksAsked.add(pool);
        return network;
    }

    @Override
    public List<BlockView> blocks(PoolName pool, int limit, int offset) {
        answer();
        return blocks.stream().skip(offset).limit(limit).toList();
    }

    @Override
    public List<PaymentView> payments(PoolName pool, int limit, int offset) {
        answer();
        return payments.stream().skip(offset).limit(limit).toList();
    }

    @Override
    public AddressVerdict address(PoolName pool, String text) {
        return text.startsWith("4")
                ? new AddressVerdict.Payable(new MinerAddress(text.strip()))
                : new AddressVerdict.Refused("An address of this network begins with 4.");
    }

    @Override
    public Optional<MinerView> miner(PoolName pool, String address) {
        answer();
        WorkerView rig = new WorkerView(
                "rig", BigInteger.valueOf(900), 41, Map.of(ShareRefusal.STALE, 2L), Optional.of(NOON), true);
        MinerView amy = new MinerView(
                AMY,
                BigInteger.valueOf(900),
                41,
                Map.of(ShareRefusal.STALE, 2L),
                1,
                xmr(5),
                xmr(123_456_789_012L),
                xmr(0),
                xmr(1_000_000_000_000L),
                Optional.of(LocalDate.parse("2026-02-27")),
                Optional.of(NOON),
                List.of(new DayView(LocalDate.parse("2026-03-01"), 41, 2, BigInteger.valueOf(41_000))),
                List.of(rig),
                Optional.of(
                        new Prospect(Prospect.Reason.AFTER_REFUSAL, "the wallet refused a payout", Optional.of(NOON))));
        return address.equals(AMY) ? Optional.of(amy) : Optional.empty();
    }

    @Override
    public List<PaymentView> paymentsOf(PoolName pool, String address, int limit, int offset) {
        return payments(pool, limit, offset).stream()
                .filter(payment -> payment.address().equals(address))
                .toList();
    }

    public static Money xmr(long atoms) {
        return Money.ofAtoms(atoms, XMR);
    }

    public static BlockView block(long number, BlockState state, long confirmations) {
        return new BlockView(
                number,
                100 + number,
                "ab" + number,
                state,
                Optional.of(xmr(600_000_000_000L)),
                AMY,
                "rig",
                BigInteger.valueOf(240_000),
                Optional.of(87L),
                confirmations,
                60,
                NOON);
    }

    public static PaymentView payment(long batch, PayoutState state) {
        return new PaymentView(batch, AMY, xmr(250_000_000_000L), state, Optional.of("tx" + batch), NOON, NOON);
    }

    private void answer() {
        if (databaseAway) {
            throw new ViewUnavailableException("The database does not answer.");
        }
    }
}
