package org.motherlode.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;

/** What an operator sees at the command line and on the management port. */
class OperatedEarTest {
    private static EmbeddedPostgres database;
    private static WildFly server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        database = EmbeddedPostgres.temporary();
        Migrations.run(database);
        PoolEntry broken = new PoolEntry("no-such-chain", Map.of("chain", "none", "ports", "127.0.0.1:1 cryptonote 1"));
        server = WildFly.start(
                TestServers.base("operated", List.of(TestServers.ear()), List.of(broken)),
                ServerSettings.with(TestServers.portOffset(), database));
    }

    @AfterAll
    static void end() {
        server.close();
        database.close();
    }

    @Test
    void a_broken_pool_stops_alone_and_the_ear_is_up() throws IOException {
        assertThat(server.console("/deployment=motherlode.ear:read-attribute(name=status)"))
                .contains("\"OK\"");
        assertThat(server.console("/subsystem=resource-adapters/resource-adapter=motherlode"
                        + "/admin-objects=no-such-chain:read-resource(recursive=true)"))
                .contains("org.motherlode.ra.pool.AdministeredPool");
    }

    @Test
    void the_adapters_statistics_are_in_the_console() throws IOException {
        assertThat(server.console("/subsystem=resource-adapters/resource-adapter=motherlode/statistics=extended"
                        + ":read-resource(include-runtime=true)"))
                .contains("\"outcome\" => \"success\"");
    }

    @Test
    void the_jobs_are_listed() throws IOException {
        assertThat(server.console("/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet"
                        + ":read-resource(include-runtime=true)"))
                .contains("settle-block.xml", "pay-miners.xml");
    }

    @Test
    void an_operator_pays_by_hand_and_sees_the_execution() throws IOException {
        String jobs = "/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet";

        assertThat(server.console(jobs + ":start-job(job-xml-name=pay-miners)")).contains("\"outcome\" => \"success\"");
        assertThat(server.console(jobs + "/job=pay-miners:read-resource(recursive=true,include-runtime=true)"))
                .contains("\"instance-count\" => ", "\"create-time\" => ");
    }

    @Test
    void the_queues_count_their_messages() throws IOException {
        assertThat(server.console("/subsystem=messaging-activemq/server=default/jms-queue=shares"
                        + ":read-resource(include-runtime=true)"))
                .contains("\"messages-added\" => ");
    }

    @Test
    void figures_and_health_are_on_the_management_port() throws IOException, InterruptedException {
        assertThat(get("/prometheus"))
                .contains("messaging_activemq_message_count")
                .contains("motherlode_shares_stored_total", "motherlode_share_lag_seconds", "motherlode_blocks{");
        assertThat(get("/health"))
                .contains("motherlode-ready", "motherlode-live")
                .contains("\"settle-block.timer\":\"up", "\"pay-miners.timer\":\"up");
    }

    @Test
    void nothing_listens_beside_web_and_management() throws IOException {
        assertThat(server.console(
                        "/socket-binding-group=standard-sockets:read-children-names(child-type=socket-binding)"))
                .doesNotContain("ajp", "iiop", "modcluster");
        assertThat(Files.readString(server.log())).doesNotContain("ERROR [org.jgroups");
    }

    @Test
    void it_is_redeployed_while_the_server_runs() throws IOException, InterruptedException {
        server.redeploy(TestServers.ear());
        server.redeploy(TestServers.ear());

        assertThat(server.console("/deployment=motherlode.ear:read-attribute(name=status)"))
                .contains("\"OK\"");
        assertThat(get("/prometheus")).contains("motherlode_blocks_lost{WF_DEPLOYMENT=\"motherlode.ear\"} 0.0");
    }

    private static String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.management(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
