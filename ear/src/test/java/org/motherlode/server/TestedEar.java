package org.motherlode.server;

import java.io.File;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it ships, with one more web module through which tests run inside it. */
final class TestedEar {
    private static final String WEB = "tests.war";

    private TestedEar() {}

    /** It keeps its name, because the server's entry of the adapter names the archive. */
    static EnterpriseArchive with(Class<?>... tests) {
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, TestServers.ear().toFile());
        String application = read(ear);
        String module = "<module><web><web-uri>" + WEB + "</web-uri><context-root>/tests</context-root></web></module>";
        ear.setApplicationXML(
                new StringAsset(application.replace("<library-directory>", module + "<library-directory>")));
        WebArchive web = ShrinkWrap.create(WebArchive.class, WEB)
                .addClasses(tests)
                .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
        return ear.addAsModule(Testable.archiveToTest(web));
    }

    private static File jarOf(Class<?> one) {
        return new File(one.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static String read(EnterpriseArchive ear) {
        try (var in = ear.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
