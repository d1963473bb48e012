package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.books.CheckedBooks;
import org.motherlode.ejb.books.PaperWallet;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneTransaction;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.ejb.ledger.JdbcLedger;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.books.WalletBooking.Kind;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;

/** What the operator takes and brings. Miners are owed 800 atoms, and the books' wallet holds them. */
class BookedMovementsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Till till;

    @BeforeEach
    void open() throws SQLException {
        till = Till.open(DATABASE.appDataSource());
    }

    @Test
    void what_is_owed_to_miners_is_not_taken() {
        assertThatThrownBy(() -> book(Kind.WITHDRAWAL, "tx", 1, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "0.000000000001 XMR are more than the 0.000000000000 XMR that are not owed to miners: the"
                                + " books' wallet holds 0.000000000800 XMR, 0.000000000800 XMR of it are miners' and");
        assertThat(till.balance(AccountKind.WALLET)).isEqualTo(-800);
    }

    @Test
    void fees_go_first_and_then_the_operators_own_coins() throws SQLException {
        move(AccountKind.WALLET, AccountKind.FEES, 50);
        assertThat(book(Kind.DEPOSIT, "in", 100, 0))
                .isEqualTo("booked in as a DEPOSIT, 0.000000000100 XMR from wallet to capital");
        assertThat(book(Kind.WITHDRAWAL, "out", 60, 1))
                .isEqualTo(
                        "booked out as a WITHDRAWAL, 0.000000000050 XMR from fees to wallet, 0.000000000011 XMR from capital"
                                + " to wallet");

        assertThat(till.balance(AccountKind.FEES)).isZero();
        assertThat(till.balance(AccountKind.CAPITAL)).isEqualTo(89);
        assertThat(till.balance(AccountKind.WALLET)).isEqualTo(-889);
        assertThatThrownBy(() -> book(Kind.WITHDRAWAL, "more", 89, 1))
                .hasMessageContaining("0.000000000089 XMR that are not");
        assertThat(book(Kind.WITHDRAWAL, "rest", 88, 1)).contains("0.000000000089 XMR from capital");
        assertThat(new CheckedBooks(new Database(till.source()), till.pool(), Till.XMR).check())
                .isEmpty();
    }

    @Test
    void fees_of_blocks_that_are_not_mature_and_what_is_carried_over_are_not_taken() throws SQLException {
        move(AccountKind.IMMATURE, AccountKind.FEES, 50);
        assertThatThrownBy(() -> book(Kind.WITHDRAWAL, "early", 1, 0)).hasMessageContaining("are more than the 0.0000");
        move(AccountKind.WALLET, AccountKind.IMMATURE, 50);
        move(AccountKind.WALLET, AccountKind.CARRY, 30);

        assertThatThrownBy(() -> book(Kind.WITHDRAWAL, "carry", 50, 1))
                .hasMessageContaining("0.000000000050 XMR that are");
        assertThat(book(Kind.WITHDRAWAL, "mature", 49, 1)).contains("0.000000000050 XMR from fees");
    }

    @Test
    void a_transaction_is_booked_once_and_that_of_a_payout_is_not() throws SQLException {
        book(Kind.DEPOSIT, "in", 100, 0);
        assertThatThrownBy(() -> book(Kind.DEPOSIT, "in", 100, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("transaction in is booked already, as a DEPOSIT of 100 atoms by olga");
        var prepared = till.in(payouts -> {
            var batch = payouts.reserve(till.fence(), till.pool(), till.order());
            return payouts.prepared(till.fence(), batch, Till.PAYMENT);
        });
        assertThatThrownBy(() -> book(Kind.WITHDRAWAL, "ab12", 50, 0))
                .hasMessageStartingWith("transaction ab12 is that of payout ")
                .hasMessageEndingWith(", which is PREPARED");

        assertThatThrownBy(() -> book(Kind.KNOWN, "ab12", 0, 0)).hasMessageEndingWith(", which is PREPARED");
        var sent = till.in(payouts -> payouts.sent(till.fence(), prepared));
        till.in(payouts -> payouts.confirmed(till.fence(), sent));

        assertThat(book(Kind.KNOWN, "ab12", 0, 0)).isEqualTo("booked ab12 as a KNOWN");
        assertThat(till.balance(AccountKind.CAPITAL)).isEqualTo(100);
    }

    @Test
    void a_mistyped_booking_is_reversed_by_a_row_of_its_own_and_booked_anew() throws SQLException {
        book(Kind.DEPOSIT, "in", 300, 0);
        assertThat(book(Kind.REVERSAL, "in", 0, 0))
                .isEqualTo("booked in as a REVERSAL, 0.000000000300 XMR from capital to wallet");
        assertThat(till.balance(AccountKind.CAPITAL)).isZero();

        book(Kind.DEPOSIT, "in", 30, 0);
        book(Kind.REVERSAL, "in", 0, 0);
        book(Kind.DEPOSIT, "in", 31, 0);

        assertThat(till.balance(AccountKind.CAPITAL)).isEqualTo(31);
        assertThat(till.balance(AccountKind.WALLET)).isEqualTo(-831);
        assertThat(new Database(till.source())
                        .list(
                                "SELECT kind || ' ' || amount AS line FROM wallet_booking WHERE pool = ? ORDER BY version",
                                row -> row.getString("line"),
                                till.pool().text()))
                .containsExactly("DEPOSIT 300", "REVERSAL 0", "DEPOSIT 30", "REVERSAL 0", "DEPOSIT 31");
        assertThat(checked().check()).isEmpty();
    }

    @Test
    void a_reversed_withdrawal_goes_back_to_where_it_came_from_and_the_wallet_is_compared_anew() throws SQLException {
        move(AccountKind.WALLET, AccountKind.FEES, 50);
        book(Kind.DEPOSIT, "in", 100, 0);
        book(Kind.WITHDRAWAL, "out", 60, 1);
        PaperWallet wallet = new PaperWallet(Till.XMR).holds(889).spent("out", 500, 60, 1);
        new Database(till.source())
                .change(
                        "INSERT INTO books_begin (pool, height, actor, reason) VALUES (?, 400, 'eve', 'test')",
                        till.pool().text());
        assertThat(checked().ask(wallet)).isEmpty();

        book(Kind.REVERSAL, "out", 0, 0);

        assertThat(till.balance(AccountKind.FEES)).isEqualTo(50);
        assertThat(till.balance(AccountKind.CAPITAL)).isEqualTo(100);
        assertThat(checked().ask(wallet)).containsOnlyKeys("I5-wallet");
        assertThat(checked().ask(wallet).get("I5-wallet")).contains("neither a payout nor a booking has it");
        book(Kind.WITHDRAWAL, "out", 60, 1);
        assertThat(checked().ask(wallet)).isEmpty();
    }

    @Test
    void only_what_is_booked_is_reversed_and_once() throws SQLException {
        assertThatThrownBy(() -> book(Kind.REVERSAL, "in", 0, 0))
                .hasMessage("transaction in is not booked: only a booking that stands can be reversed");
        book(Kind.KNOWN, "in", 0, 0);
        assertThat(book(Kind.REVERSAL, "in", 0, 0)).isEqualTo("booked in as a REVERSAL");

        assertThatThrownBy(() -> book(Kind.REVERSAL, "in", 0, 0)).hasMessageContaining("is not booked");
    }

    @Test
    void of_a_deposit_that_was_spent_since_nothing_is_reversed() throws SQLException {
        book(Kind.DEPOSIT, "in", 300, 0);
        book(Kind.WITHDRAWAL, "out", 300, 0);
        move(AccountKind.CAPITAL, AccountKind.WALLET, 600);

        assertThatThrownBy(() -> book(Kind.REVERSAL, "in", 0, 0))
                .hasMessageStartingWith(
                        "the books' wallet holds 0.000000000200 XMR, less than the 0.000000000300 XMR of this booking");
    }

    private CheckedBooks checked() {
        return new CheckedBooks(new Database(till.source()), till.pool(), Till.XMR);
    }

    @Test
    void what_makes_no_sense_is_named() {
        assertThatThrownBy(() -> book(Kind.WITHDRAWAL, "", 1, 0)).hasMessageStartingWith("transaction must be");
        assertThatThrownBy(() -> book(Kind.DEPOSIT, "tx", 0, 0)).hasMessage("amount must be above zero");
        assertThatThrownBy(() -> book(Kind.DEPOSIT, "tx", 1, 1)).hasMessageStartingWith("only a withdrawal has");
        assertThatThrownBy(() -> book(Kind.KNOWN, "tx", 1, 0)).hasMessageStartingWith("only a withdrawal has");
    }

    @Test
    void who_lost_the_lock_books_nothing() {
        Fence old = till.fence();
        Till.takeLock(till.source(), till.pool());

        assertThatThrownBy(() -> book(Kind.DEPOSIT, "in", 100, 0))
                .hasMessageContaining("newer holder than number " + old.number());
        assertThat(till.balance(AccountKind.CAPITAL)).isZero();
    }

    private String book(Kind kind, String transaction, long amount, long fee) throws SQLException {
        WalletBooking booking =
                new WalletBooking(till.pool(), kind, transaction, Till.money(amount), Till.money(fee), "olga", "why");
        return new OneTransaction(till.source())
                .run(one -> new CheckedBooks(new Database(one), till.pool(), Till.XMR).book(till.fence(), booking));
    }

    private void move(AccountKind from, AccountKind to, long atoms) throws SQLException {
        Transfer transfer = new Transfer(
                "test " + from + to, Account.of(till.pool(), from), Account.of(till.pool(), to), Till.money(atoms));
        new OneTransaction(till.source()).run(one -> {
            new JdbcLedger(new Database(one)).post(till.fence(), List.of(transfer));
            return transfer;
        });
    }
}
