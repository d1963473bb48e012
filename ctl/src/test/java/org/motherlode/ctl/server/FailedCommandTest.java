package org.motherlode.ctl.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailedCommandTest {
    private static final String POOL = "/subsystem=resource-adapters/resource-adapter=motherlode/admin-objects=one";

    @Test
    void only_the_command_that_failed_and_its_reason_are_told_and_not_the_value() {
        String output =
                """
                [disconnected /] embed-server --std-out=discard
                [standalone@embedded /] POOL/config-properties=node:add(value="http://127.0.0.1:1")
                {"outcome" => "success"}
                [standalone@embedded /] POOL/config-properties=settings:add(value="password = a \\"b")
                {
                    "outcome" => "failed",
                    "failure-description" => "WFLYCTL0113: an invalid value"
                }
                """
                        .replace("POOL", POOL);

        assertThat(FailedCommand.in(output))
                .isEqualTo(
                        POOL
                                + """
                /config-properties=settings:add(value=…)
                {
                    "outcome" => "failed",
                    "failure-description" => "WFLYCTL0113: an invalid value"
                }""");
    }

    @Test
    void without_a_repeated_command_all_that_was_said_is_told() {
        assertThat(FailedCommand.in("JAVA_HOME is wrong\n[x] y")).isEqualTo("JAVA_HOME is wrong\n[x] y");
    }
}
