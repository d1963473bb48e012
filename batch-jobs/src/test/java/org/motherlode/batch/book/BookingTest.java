package org.motherlode.batch.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.books.WalletBooking.Kind;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** What a person writes down of his wallet, on a pool whose coin has three decimals. */
class BookingTest {
    private static final Asset COIN = new Asset("COIN", 3);
    private static final PoolName POOL = new PoolName("monero");

    private final List<WalletBooking> booked = new ArrayList<>();
    private final Map<String, String> parameters = new HashMap<>(Map.of(
            "pool",
            "monero",
            "transaction",
            "ab12",
            "amount",
            "12.5",
            "fee",
            "0.001",
            "actor",
            "olga",
            "reason",
            "why"));
    private boolean busy;

    @Test
    void coins_become_atoms_under_the_pools_payout_lock() {
        assertThat(book(Kind.WITHDRAWAL)).isEqualTo("done with pay/monero");

        assertThat(booked)
                .containsExactly(new WalletBooking(
                        POOL,
                        Kind.WITHDRAWAL,
                        "ab12",
                        Money.ofAtoms(12_500, COIN),
                        Money.ofAtoms(1, COIN),
                        "olga",
                        "why"));
    }

    @Test
    void a_transaction_is_booked_by_its_id_as_the_chain_writes_it() {
        parameters.put("transaction", "AB12");
        book(Kind.WITHDRAWAL);

        assertThat(booked).extracting(WalletBooking::transactionId).containsExactly("ab12");
    }

    @Test
    void what_makes_no_sense_is_named_and_books_nothing() {
        refuses(Kind.WITHDRAWAL, "amount", "1.0005", "amount must be coins in COIN with at most 3 decimals");
        refuses(Kind.WITHDRAWAL, "amount", "-1", "amount must be coins");
        refuses(Kind.WITHDRAWAL, "fee", "", "fee must be coins");
        refuses(Kind.DEPOSIT, "fee", "0.1", "fee is not for this job");
        refuses(Kind.KNOWN, "fee", "", "amount is not for this job");
        refuses(
                Kind.WITHDRAWAL,
                "pool",
                "other",
                "pool must be the name of an open pool, not 'other'; open are [monero]");
        refuses(Kind.WITHDRAWAL, "actor", "", "actor must say who books it");
        refuses(Kind.WITHDRAWAL, "transaction", "a b", "transaction must be");
        refuses(Kind.WITHDRAWAL, "transaction", "xyz", "no id of this chain: xyz");
        refuses(Kind.REVERSAL, "fee", "", "amount is not for this job");
        busy = true;
        assertThatThrownBy(() -> book(Kind.WITHDRAWAL))
                .hasMessageStartingWith("pool monero is being paid at this moment");

        assertThat(booked).isEmpty();
    }

    private void refuses(Kind kind, String name, String value, String words) {
        String before = String.valueOf(parameters.put(name, value));
        assertThatThrownBy(() -> book(kind))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(words);
        parameters.put(name, before);
    }

    private String book(Kind kind) {
        Locks locks = name -> busy ? Optional.empty() : Optional.of(new Held(new Fence(name, 1), true));
        return new Booking(new OnePool(), locks, (fence, booking) -> {
                    booked.add(booking);
                    return "done with " + fence.lock();
                })
                .book(kind, key -> parameters.getOrDefault(key, ""));
    }

    private record Held(Fence fence, boolean isAlive) implements Locks.Held {
        @Override
        public void close() {}
    }

    private record OnePool() implements OpenPools {
        @Override
        public List<OpenPool> all() {
            Chain chain = new Chain(
                    new ChainId("toy"),
                    COIN,
                    new PowId("toy"),
                    unused(AddressParser.class),
                    unused(BlockSource.class),
                    unused(BlockSink.class),
                    unused(BlockWatch.class),
                    wallet(),
                    () -> {});
            return List.of(new OpenPool(
                    new PoolDefinition(POOL, chain.id(), "", "", List.of(), false, new Settings(Map.of())), chain));
        }

        @Override
        public Optional<OpenPool> find(PoolName name) {
            return Optional.of(all().get(0)).filter(open -> open.name().equals(name));
        }

        @Override
        public Map<PoolName, String> stopped() {
            return Map.of();
        }

        /** One that knows how its chain writes ids. */
        private static Wallet wallet() {
            return (Wallet) Proxy.newProxyInstance(
                    BookingTest.class.getClassLoader(), new Class<?>[] {Wallet.class}, (self, method, values) -> {
                        if (!method.getName().equals("transactionId")) {
                            throw new IllegalStateException(method + " is not for this test");
                        }
                        String typed = String.valueOf(values[0]);
                        if (typed.equals("xyz")) {
                            throw new IllegalArgumentException("no id of this chain: " + typed);
                        }
                        return typed.toLowerCase(Locale.ROOT);
                    });
        }

        private static <T> T unused(Class<T> port) {
            return port.cast(Proxy.newProxyInstance(
                    BookingTest.class.getClassLoader(), new Class<?>[] {port}, (self, method, values) -> {
                        throw new IllegalStateException(method + " is not for this test");
                    }));
        }
    }
}
