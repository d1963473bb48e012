package org.motherlode.ejb.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;

/** A pool whose name was once another's. */
class SamePoolTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final BlockRef BLOCK = new BlockRef(1, "ab");
    private static int pools;

    private final OneChain node = new OneChain();
    private final Identities book = new IdentityBook(new Database(POSTGRES.appDataSource()));
    private PoolName pool = new PoolName("pool-0");

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @BeforeEach
    void newPool() {
        pool = new PoolName("pool-" + ++pools);
    }

    @Test
    void what_it_is_first_opened_with_it_may_be_opened_with_again() throws Exception {
        open(book).source().tip();
        Chain again = open(book);

        again.source().tip();
        again.source().template();
        again.watch().fate(BLOCK);
        assertThat(again.wallet().condition().ready()).isTrue();
        assertThat(again.wallet().prepare(order()).transactionId()).isEqualTo("paid");
    }

    @Test
    void another_chain_asset_or_address_is_refused_with_both_values() throws Exception {
        open(book);

        node.address = "another";
        assertRefused("name '" + pool
                + "' is that of a pool whose address is mine, and this one's is another: give this one");
        node.address = "mine";
        node.asset = "DUC";
        assertRefused("name '" + pool + "' is that of a pool whose asset is XMR, and this one's is DUC: give this one");
        node.chain = "ducros";
        assertRefused(
                "name '" + pool + "' is that of a pool whose chain is monero, and this one's is ducros: give this one");
    }

    @Test
    void an_older_pool_of_which_only_the_asset_is_known_is_not_spoiled_by_one_wrong_opening() throws Exception {
        new Database(POSTGRES.ownerDataSource())
                .change(
                        "INSERT INTO pool_identity (pool, fact, version, value, actor, reason)"
                                + " VALUES (?, 'asset', 1, 'XMR', 'motherlode', 'the asset of its books')",
                        pool.text());
        node.chain = "ducros";
        node.asset = "DUC";
        node.address = "another";
        assertRefused("name '" + pool + "' is that of a pool whose asset is XMR, and this one's is DUC: give this one");

        node.chain = "monero";
        node.asset = "XMR";
        node.address = "mine";
        open(book).source().tip();
        node.address = "another";
        assertRefused("name '" + pool + "' is that of a pool whose address is mine, and this one's is another");
    }

    private void assertRefused(String words) {
        assertThatThrownBy(() -> open(book))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(words)
                .hasMessageEndingWith("see 'What a pool is' in docs/operators.md");
    }

    @Test
    void a_node_of_another_network_gives_no_work_judges_no_block_and_pays_nobody() throws Exception {
        open(book).source().tip();
        node.network = "mainnet";
        Chain chain = open(book);

        String words = "The node is of no use, for the name '" + pool
                + "' is that of a pool whose network is fakechain, and this one's is mainnet: give the pool a node of its network";
        assertUseless(() -> chain.source().tip(), words);
        assertUseless(() -> chain.source().template(), words);
        assertUseless(() -> chain.watch().fate(BLOCK), words);
        assertUseless(() -> prepare(chain), words);
        WalletCondition condition = chain.wallet().condition();
        assertThat(condition.ready()).isFalse();
        assertThat(condition.words()).startsWith(words);
        assertThat(condition.spendable().isZero()).isTrue();

        node.network = "fakechain";
        chain.source().tip();
    }

    @Test
    void a_node_that_was_away_may_have_come_back_as_another() throws Exception {
        Chain chain = open(book);
        chain.source().tip();
        node.away = true;
        assertUseless(() -> chain.source().tip(), "away");
        node.away = false;
        node.network = "mainnet";

        assertUseless(() -> chain.source().tip(), "The node is of no use");
    }

    @Test
    void before_each_payment_the_network_is_asked_for_anew() throws Exception {
        Chain chain = open(book);
        chain.source().tip();
        node.network = "mainnet";

        assertUseless(() -> prepare(chain), "The node is of no use");
    }

    @Test
    void a_person_may_say_that_the_pool_has_moved() throws Exception {
        Chain chain = open(book);
        chain.source().tip();
        node.network = "mainnet";
        assertUseless(() -> prepare(chain), "The node is of no use");
        new Database(POSTGRES.appDataSource())
                .change(
                        "INSERT INTO pool_identity (pool, fact, version, value, actor, reason)"
                                + " SELECT pool, fact, version + 1, 'mainnet', 'eve', 'moved' FROM pool_identity"
                                + " WHERE pool = ? AND fact = 'network' ORDER BY version DESC LIMIT 1",
                        pool.text());

        chain.source().tip();
    }

    @Test
    void a_database_that_is_away_stops_nobody_who_was_known_before() throws Exception {
        Map<Fact, String> facts = new TreeMap<>();
        boolean[] gone = {false};
        Chain chain = open((name, values) -> {
            if (gone[0]) {
                throw new DatabaseException(new SQLException("gone"));
            }
            values.forEach(facts::putIfAbsent);
            return facts;
        });
        gone[0] = true;
        assertUseless(
                () -> chain.source().tip(), "The database does not say of which network pool " + pool + " is: gone");
        gone[0] = false;
        chain.source().tip();
        gone[0] = true;
        node.away = true;
        assertUseless(() -> chain.source().tip(), "away");
        node.away = false;

        chain.source().tip();
    }

    private static void assertUseless(SameNetwork.Question<?> question, String words) {
        assertThatThrownBy(question::ask)
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageStartingWith(words);
    }

    private static PreparedPayment prepare(Chain chain) throws NodeUnavailableException {
        try {
            return chain.wallet().prepare(order());
        } catch (PaymentRefusedException e) {
            throw new AssertionError(e);
        }
    }

    private Chain open(Identities identities) throws SettingException {
        return SamePool.require(pool, node.chain(), identities);
    }

    private static PaymentOrder order() {
        return new PaymentOrder(new TreeMap<>(Map.of(new MinerAddress("amy"), Money.ofAtoms(5, OneChain.XMR))));
    }
}
