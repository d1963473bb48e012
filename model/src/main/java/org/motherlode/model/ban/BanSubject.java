package org.motherlode.model.ban;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who is banned. The text form is its key in tables and caches, one spelling each. */
public sealed interface BanSubject {
    /** What stands before a wallet's address in the text form. */
    String WALLET = "wallet:";

    <R> R fold(Function<AddressRange, R> addresses, Function<String, R> wallet);

    /** {@code 192.0.2.7}, {@code 2001:db8:0:0:0:0:0:0/64} or {@code wallet:<address>}. */
    default String text() {
        return fold(AddressRange::toString, wallet -> WALLET + wallet);
    }

    static Optional<BanSubject> parse(String text) {
        String kept = text.strip();
        if (!kept.startsWith(WALLET)) {
            return AddressRange.parse(kept).map(Addresses::new);
        }
        String wallet = kept.substring(WALLET.length());
        return Wallet.SPELLING.matcher(wallet).matches() ? Optional.of(new Wallet(wallet)) : Optional.empty();
    }

    /** One address or all of a network. */
    record Addresses(AddressRange range) implements BanSubject {
        @Override
        public <R> R fold(Function<AddressRange, R> addresses, Function<String, R> wallet) {
            return addresses.apply(range);
        }
    }

    /** A miner's address on the chain, in the canonical spelling of its parser. */
    record Wallet(String address) implements BanSubject {
        private static final Pattern SPELLING = Pattern.compile("[!-~]{1,200}");

        public Wallet {
            if (!SPELLING.matcher(address).matches()) {
                throw new IllegalArgumentException("a wallet has 1 to 200 printable characters");
            }
        }

        @Override
        public <R> R fold(Function<AddressRange, R> addresses, Function<String, R> wallet) {
            return wallet.apply(address);
        }
    }
}
