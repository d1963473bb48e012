package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.chain.AddressVerdict;

class OpenSyAddressesTest {
    private static final String MAINNET = "syl1qvg2uuau5xegn0nt8fly5m2xm84uvgn3m3aermx";
    private static final String REGTEST = "rsyl1qw5vr9e08qptslzgq5t70tvpln3t0euuykt5wyg";

    /** All four kinds, with the scripts that the node has for them. */
    @ParameterizedTest
    @ValueSource(strings = {"bech32", "bech32m", "legacy", "p2sh"})
    void an_address_of_each_kind_has_the_script_that_the_node_says(String kind) throws Exception {
        JsonObject said = Recorded.response("validateaddress-" + kind).getJsonObject("result");
        String text = said.getString("address");

        assertThat(OpenSyAddress.parse(text).script().hex()).isEqualTo(said.getString("scriptPubKey"));
        assertThat(judged(Network.REGTEST, text)).isEqualTo(text);
    }

    @Test
    void an_address_of_mainnet_is_one() throws Exception {
        JsonObject said =
                Recorded.response("mainnet-validateaddress-seed-bech32").getJsonObject("result");

        assertThat(judged(Network.MAINNET, MAINNET)).isEqualTo(MAINNET);
        assertThat(OpenSyAddress.parse(MAINNET).script().hex()).isEqualTo(said.getString("scriptPubKey"));
    }

    @Test
    void capitals_are_the_same_address_in_its_canonical_spelling() {
        assertThat(judged(Network.MAINNET, MAINNET.toUpperCase(Locale.ROOT))).isEqualTo(MAINNET);
    }

    /** The node calls these invalid without saying why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAINNET | " + REGTEST + " | This is an address of OpenSY's regtest; this pool pays on mainnet, where"
                        + " addresses begin with syl1.",
                "REGTEST | " + MAINNET + " | This is an address of OpenSY's mainnet; this pool pays on regtest",
                "TESTNET | " + REGTEST + " | This is an address of OpenSY's regtest; this pool pays on testnet",
                "MAINNET | fMmvpAsHi6uUYtRVHoVpovTZLH4fMbqbEm | This is an address of OpenSY's testnet, testnet4 and"
                        + " signet, regtest; this pool pays on mainnet",
            })
    void an_address_of_another_network_is_refused_in_words(Network network, String text, String words) {
        assertThat(judged(network, text)).startsWith(words);
    }

    @Test
    void base_58_of_the_test_networks_is_alike() {
        assertThat(judged(Network.TESTNET, "fMmvpAsHi6uUYtRVHoVpovTZLH4fMbqbEm"))
                .isEqualTo("fMmvpAsHi6uUYtRVHoVpovTZLH4fMbqbEm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsyl1qw5vr9e08qptslzgq5t70tvpln3t0euuykt5wyq | The checksum of this address is wrong",
                "Rsyl1qw5vr9e08qptslzgq5t70tvpln3t0euuykt5wyg | The checksum of this address is wrong",
                "fMmvpAsHi6uUYtRVHoVpovTZLH4fMbqbEn | The checksum of this address is wrong",
                "sy1qvg2uuau5xegn0nt8fly5m2xm84uvgn3m3aermx | This is not an OpenSY address",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 | This is not an OpenSY address",
                "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa | This is not an OpenSY address: its version 0 belongs to another",
                "0OIl | This is not an OpenSY address",
                "f | The checksum of this address is wrong",
                "'' | The checksum of this address is wrong",
                "syl1 | The checksum of this address is wrong",
            })
    void what_is_no_address_is_refused_in_words(String text, String words) {
        assertThat(judged(Network.MAINNET, text)).startsWith(words);
    }

    /** Made with {@link Bech32Writing}: right checksums of what nobody can own. */
    @Test
    void a_version_that_the_chain_does_not_know_is_refused() {
        assertThat(judged(Network.MAINNET, Bech32Writing.address("syl", 2, new byte[32], Bech32.Form.BECH32M)))
                .startsWith("An address of version 2 with 32 bytes has no owner that the chain knows");
        assertThat(judged(Network.MAINNET, Bech32Writing.address("syl", 1, new byte[20], Bech32.Form.BECH32M)))
                .startsWith("An address of version 1 with 20 bytes");
        assertThat(judged(Network.MAINNET, Bech32Writing.address("syl", 0, new byte[21], Bech32.Form.BECH32)))
                .startsWith("An address of version 0 with 21 bytes");
    }

    /** BIP 350: a version must have its own checksum, or an old wallet pays where nobody can spend. */
    @Test
    void the_checksum_of_another_version_is_refused() {
        assertThat(judged(Network.MAINNET, Bech32Writing.address("syl", 0, new byte[20], Bech32.Form.BECH32M)))
                .startsWith("This address has the checksum of another version");
        assertThat(judged(Network.MAINNET, Bech32Writing.address("syl", 1, new byte[32], Bech32.Form.BECH32)))
                .startsWith("This address has the checksum of another version");
    }

    @Test
    void what_is_written_is_read() {
        assertThat(judged(Network.TESTNET4, Bech32Writing.address("tsyl", 1, new byte[32], Bech32.Form.BECH32M)))
                .startsWith("tsyl1p");
    }

    private static String judged(Network network, String text) {
        Function<AddressVerdict.Refused, String> words = AddressVerdict.Refused::sentence;
        return new OpenSyAddresses(network)
                .parse(text)
                .fold(payable -> payable.address().text(), words);
    }
}
