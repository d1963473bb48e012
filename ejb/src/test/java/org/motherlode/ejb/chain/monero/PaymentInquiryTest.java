package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.ContestedPaymentException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PreparedPayment;

/** What the node's answers mean for a payment of two inputs, on a chain that has 100 blocks at first. */
class PaymentInquiryTest {
    private static final PreparedPayment PAYMENT = payment(ScriptedNode.OURS);
    private static final PreparedPayment OTHER = payment(ScriptedNode.OTHER);

    private ReplayingRpc program;
    private ScriptedNode node;
    private Monerod monerod;
    private PaymentInquiry inquiry;

    @BeforeEach
    void start() throws Exception {
        program = new ReplayingRpc();
        node = new ScriptedNode(program);
        monerod = program.monerod();
        inquiry = new PaymentInquiry(monerod, new Depths(60, 60, 10));
        node.chain(100, "tip");
    }

    @AfterEach
    void stop() {
        monerod.close();
        program.close();
    }

    @Test
    void unspent_and_unknown_is_unseen() throws Exception {
        node.hasNothing();
        node.spent("[0,0]");

        assertThat(inquiry.fate(PAYMENT)).isEqualTo(new PaymentFate.Unseen());
    }

    @Test
    void a_mined_payment_is_settled_by_its_depth() throws Exception {
        node.spent("[1,1]");
        node.hasMined(91);

        assertThat(inquiry.fate(PAYMENT)).isEqualTo(new PaymentFate.Mined(91, 9, false));
        node.chain(101, "tip");
        assertThat(inquiry.fate(PAYMENT)).isEqualTo(new PaymentFate.Mined(91, 10, true));
    }

    /** As a person books it after a restore; asked about no image at all, monerod leaves out {@code spent_status}. */
    @Test
    void a_payment_of_which_no_key_image_is_known_is_found_by_its_id() throws Exception {
        node.program().answersText("/is_key_image_spent", "{\"status\":\"OK\"}");
        node.hasMined(91);
        PreparedPayment booked =
                new PreparedPayment(PAYMENT.transactionId(), PAYMENT.payload(), PAYMENT.fee(), List.of(), "");

        assertThat(inquiry.fate(booked)).isEqualTo(new PaymentFate.Mined(91, 9, false));
    }

    @Test
    void money_spent_by_another_is_given_up_only_when_that_is_final() throws Exception {
        node.hasNothing();
        node.spent("[1,0]");

        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("1 of 10 confirmations");
        node.chain(108, "later");
        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("9 of 10 confirmations");
        node.chain(109, "last");
        assertThat(inquiry.fate(PAYMENT)).isInstanceOf(PaymentFate.Dead.class);
    }

    @Test
    void another_payment_that_is_unseen_meanwhile_keeps_none_from_being_given_up() throws Exception {
        node.hasNothing();
        node.spent("[1,0]");
        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("1 of 10 confirmations");
        node.spent("[0,0]");
        assertThat(inquiry.fate(OTHER)).isEqualTo(new PaymentFate.Unseen());

        node.spent("[1,0]");
        node.chain(109, "last");
        assertThat(inquiry.fate(PAYMENT)).isInstanceOf(PaymentFate.Dead.class);
    }

    @Test
    void of_two_payments_that_lost_their_outputs_each_is_given_up_in_its_time() throws Exception {
        node.hasNothing();
        node.spent("[1,0]");
        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("1 of 10 confirmations");
        node.chain(102, "later");
        node.header("later", 101);
        assertThatThrownBy(() -> inquiry.fate(OTHER)).hasMessageContaining("1 of 10 confirmations");

        node.chain(109, "last");
        assertThat(inquiry.fate(PAYMENT)).isInstanceOf(PaymentFate.Dead.class);
        node.header("later", 101);
        assertThatThrownBy(() -> inquiry.fate(OTHER)).hasMessageContaining("8 of 10 confirmations");
    }

    @Test
    void a_payment_that_was_seen_in_between_is_waited_for_anew() throws Exception {
        node.hasNothing();
        node.spent("[1,1]");
        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("1 of 10 confirmations");
        node.hasMined(100);
        assertThat(inquiry.fate(PAYMENT)).isInstanceOf(PaymentFate.Mined.class);
        node.hasNothing();
        node.chain(109, "last");
        node.header("last", 108);

        assertThatThrownBy(() -> inquiry.fate(PAYMENT))
                .isInstanceOf(ContestedPaymentException.class)
                .hasMessageContaining("1 of 10 confirmations");
    }

    @Test
    void a_reorganisation_begins_the_waiting_anew() throws Exception {
        node.hasNothing();
        node.spent("[1,1]");
        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("1 of 10 confirmations");

        node.chain(109, "last");
        node.header("another", 99);
        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("the chain was reorganised");
        node.header("last", 108);
        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("1 of 10 confirmations");
    }

    @Test
    void a_chain_that_changes_while_it_is_asked_says_nothing() {
        node.hasNothing();
        node.spent("[1,1]");
        node.changesWhileAsked();

        assertThatThrownBy(() -> inquiry.fate(PAYMENT)).hasMessageContaining("the chain changed while it was asked");
    }

    @Test
    void money_that_another_transaction_wants_to_spend_is_still_open() {
        node.hasNothing();
        node.spent("[2,0]");

        assertThatThrownBy(() -> inquiry.fate(PAYMENT))
                .isInstanceOf(ContestedPaymentException.class)
                .hasMessageContaining("is still open");
    }

    private static PreparedPayment payment(String id) {
        return new PreparedPayment(id, Octets.ofHex("01"), Money.ofAtoms(1, Monero.XMR), List.of("k1", "k2"), "");
    }
}
