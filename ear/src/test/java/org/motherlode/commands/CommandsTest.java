package org.motherlode.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.process.Told;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsTest {
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration WHOLE_DEMO = Duration.ofMinutes(10);
    /** What the script itself calls. */
    private static final List<String> OF_THE_SCRIPT =
            List.of("bash", "dirname", "readlink", "find", "sed", "mkdir", "cp", "mv", "id");

    private static final String BROKEN_POOL =
            """
            name = mine
            chain = monero
            node = http://127.0.0.1:1
            ports = 127.0.0.1:2 cryptonote 10
            monero.wallet-password = dragon;hunter2
            """;

    @TempDir
    static Path folder;

    private static Checkout checkout = new Checkout(Path.of("not yet"));

    @BeforeAll
    static void copy() throws IOException {
        checkout = Checkout.in(folder);
    }

    /** The last one: with the work folder it deletes the mark of the build, without which the others would build all. */
    @Order(Integer.MAX_VALUE)
    @Tag("long")
    @Timeout(3_600)
    @Test
    void a_demo_pays_and_clean_leaves_nothing_of_it() throws IOException {
        Program.Ending demo = checkout.call(Map.of(), WHOLE_DEMO, "demo", "--once", "--port-offset", freeOffset());

        assertThat(demo.output())
                .contains("the pool is open:", "% of the expected work", "paid:", "the wallet of amy holds");
        assertThat(demo.output()).endsWith("done\n");
        assertThat(demo.status()).isZero();
        assertThat(checkout.processes()).isEmpty();

        Program.Ending clean = checkout.call(Map.of(), SHORT, "clean");

        assertThat(clean.status()).as(clean.output()).isZero();
        assertThat(folder.resolve(".motherlode")).doesNotExist();
        assertThat(checkout.processes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "test",
                "build",
                "run",
                "bench",
                "clean",
                "simulate",
                "backup",
                "restore",
                "verify-backup",
                "verify-block"
            })
    void each_command_helps(String command) {
        String[] arguments =
                Stream.of(command, "--help").filter(word -> !word.isEmpty()).toArray(String[]::new);

        Program.Ending help = checkout.call(Map.of(), SHORT, arguments);

        assertThat(help.status()).as(help.output()).isZero();
        assertThat(help.output()).contains("Usage: motherlode " + command);
    }

    @Test
    void what_is_no_command_or_option_is_told_with_status_2() {
        Program.Ending command = checkout.call(Map.of(), SHORT, "demmo");
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.output()).contains("demmo", "demo");

        Program.Ending option = checkout.call(Map.of(), SHORT, "run");
        assertThat(option.status()).isEqualTo(2);
        assertThat(option.output()).contains("Missing required option: '--pool=FILE'");

        Program.Ending bench = checkout.call(Map.of(), SHORT, "bench", "path", "lateness", "--rounds", "1");
        assertThat(bench.status()).isEqualTo(2);
        assertThat(bench.output()).contains("there is no bench 'lateness'; there are", "latency");
    }

    /** Of a block that its own test has, from a file that holds, one that was changed, and one that is no bundle. */
    @Test
    void a_block_is_verified_without_anything_else() throws IOException {
        Path bundle = Path.of(System.getProperty("motherlode.project"))
                .resolve("ctl/src/test/resources/org/motherlode/ctl/audit/block.json");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(
                elsewhere.resolve("changed.json"),
                Files.readString(bundle).replace("\"credit\": \"0\"", "\"credit\": \"1\""));

        Program.Ending good = checkout.call(Map.of(), SHORT, "verify-block", bundle.toString(), "--miner", "4bob");
        assertThat(good.output()).contains("holds  4bob is number 2 of 5", "All of it holds.");
        assertThat(good.status()).isZero();

        Program.Ending bad = Program.of(List.of("../motherlode", "verify-block", "changed.json"))
                .in(elsewhere)
                .with(Map.of("JAVA_HOME", System.getProperty("java.home")))
                .within(SHORT)
                .run();
        assertThat(bad.output()).contains("WRONG  wrong credits: 4eve should have 0 and has 1");
        assertThat(bad.status()).isEqualTo(1);

        Program.Ending none = checkout.call(Map.of(), SHORT, "verify-block", "motherlode");
        assertThat(none.output()).contains("motherlode: motherlode: this is no whole JSON document");
        assertThat(none.status()).isEqualTo(2);
    }

    @Test
    void a_broken_pool_file_is_told_by_its_key_and_without_the_secret() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.properties"), BROKEN_POOL);

        Program.Ending run = checkout.call(Map.of(), SHORT, "run", "--pool", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output())
                .contains("broken.properties: the value of monero.wallet-password must have no ';'")
                .doesNotContain("dragon", "hunter2", "Exception");
    }

    @Test
    void where_apt_cannot_help_each_missing_thing_is_named_with_the_variable_that_gives_it() throws IOException {
        Map<String, String> environment =
                new HashMap<>(Map.of("PATH", bareFolder().toString()));
        for (Told variable : Told.values())
            environment.put(variable.name(), ""); // whoever runs the tests may need them

        Program.Ending demo = checkout.call(environment, SHORT, "demo");

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.output())
                .contains("these are missing:")
                .contains("gcc: set CC", "monerod: set MONEROD", "monero-wallet-rpc: set MONERO_WALLET_RPC")
                .contains("xz: install it to unpack PostgreSQL, or set MOTHERLODE_POSTGRES")
                .doesNotContain("apt-get", "Exception");
    }

    @Test
    void a_variable_that_names_nothing_is_told() {
        Program.Ending demo =
                checkout.call(Map.of("MONEROD", "/nowhere/monerod", "RANDOMX_LIBRARY", "/nowhere/lib"), SHORT, "demo");

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.output())
                .contains("MONEROD must name an executable program, but is '/nowhere/monerod'")
                .contains("RANDOMX_LIBRARY must name a file, but is '/nowhere/lib'");
    }

    @Test
    void a_stranger_on_the_stratum_port_is_named_before_anything_is_started() throws IOException {
        String offset = freeOffset();
        int stratum = DemoPorts.standard(Integer.parseInt(offset)).stratum();
        try (ServerSocket stranger = new ServerSocket(stratum, 1, InetAddress.getLoopbackAddress())) {
            Program.Ending demo = checkout.call(Map.of(), SHORT, "demo", "--port-offset", offset);

            assertThat(demo.status()).isEqualTo(1);
            assertThat(demo.output())
                    .contains("port " + stranger.getLocalPort() + ", wanted for miners (Stratum), is taken by process "
                            + ProcessHandle.current().pid() + " (java)")
                    .contains("./motherlode demo --port-offset ");
        }
    }

    /** Below the range of outgoing connections, and elsewhere than another run of this test at the same time. */
    private static String freeOffset() throws IOException {
        return Integer.toString(
                DemoPorts.freeOffset((int) (ProcessHandle.current().pid() % 40 + 1) * 100));
    }

    /** A folder of nothing but what the script itself needs. */
    private static Path bareFolder() throws IOException {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        for (String program : OF_THE_SCRIPT) {
            Path there = Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Path caller = Files.writeString(bare.resolve(program), "#!/bin/sh\nexec " + there + " \"$@\"\n");
            Files.setPosixFilePermissions(caller, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bare;
    }
}
