package org.motherlode.ctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class PortOffsetTest {
    @Test
    void a_distance_that_leads_beyond_the_ports_is_a_wrong_argument() {
        CommandSpec command = new CommandLine(CommandSpec.create()).getCommandSpec();

        PortOffset.check(command, 0, 100);
        PortOffset.check(command, 100, 100);
        for (int wrong : new int[] {-1, 101}) {
            assertThatThrownBy(() -> PortOffset.check(command, wrong, 100))
                    .isInstanceOf(ParameterException.class)
                    .hasMessage("--port-offset must be from 0 to 100, not " + wrong);
        }
        assertThat(command.exitCodeOnInvalidInput()).isEqualTo(2);
    }
}
