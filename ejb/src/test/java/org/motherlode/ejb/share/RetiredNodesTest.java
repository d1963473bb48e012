package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.TestDatabase;

class RetiredNodesTest {
    private static final Batches FIRST = new Batches(1, 7, 0);
    private static final Batches SECOND = new Batches(1, 8, 7);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Tables tables = new Tables(DATABASE.appDataSource());
    private final ShareLedger ledger = new ShareLedger(DATABASE.appDataSource(), new ShareFigures());

    @BeforeEach
    void empty() throws SQLException {
        new Tables(DATABASE.ownerDataSource()).empty();
    }

    @Test
    void a_retired_node_is_not_waited_for() throws SQLException {
        new KnownNodes(DATABASE.appDataSource()).add(2);
        tables.block(1, 7, 1);
        ledger.store(List.of(FIRST.of(1, 1)));

        new Tables(DATABASE.ownerDataSource()).change("UPDATE pool_node SET retired = true WHERE node = 2");

        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_block_of_a_dead_node_is_complete_when_the_node_is_retired() throws SQLException {
        tables.block(1, 8, 3);
        ledger.store(List.of(FIRST.of(1, 1), FIRST.of(3, 3), SECOND.of(1, 2)));
        assertThat(tables.blockIsComplete()).isFalse();

        new Tables(DATABASE.ownerDataSource()).change("UPDATE pool_node SET retired = true WHERE node = 1");
        assertThat(tables.blockIsComplete()).isTrue();

        new KnownNodes(DATABASE.appDataSource()).add(2);
        assertThat(tables.blockIsComplete()).as("node 2 has sent nothing").isFalse();
    }

    @Test
    void a_retired_node_that_comes_back_is_told_to_let_nobody_in() throws SQLException {
        KnownNodes nodes = new KnownNodes(DATABASE.appDataSource());
        assertThat(nodes.add(2)).isEmpty();
        assertThat(nodes.add(2)).isEmpty();

        new Tables(DATABASE.ownerDataSource()).change("UPDATE pool_node SET retired = true WHERE node = 2");

        assertThat(nodes.add(2)).hasValueSatisfying(why -> assertThat(why)
                .startsWith("node 2 is retired")
                .contains("UPDATE pool_node SET retired = false WHERE node = 2"));
        assertThat(nodes.add(1)).isEmpty();
    }
}
