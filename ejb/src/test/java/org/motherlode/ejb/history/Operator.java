package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.motherlode.ejb.books.CheckedBooks;
import org.motherlode.model.books.WalletBooking;

/** What the operator brings to the wallet and takes from it, and books. */
final class Operator {
    private final Ground ground;
    private final PaperBooks books;
    private final Tally tally;
    private int booked;

    Operator(Ground ground, PaperBooks books, Tally tally) {
        this.ground = ground;
        this.books = books;
        this.tally = tally;
    }

    void books(int which, int how, boolean broken) {
        BigInteger amount = BigInteger.valueOf(1_000_000_000L).multiply(BigInteger.valueOf(1L + which));
        if (how % 2 == 0) {
            book(WalletBooking.Kind.DEPOSIT, amount, BigInteger.ZERO, broken);
            books.move(new Move("", "wallet", "capital", amount));
            tally.add("deposit");
        } else {
            withdraw(amount, BigInteger.valueOf(how), broken);
        }
    }

    /** Never more than is nobody else's; the fees go first. */
    private void withdraw(BigInteger amount, BigInteger fee, boolean broken) {
        BigInteger all = amount.add(fee);
        BigInteger fees = books.of("fees").max(BigInteger.ZERO);
        BigInteger carry = books.of("carry").max(BigInteger.ZERO);
        BigInteger own = fees.add(books.of("capital").max(BigInteger.ZERO));
        BigInteger unowed = books.of("wallet")
                .negate()
                .subtract(books.ofAll("miner:payable"))
                .subtract(books.ofAll("miner:reserved"))
                .subtract(carry);
        boolean free = all.compareTo(own.min(unowed)) <= 0;
        try {
            book(WalletBooking.Kind.WITHDRAWAL, amount, fee, broken);
            assertThat(free)
                    .as("a withdrawal of %s takes nothing of miners", all)
                    .isTrue();
            books.move(new Move("", "fees", "wallet", all.min(fees)));
            books.move(new Move("", "capital", "wallet", all.subtract(all.min(fees))));
            tally.add("withdrawal");
        } catch (IllegalStateException e) {
            assertThat(free).as("a withdrawal of %s is refused: %s", all, e).isFalse();
            tally.add("withdrawal refused");
        }
    }

    private void book(WalletBooking.Kind kind, BigInteger amount, BigInteger fee, boolean broken) {
        booked++;
        WalletBooking booking = new WalletBooking(
                ground.pool, kind, "own-" + booked, Ground.money(amount), Ground.money(fee), "eve", "test");
        ground.whole(broken, ports -> new CheckedBooks(ports.database(), ground.pool, Ground.XMR)
                .book(ground.paying(), booking));
    }
}
