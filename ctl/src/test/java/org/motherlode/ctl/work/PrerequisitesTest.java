package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrerequisitesTest {
    @TempDir
    Path folder;

    @Test
    void each_program_that_is_not_on_the_path_is_named_with_the_variable_that_gives_it() {
        assertThat(Prerequisites.lacking(new Machine(Map.of("PATH", folder.toString()))))
                .contains("gcc: set CC to a C compiler", "monerod: set MONEROD to the path of monerod 0.18")
                .contains("monero-wallet-rpc: set MONERO_WALLET_RPC to the path of monero-wallet-rpc 0.18")
                .anyMatch(sentence -> sentence.startsWith("xz: ") && sentence.contains("MOTHERLODE_POSTGRES"));
    }

    @Test
    void what_a_variable_names_is_not_missing() throws IOException {
        Path program = program("program");
        for (String name : new String[] {"initdb", "pg_ctl", "postgres"}) program("bin/" + name);
        Map<String, String> told = Map.of(
                "PATH", folder.toString(),
                "CC", program.toString(),
                "MONEROD", program.toString(),
                "MONERO_WALLET_RPC", program.toString(),
                "RANDOMX_LIBRARY", program.toString(),
                "MOTHERLODE_POSTGRES", folder.toString());

        assertThat(Prerequisites.lacking(new Machine(told))).containsExactly("setpriv: " + SETPRIV);
    }

    @Test
    void a_variable_that_names_nothing_is_told_though_the_usual_place_has_the_program() {
        Machine machine = new Machine(Map.of("MONEROD", "/nowhere", "MOTHERLODE_POSTGRES", folder.toString()));

        assertThat(Prerequisites.lacking(machine))
                .contains("MONEROD must name an executable program, but is '/nowhere'")
                .contains("MOTHERLODE_POSTGRES must name a folder with bin/initdb, bin/pg_ctl, bin/postgres, but is '"
                        + folder + "'");
    }

    @Test
    void one_variable_gives_one_thing() {
        Machine machine = new Machine(Map.of("PATH", folder.toString(), "RANDOMX_LIBRARY", "/etc/hostname"));

        assertThat(Prerequisites.lacking(machine)).anyMatch(sentence -> sentence.startsWith("monerod: "));
    }

    private static final String SETPRIV = "install util-linux; root starts PostgreSQL as another user with it";

    private Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
