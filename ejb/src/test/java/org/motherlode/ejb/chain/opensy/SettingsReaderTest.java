package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.pool.SettingException;

class SettingsReaderTest {
    @Test
    void address_and_login_are_enough_and_the_rest_has_defaults() throws Exception {
        OpenSySettings settings = read(Map.of());

        assertThat(settings.network()).isEqualTo(Network.MAINNET);
        assertThat(settings.depths()).isEqualTo(new Depths(101, 100, 20));
        assertThat(settings.coinbase().text()).isEqualTo("Motherlode");
        assertThat(settings.longPoll())
                .hasValueSatisfying(limits -> assertThat(limits.silenceMillis()).isEqualTo(90_000));
        assertThat(settings.walletName()).isEmpty();
        assertThat(settings.feeRate()).isEqualTo(10);
        assertThat(settings.searchBlocks()).isEqualTo(2_000);
        assertThat(settings.failures()).isEqualTo(5);
        assertThat(settings.login().value()).contains("Basic bWU6c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    opensy.network                  | fakenet | must be one of [mainnet, testnet, testnet4, signet, regtest]
                    opensy.network                  | regtest | opensy.address must be an address of the pool's wallet on regtest; this is one of another
                    opensy.address                  | syl1    | must be an address of the pool's wallet on mainnet. The checksum
                    opensy.pool-text                | café    | must have at most 60 characters, all of them ASCII
                    opensy.confirmations            | 100     | must be a whole number from 101 to 1000000
                    opensy.orphan-depth             | 19      | must be a whole number from 20
                    opensy.payout-confirmations     | 5       | must be a whole number from 6
                    opensy.fee-rate                 | 0       | must be a whole number from 1 to 10000
                    opensy.search-blocks            | 99      | must be a whole number from 100
                    opensy.node-login               | me      | must be user:password
                    opensy.node-cookie              | /x      | one of the two and not both
                    opensy.node-failures            | 0       | must be a whole number from 1
                    opensy.node-rest-millis         | 99      | must be a whole number from 100 to 60000
                    opensy.long-poll                | perhaps | must be true or false
                    opensy.long-poll-timeout-millis | 60000   | must be a whole number from 70000
                    opensy.wallet-name              | a/b     | must be a wallet's name
                    opensy.answer-bytes             | 1048576 | must be a whole number from 16777216
                    opensy.adress                   | x       | is not a setting of an OpenSY pool; known are
                    """)
    void a_value_that_makes_no_sense_names_its_key_and_what_it_should_be(String key, String value, String words) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(words);
    }

    @Test
    void without_login_and_cookie_there_is_no_pool() {
        assertThatThrownBy(() -> OpenSySettings.of(StandIns.pool(
                        "node:9632", Map.of("opensy.address", "syl1qvg2uuau5xegn0nt8fly5m2xm84uvgn3m3aermx"))))
                .hasMessageContaining("opensy.node-login must be user:password of the node's RPC, or else"
                        + " opensy.node-cookie the path of its .cookie");
    }

    /** The page says of each key what it is. */
    @Test
    void each_key_is_documented_and_no_other() throws IOException {
        String page = Files.readString(page());

        for (SettingKey key : SettingKey.values()) {
            assertThat(page).contains("| `" + key.key() + "` |");
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `opensy.")).count())
                .isEqualTo(SettingKey.values().length);
    }

    private static Path page() {
        Path module = Path.of("").toAbsolutePath();
        return module.resolveSibling("docs/chains/opensy.md");
    }

    private static OpenSySettings read(Map<String, String> more) throws SettingException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "opensy.address", "syl1qvg2uuau5xegn0nt8fly5m2xm84uvgn3m3aermx", "opensy.node-login", "me:secret"));
        settings.putAll(more);
        return OpenSySettings.of(StandIns.pool("node:9632", settings));
    }
}
