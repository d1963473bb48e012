package org.motherlode.ctl.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.motherlode.ctl.process.Child;
import org.motherlode.ctl.process.Waiting;

/** A running server. It listens on loopback. Closing asks it to end and waits. */
public final class WildFly implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final ServerBase base;
    private final ServerSettings settings;
    private final Child child;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private WildFly(ServerBase base, ServerSettings settings, Child child) {
        this.base = base;
        this.settings = settings;
        this.child = child;
    }

    /**
     * Starts a server and returns when all its deployments are up.
     *
     * @throws IOException with the log's reasons when it does not come up within the deadline, or only with errors; it is
     *     ended then
     */
    public static WildFly start(ServerBase base, ServerSettings settings) throws IOException, InterruptedException {
        WildFly server = launch(base, settings);
        try {
            server.awaitRunning();
            return server;
        } catch (IOException | InterruptedException | RuntimeException e) {
            server.child.kill();
            throw e;
        }
    }

    /** Starts a server and returns at once. */
    public static WildFly launch(ServerBase base, ServerSettings settings) throws IOException {
        Files.createDirectories(base.folder().resolve("log"));
        Path console = base.folder().resolve("log/console.log");
        for (Path log : List.of(base.log(), console)) setAside(log); // what is there now is about this start
        Path home = base.image().home();
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("bin/standalone.sh").toString(),
                "--server-config=standalone-full-ha.xml",
                "-Djboss.server.base.dir=" + base.folder(),
                "-Djboss.socket.binding.port-offset=" + settings.portOffset(),
                "-Dmotherlode.log.console=OFF", // it goes to a file that nobody bounds, and server.log has it all
                "-Djboss.node.name=motherlode-" + settings.properties().getOrDefault("motherlode.node-id", "0"),
                "--properties=" + settings.writeTo(base));
        builder.environment().putAll(settings.environment());
        Path temporary = Files.createDirectories(base.folder().resolve("temporary"));
        builder.environment().put("MOTHERLODE_TMP", temporary.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "1"); // the script then passes TERM on
        builder.environment().remove("JAVA_OPTS");
        return new WildFly(base, settings, Child.start("WildFly", builder, console));
    }

    /** Only the last start's is kept. */
    private static void setAside(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("before-" + log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Waits until all deployments are up; see {@link #start}. */
    public void awaitRunning() throws IOException, InterruptedException {
        boolean answered = Waiting.until(settings.deadline(), () -> !child.isAlive() || state() != BootState.STARTING);
        child.traceOffspring();
        if (child.isAlive() && answered && state() == BootState.RUNNING) return;
        String what = !child.isAlive() ? "ended" : answered ? "came up with errors" : "is not up in time";
        throw new IOException("WildFly " + what + "; from " + base.log() + ":\n" + BootLog.reasons(base.log()));
    }

    private BootState state() throws IOException, InterruptedException {
        return BootState.of(health());
    }

    /** What the application itself says of its pools. */
    public Readiness readiness() throws IOException, InterruptedException {
        return Readiness.of(health());
    }

    private String health() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management("/health/ready"))
                .timeout(ANSWER)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /**
     * Runs commands, one per line, as in {@code jboss-cli.sh}; it takes seconds, since a JVM starts for it.
     *
     * @return what they answered
     * @throws org.motherlode.ctl.process.ProgramFailedException when one fails
     */
    public String console(String commands) throws IOException {
        return new Console(base.image().home()).online(settings.managementPort(), commands);
    }

    /** Replaces the deployment of this file's name while the server runs. */
    public void redeploy(Path ear) throws IOException {
        console("deploy --force " + ear.toAbsolutePath());
    }

    public URI web(String path) {
        return URI.create("http://127.0.0.1:" + settings.httpPort() + path);
    }

    /** Health, figures and console live on this port. */
    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + settings.managementPort() + path);
    }

    /** Of the JVM; the child that we started is a shell. */
    public long pid() {
        return child.offspring().findFirst().map(ProcessHandle::pid).orElse(child.pid());
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    /** Returns when it has ended. */
    public void awaitEnd() throws InterruptedException {
        child.awaitEnd();
    }

    public Path log() {
        return base.log();
    }

    /** SIGKILL, as the power cord would. */
    public void kill() throws InterruptedException {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
