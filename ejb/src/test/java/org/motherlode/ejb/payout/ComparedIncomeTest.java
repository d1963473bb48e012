package org.motherlode.ejb.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.books.PaperWallet;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.chain.NodeUnavailableException;

/** What a wallet has mined, beside the blocks of the books; and wallets that say nothing. */
class ComparedIncomeTest {
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
    void a_wallet_that_is_away_is_unknown_and_what_was_broken_stays_so() {
        wallet.holds(799);
        assertThat(till.ask().keySet()).containsExactly("I4");
        wallet.isAway(Optional.of(new NodeUnavailableException("the wallet is away")));

        assertThat(till.ask().keySet()).containsExactly("I4");
        assertThat(till.books().words())
                .startsWith("I4 is broken: ")
                .contains("I4 is not known: the wallet is away; ", "I8 is not known: the wallet is away; ");
        assertThat(till.books().isOpen()).isTrue();
        wallet.isAway(Optional.empty()).holds(800);
        assertThat(till.ask()).isEmpty();
        assertThat(till.books().isOpen()).isFalse();
    }

    @Test
    void a_chain_that_cannot_tell_says_so_and_is_no_alarm() {
        wallet.tellsNothing();

        assertThat(till.ask()).isEmpty();
        assertThat(till.books().verdicts(wallet))
                .extracting(verdict -> verdict.state().name())
                .containsExactly("UNTOLD", "UNTOLD", "UNTOLD");
        assertThat(till.books().isOpen()).isFalse();
    }

    @Test
    void a_block_that_the_books_have_missed_is_named_with_height_hash_and_amount() {
        wallet.mined("unknown coinbase", 400, 600).block(400, "hash").holds(1_400);
        wallet.mined("young", 990, 600).block(990, "young hash");

        assertThat(till.ask())
                .containsExactly(Map.entry(
                        "I8",
                        "the wallet received 0.000000000600 XMR of the block at height 400, hash (transaction unknown"
                                + " coinbase), and no block of the pool is that"));
        long orphan = till.block(400, "hash", "ORPHANED", 600);
        assertThat(till.ask().get("I8")).endsWith("and block " + orphan + " of the pool, which it is, is ORPHANED");
        till.insertBooking("unknown coinbase", "DEPOSIT", 600, 0);
        assertThat(till.ask()).isEmpty();
    }

    @Test
    void a_block_that_is_found_and_not_yet_judged_is_no_alarm() {
        wallet.mined("late", 400, 600).block(400, "hash");
        till.block(400, "hash", "FOUND", 600);
        wallet.mined("young for us", 401, 600).block(401, "hash");
        till.block(401, "other", "IMMATURE", 600);

        assertThat(till.ask()).isEmpty();
    }

    @Test
    void a_reward_that_is_another_one_or_is_missing_is_named() {
        long less = till.block(400, "less", "MATURE", 600);
        wallet.mined("less coinbase", 400, 599);
        long missing = till.block(500, "missing", "MATURE", 77);

        assertThat(till.ask().get("I8"))
                .isEqualTo("block " + less
                        + " at height 400 brought the wallet 0.000000000599 XMR, and its final reward in the"
                        + " books is 0.000000000600 XMR; block " + missing
                        + " at height 500 is mature in the books with 0.000000000077 XMR, and the wallet received nothing of a"
                        + " block at that height");
        till.insertBooking("missing", "KNOWN", 0, 0);
        assertThat(till.ask().get("I8")).doesNotContain("height 500");
    }
}
