package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;

class SettingsReaderTest {
    @Test
    void an_address_is_enough_and_the_rest_has_defaults() throws Exception {
        MoneroSettings settings = read(Map.of());

        assertThat(settings.network()).isEqualTo(Network.MAINNET);
        assertThat(settings.allowed()).containsExactlyInAnyOrder(AddressKind.values());
        assertThat(settings.depths()).isEqualTo(new Depths(60, 60, 10));
        assertThat(settings.wallet().limits().silenceMillis()).isEqualTo(300_000);
        assertThat(settings.wallet().limits().connections()).isEqualTo(1);
        assertThat(settings.feed()).isEmpty();
        assertThat(settings.walletFile()).isEmpty();
    }

    @Test
    void what_is_set_is_read() throws Exception {
        MoneroSettings settings = read(Map.of(
                "monero.allow-subaddress", "false",
                "monero.confirmations", "100",
                "monero.zmq", "tcp://node:18083",
                "monero.node-login", "me:se:cret",
                "monero.wallet-file", "pool"));

        assertThat(settings.allowed()).containsExactlyInAnyOrder(AddressKind.STANDARD, AddressKind.INTEGRATED);
        assertThat(settings.depths().maturity()).isEqualTo(100);
        assertThat(settings.feed()).contains(new ZmqFeed("tcp://node:18083", 1_000));
        assertThat(settings.node().address().login()).contains(new RpcAddress.Login("me", "se:cret"));
        assertThat(settings.walletFile()).contains(new WalletFile("pool", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    monero.network               | regtest          | must be one of [mainnet, testnet, stagenet]
                    monero.network               | stagenet         | KEY monero.address must be the primary address
                    monero.address               | 47Tt             | A Monero address has 95 characters
                    monero.allow-integrated      | yes              | must be true or false, not 'yes'
                    monero.confirmations         | 59               | must be a whole number from 60 to 1000000
                    monero.orphan-depth          | 19               | must be a whole number from 20 to 1000000
                    monero.payout-confirmations  | 1.5              | must be a whole number from 10 to 1000000
                    monero.wallet-timeout-millis | 15000            | must be a whole number from 300000
                    monero.node-login            | admin            | must be user:password
                    monero.zmq                   | 127.0.0.1:18083  | must be tcp://host:port
                    monero.v2-version            | 12               | must be a whole number from 13 to 255, not '12'
                    monero.v2-version            | never            | must be a whole number from 13 to 255
                    monero.zmq-reconnect-millis  | 0                | must be a whole number from 100
                    monero.adress                | x                | is not a setting of a Monero pool; known are
                    """)
    void a_value_that_makes_no_sense_names_its_key_and_what_it_should_be(String key, String value, String words) {
        String expected = words.startsWith("KEY ") ? words.substring(4) : words;

        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(words.startsWith("KEY ") ? "monero." : key + " ")
                .hasMessageContaining(expected);
    }

    @Test
    void a_subaddress_cannot_be_mined_to() {
        assertThatThrownBy(() -> read(Map.of("monero.address", MoneroAddressesTest.SUBADDRESS)))
                .isInstanceOf(SettingException.class)
                .hasMessageEndingWith("this is a subaddress of mainnet");
    }

    @ParameterizedTest
    @CsvSource({
        "http://node:18081,http://node:18081",
        "node:18081,http://node:18081",
        "https://node:18081/,https://node:18081",
        "[::1]:18081,http://[::1]:18081"
    })
    void a_node_is_named_by_host_and_port(String text, String base) throws Exception {
        assertThat(RpcAddress.parse("node", text, Optional.empty()).base()).hasToString(base);
    }

    @ParameterizedTest
    @CsvSource({
        "node",
        "http://node",
        "ftp://node:1",
        "http://node:1/json_rpc",
        "http://u:secret@node:1",
        "node:99999",
        "''"
    })
    void another_node_address_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> RpcAddress.parse("node", text, Optional.empty()))
                .isInstanceOf(SettingException.class)
                .hasMessage("node must be http://host:port or https://host:port, without path or login");
    }

    @Test
    void passwords_never_show() throws Exception {
        MoneroSettings settings = read(Map.of(
                "monero.wallet-login", "me:secret", "monero.wallet-file", "pool", "monero.wallet-password", "secret"));

        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void the_factory_names_its_keys_and_opens_without_a_node() throws Exception {
        MoneroChains factory = new MoneroChains();

        assertThat(factory.settingKeys()).contains("monero.address").allMatch(key -> key.startsWith("monero."));
        try (var chain = factory.open(pool(Map.of()))) {
            assertThat(chain.id()).isEqualTo(factory.id());
            assertThat(chain.pow()).isEqualTo(PowPlan.only(new PowId("rx/0")));
        }
    }

    @Test
    void with_a_version_of_the_second_function_the_chain_says_that_it_may_be_asked_for() throws Exception {
        try (var chain = new MoneroChains().open(pool(Map.of("monero.v2-version", "17")))) {
            assertThat(chain.pow()).isEqualTo(new PowPlan(new PowId("rx/0"), List.of(new PowId("rx/2"))));
        }
    }

    private static MoneroSettings read(Map<String, String> more) throws SettingException {
        return MoneroSettings.of(pool(more));
    }

    private static PoolDefinition pool(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("monero.address", MoneroAddressesTest.STANDARD));
        settings.putAll(more);
        settings.put("payout.threshold", "0.1");
        return new PoolDefinition(
                new PoolName("test"),
                Monero.ID,
                "127.0.0.1:18081",
                "127.0.0.1:18083",
                List.of(),
                false,
                new Settings(settings));
    }
}
