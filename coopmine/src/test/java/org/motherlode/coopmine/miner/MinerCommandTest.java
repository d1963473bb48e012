package org.motherlode.coopmine.miner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.coopmine.CoopMine;
import picocli.CommandLine;

class MinerCommandTest {
    @ParameterizedTest
    @CsvSource({
        "miner, Missing required options",
        "miner -u a -o nowhere, a pool's address is host:port",
        "miner -u a -o stratum+ssl://pool:1, only stratum+tcp:// is spoken",
        "miner -u a -o pool:1 --threads 0, --threads must be at least 1",
        "miner -u a -o pool:1 --shares -3, --shares must be at least 1",
        "miner -u a -o pool:1 --attempts 0, --attempts must be at least 1",
        "miner -u a -o pool:1 --what, Unknown option: '--what'"
    })
    void wrong_usage_is_said_in_a_sentence_with_status_2(String line, String words) {
        StringWriter said = new StringWriter();
        CommandLine command = CoopMine.commandLine().setErr(new PrintWriter(said));

        assertThat(command.execute(line.split(" "))).isEqualTo(2);
        assertThat(said.toString()).contains(words);
    }
}
