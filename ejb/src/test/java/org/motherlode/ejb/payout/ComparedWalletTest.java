package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.books.PaperWallet;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PayoutBatch;
import org.motherlode.model.payout.PayoutDecision;

/** What a wallet holds and has sent, beside what the books say. */
class ComparedWalletTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private ComparedTill till;
    private PaperWallet wallet;

    @BeforeEach
    void open() throws SQLException {
        till = ComparedTill.open(DATABASE.appDataSource());
        wallet = till.wallet();
    }

    @Test
    void a_wallet_that_agrees_is_no_alarm() {
        wallet.received("a gift", 150, 5).spent("before the pool", 99, 70, 1);

        assertThat(till.books().check()).isEmpty();
        assertThat(till.ask()).isEmpty();
        assertThat(till.books().words()).isEqualTo("right: I1, I2, I3, I4, I5-books, I5-wallet, I7, I8");
    }

    @Test
    void less_than_is_owed_stops_payouts_until_it_is_there_again() throws SQLException {
        wallet.holds(799);

        assertThat(till.ask())
                .containsExactly(Map.entry(
                        "I4",
                        "account wallet: the wallet holds 0.000000000799 XMR and allotted blocks that it has not received will"
                                + " bring 0.000000000000 XMR, and miners are owed 0.000000000800 XMR; 0.000000000001 XMR are"
                                + " missing: bring them to the wallet and book them by book-deposit"));
        Optional<String> wrong =
                till.till().in(payouts -> payouts.wrongBooks(till.till().pool()));
        assertThat(wrong).hasValueSatisfying(words -> assertThat(words).startsWith("I4: account wallet"));
        assertThat(till.condition().up()).isFalse();
        assertThat(till.condition().words()).contains("nothing is paid, for the books are wrong: I4: account wallet");

        wallet.holds(800);
        assertThat(till.ask()).isEmpty();
        wrong = till.till().in(payouts -> payouts.wrongBooks(till.till().pool()));
        assertThat(wrong).isEmpty();
        assertThat(till.condition().up()).isTrue();
    }

    @Test
    void a_payout_that_has_left_the_wallet_and_one_that_is_confirmed_are_no_alarm() throws SQLException {
        PayoutBatch prepared = till.prepare();
        assertThat(till.ask()).as("nothing was sent yet").isEmpty();
        wallet.holds(0).saysOfPayments(new PaymentFate.Waiting());
        assertThat(till.ask())
                .as("the node has it, the wallet does not list it")
                .isEmpty();
        wallet.waits("ab12", 800, 7).saysOfPayments(new PaymentFate.Unseen());
        assertThat(till.ask()).as("the wallet lists it").isEmpty();
        till.confirm(prepared);

        wallet.spent("ab12", 200, 800, 7);
        assertThat(till.ask()).isEmpty();
        assertThat(till.books().check()).isEmpty();
    }

    @Test
    void a_payout_that_no_node_has_while_the_money_is_gone_is_an_alarm() throws SQLException {
        till.prepare();
        wallet.holds(0);

        assertThat(till.ask().keySet()).containsExactly("I4");
    }

    @Test
    void a_payout_that_waits_for_release_hides_none_that_has_left() throws SQLException {
        till.till().bounds("NULL", "NULL", "1");
        till.till()
                .in(payouts -> payouts.reserve(
                        till.till().fence(), till.till().pool(), till.till().order()));
        till.till().bounds("NULL", "NULL", "NULL");
        till.till().earn("second", Till.AMY, 800);
        till.till().in(payouts -> {
            var batch = payouts.reserve(
                    till.till().fence(),
                    till.till().pool(),
                    new PaymentOrder(new TreeMap<>(Map.of(Till.AMY, Till.money(800)))));
            return payouts.prepared(till.till().fence(), batch, Till.PAYMENT);
        });
        wallet.holds(800).waits("ab12", 800, 7);

        assertThat(till.ask()).isEmpty();
    }

    @Test
    void a_theft_by_the_outputs_of_a_payout_is_named_by_each_rule_that_sees_it() throws SQLException {
        till.prepare();
        wallet.holds(0)
                .spent("theft", 300, 800, 1)
                .cannotTellFate(new ContestedPaymentException("another transaction spends it"));

        assertThat(till.ask().keySet()).containsExactly("I4", "I5-wallet");
        assertThat(till.books().words()).endsWith("I8").doesNotContain("not known");
    }

    @Test
    void a_node_that_cannot_tell_of_a_payout_leaves_the_other_rules_known() throws SQLException {
        till.prepare();
        wallet.spent("theft", 300, 60, 1).cannotTellFate(new NodeUnavailableException("the node is away"));

        assertThat(till.ask().keySet()).containsExactly("I5-wallet");
        assertThat(till.books().words())
                .contains("I4 is not known: the node is away")
                .endsWith("right: I8");
    }

    @Test
    void each_confirmed_payout_is_looked_for_however_many_the_chain_has_below_the_begin() throws SQLException {
        long number = till.confirm(till.prepare());
        Database owner = new Database(DATABASE.ownerDataSource());
        owner.change("ALTER TABLE payout_batch DISABLE TRIGGER USER");
        owner.change(
                "INSERT INTO payout_batch OVERRIDING SYSTEM VALUE SELECT"
                        + " (jsonb_populate_record(b, jsonb_build_object('number', b.number + 1000000 + n,"
                        + " 'transaction_id', 'gone' || n))).* FROM payout_batch b, generate_series(1, 60) n"
                        + " WHERE b.number = ?",
                number);
        owner.change("ALTER TABLE payout_batch ENABLE TRIGGER USER");

        assertThat(till.ask().get("I5-wallet")).contains("gone60", "and 58 more");
    }

    @Test
    void what_left_the_wallet_without_a_payout_is_named_until_a_person_books_it() throws SQLException {
        wallet.holds(860).spent("theft", 300, 60, 1);

        assertThat(till.ask())
                .containsExactly(Map.entry(
                        "I5-wallet",
                        "transaction theft at height 300 took 0.000000000060 XMR and a network fee of 0.000000000001 XMR from"
                                + " the wallet, and neither a payout nor a booking has it"));
        till.insertBooking("theft", "WITHDRAWAL", 59, 1);
        assertThat(till.ask().get("I5-wallet"))
                .endsWith("and it is booked as a WITHDRAWAL of 59 atoms and a network fee of 1");
        wallet.spent("other", 301, 60, 1);
        till.insertBooking("other", "KNOWN", 0, 0);
        assertThat(till.ask().get("I5-wallet")).contains("theft").doesNotContain("other");
    }

    @Test
    void what_waits_to_leave_it_without_a_payout_is_named_at_once() {
        wallet.holds(860).waits("theft", 60, 1);

        assertThat(till.ask().get("I5-wallet")).startsWith("transaction theft, which no block has yet, took ");
    }

    @Test
    void a_confirmed_payout_over_another_amount_is_named() throws SQLException {
        long number = till.confirm(till.prepare());
        wallet.spent("ab12", 200, 799, 7).holds(1);

        assertThat(till.ask().get("I5-wallet"))
                .isEqualTo(
                        "transaction ab12 at height 200 took 0.000000000799 XMR and a network fee of 0.000000000007 XMR from"
                                + " the wallet, and payout " + number
                                + ", whose transaction it is, is over 800 atoms with a network fee of 7");
    }

    @Test
    void a_confirmed_payout_that_no_block_has_is_named_over_restarts() throws SQLException {
        String words = "payout " + till.confirm(till.prepare())
                + " over 800 atoms is confirmed in the books, and no block of the chain has its transaction ab12";

        assertThat(till.ask()).containsExactly(Map.entry("I5-wallet", words));
        wallet.isAway(Optional.of(new ContestedPaymentException("another transaction spends it")));
        assertThat(till.ask())
                .as("it is known until the chain says better")
                .containsExactly(Map.entry("I5-wallet", words));
        wallet.isAway(Optional.empty()).saysOfPayments(new PaymentFate.Mined(200, 10, true));
        assertThat(till.ask().get("I5-wallet"))
                .endsWith("and the wallet does not list its transaction ab12 at height 200");
        wallet.spent("ab12", 200, 800, 7);
        assertThat(till.ask()).isEmpty();
    }

    @Test
    void a_payout_that_a_person_has_confirmed_need_not_be_in_the_chain() throws SQLException {
        PayoutBatch prepared = till.prepare();
        PayoutBatch review =
                till.till().in(payouts -> payouts.review(till.till().fence(), prepared, "strange"));
        PayoutDecision paid = new PayoutDecision(PayoutDecision.Kind.CONFIRM, "olga", "paid by hand", "nothing");
        till.till().in(payouts -> payouts.decided(till.till().fence(), review, paid));

        assertThat(till.ask()).isEmpty();
        assertThat(till.books().check()).isEmpty();
    }

    @Test
    void a_payout_that_was_released_by_force_is_an_alarm_only_if_its_money_left() throws SQLException {
        PayoutBatch prepared = till.prepare();
        PayoutBatch review =
                till.till().in(payouts -> payouts.review(till.till().fence(), prepared, "strange"));
        PayoutDecision release = new PayoutDecision(PayoutDecision.Kind.RELEASE, "olga", "never sent", "nothing");
        till.till().in(payouts -> payouts.decided(till.till().fence(), review, release));
        assertThat(till.ask()).isEmpty();
        assertThat(till.books().check()).isEmpty();
        wallet.waits("ab12", 800, 7);
        assertThat(till.ask()).as("what is dead may still stand there").isEmpty();

        wallet.spent("ab12", 200, 800, 7);
        assertThat(till.ask().get("I5-wallet")).contains("ab12", "whose transaction it is, was released");
    }
}
