package org.motherlode.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.jboss.arquillian.container.spi.event.SetupContainer;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerSettings;

/** Gives Arquillian a configured server and a database of its own, just before it starts the server. */
public final class ArquillianServer implements LoadableExtension {
    private static final int FIRST = 100;
    private static final int LAST = -100;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Preparation.class);
    }

    /** Its life is Arquillian's suite. */
    public static final class Preparation {
        private final EmbeddedPostgres database = EmbeddedPostgres.temporary();

        public void prepare(@Observes(precedence = FIRST) SetupContainer event) throws IOException {
            Migrations.run(database);
            ServerBase base = TestServers.base("arquillian", List.of(), List.of());
            ServerSettings settings = ServerSettings.with(TestServers.portOffset(), database);
            ContainerDef container = event.getContainer().getContainerConfiguration();
            properties(base, settings).forEach(container::property);
        }

        public void end(@Observes(precedence = LAST) AfterSuite event) {
            database.close();
        }

        private static Map<String, String> properties(ServerBase base, ServerSettings settings) throws IOException {
            return Map.of(
                    "jbossHome",
                    base.image().home().toString(),
                    "serverConfig",
                    "standalone-full-ha.xml",
                    "javaVmArguments",
                    "-Xmx1g -XX:TieredStopAtLevel=1 -Djboss.server.base.dir=" + base.folder()
                            + " -Djboss.socket.binding.port-offset=" + settings.portOffset() + " -Djava.io.tmpdir="
                            + System.getProperty("java.io.tmpdir"),
                    "jbossArguments",
                    "--properties=" + settings.writeTo(base),
                    "managementAddress",
                    "127.0.0.1",
                    "managementPort",
                    Integer.toString(settings.managementPort()),
                    "startupTimeoutInSeconds",
                    "180",
                    "allowConnectingToRunningServer",
                    "false");
        }
    }
}
