package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/** What a miner calls itself and its machines is shown and logged everywhere: what of it could be more than a name is left out. */
class HarmlessNamesTest {
    private static final String WORKER = "[A-Za-z0-9._-]{1,64}";
    private static final String AGENT = "[A-Za-z0-9 ._/()+:-]{0,100}";

    @TempDir
    Path folder;

    /** As they stand in a JSON text. */
    static Stream<String> names() {
        return Stream.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "a\\r\\nINFO forged line",
                "\\u001b[31mred\\u001b[0m",
                "zero\\u0000byte",
                "\\u202egnp.exe",
                "\\u2028\\u2029\\ufeff",
                "\\ud83d\\ude00 \\ud800",
                "O'Neil\\\"; DROP TABLE pool_share; --",
                "${jndi:ldap://192.0.2.1/x}",
                "%n%s%1$s",
                "=cmd|' /C calc'!A0",
                "../../etc/passwd",
                "a,b\\tc;d&amp;e`f`$(g)",
                "x".repeat(250));
    }

    @ParameterizedTest
    @MethodSource("names")
    void of_a_hostile_name_only_what_is_harmless_is_kept(String name) throws Exception {
        for (String where : new String[] {
            "\"login\":\"miner1\",\"agent\":\"" + name + "\"",
            "\"login\":\"miner1\",\"pass\":\"" + name + "\"",
            "\"login\":\"miner1\",\"rigid\":\"" + name.substring(0, Math.min(name.length(), 128)) + "\"",
            "\"login\":\"miner1." + name.replace("+", "") + "\""
        }) {
            MinerFigures figures = loggedIn(where);

            assertThat(figures.worker()).matches(WORKER);
            assertThat(figures.agent()).matches(AGENT);
        }
    }

    @Test
    void what_is_harmless_in_it_stays() throws Exception {
        MinerFigures figures = loggedIn(
                "\"login\":\"miner1\",\"rigid\":\"rig<b>-7\","
                        + "\"agent\":\"XMRig/6.26.0 (Linux x86_64) libuv/1.51.0<script>\\u001b[31m\\r\\n'\\\"\\u202e gcc/14.2+x:y\"");

        assertThat(figures.worker()).isEqualTo("rigb-7");
        assertThat(figures.agent()).isEqualTo("XMRig/6.26.0 (Linux x86_64) libuv/1.51.0script31m gcc/14.2+x:y");
    }

    private MinerFigures loggedIn(String params) throws Exception {
        SessionStage stage = new SessionStage(folder, new CryptonoteDialect(), PlainTemplate.at(10), "");
        stage.say("{\"id\":1,\"method\":\"login\",\"params\":{" + params + "}}");
        return stage.session.figures().orElseThrow();
    }
}
