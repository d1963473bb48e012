package org.motherlode.ejb.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;

/** What the application's role cannot do, whatever program uses it. */
class RightsTest {
    private static final String OPEN_TO_ALL =
            "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'motherlode'::regnamespace AND p.prosecdef"
                    + " AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))";

    private static EmbeddedPostgres postgres = EmbeddedPostgres.temporary();

    @BeforeAll
    static void migrate() {
        Migrations.run(postgres);
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void no_function_with_the_owners_rights_is_open_to_all() throws SQLException {
        Database owner = new Database(postgres.ownerDataSource());

        assertThat(owner.list(OPEN_TO_ALL, row -> row.getString(1))).isEmpty();
    }

    @Test
    void the_ledgers_trigger_cannot_be_hung_on_a_table_of_ones_own() throws SQLException {
        Database application = new Database(postgres.appDataSource());
        application.change(
                "CREATE TABLE server.mine (from_account bigint, to_account bigint, amount numeric, pool text)");

        assertThatThrownBy(() -> application.change("CREATE TRIGGER mine AFTER INSERT ON server.mine FOR EACH ROW"
                        + " EXECUTE FUNCTION motherlode.ledger_move()"))
                .hasStackTraceContaining("permission denied for function motherlode.ledger_move");
    }
}
