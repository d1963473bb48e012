package org.motherlode.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.stratum.StratumGateway;
import org.motherlode.model.view.Projections;

/** Runs inside the server: what the parts of the EAR find in each other and in the server. */
@ExtendWith(ArquillianExtension.class)
class DeployedEarTest {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    private DataSource transactional;

    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    private DataSource plain;

    @Resource(lookup = StratumGateway.JNDI_NAME)
    private StratumGateway gateway;

    @Resource(lookup = "java:/jms/motherlode")
    private ConnectionFactory broker;

    @Resource(lookup = "java:/jms/queue/shares")
    private Queue shares;

    @Resource(lookup = "java:/jms/queue/blocks")
    private Queue blocks;

    @Inject
    private Ledger ledger;

    @Inject
    private Locks locks;

    @Inject
    private Projections projections;

    @Deployment
    static EnterpriseArchive ear() {
        return TestedEar.with(DeployedEarTest.class);
    }

    @Test
    void both_data_sources_are_the_applications_role() throws SQLException {
        assertThat(ask(transactional, "SELECT current_user")).isEqualTo("motherlode_app");
        assertThat(ask(plain, "SELECT current_user")).isEqualTo("motherlode_app");
    }

    @Test
    void the_database_lets_go_of_connections_of_both_that_died_in_a_transaction() throws SQLException {
        String patience = "SELECT current_setting('idle_in_transaction_session_timeout') || ' '"
                + " || current_setting('client_connection_check_interval') || ' ' || current_setting('tcp_user_timeout')";

        assertThat(ask(transactional, patience)).isEqualTo("2min 10s 60000");
        assertThat(ask(plain, patience)).isEqualTo("2min 10s 60000");
    }

    @Test
    void the_adapter_is_reached_as_a_gateway() {
        assertThat(gateway.pools()).isEmpty();
    }

    @Test
    void the_queues_of_the_broker_are_there() throws JMSException {
        try (JMSContext context = broker.createContext()) {
            assertThat(shares.getQueueName()).isEqualTo("shares");
            assertThat(context.createBrowser(blocks).getEnumeration().hasMoreElements())
                    .isFalse();
        }
    }

    @Test
    void beans_of_other_modules_are_injected_by_the_models_interfaces() {
        assertThat(ledger).isNotNull();
        assertThat(locks).isNotNull();
        assertThat(projections).isNotNull();
    }

    private static String ask(DataSource source, String question) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
