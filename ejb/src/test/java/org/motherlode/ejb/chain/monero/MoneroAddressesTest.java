package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;

class MoneroAddressesTest {
    static final String STANDARD =
            "47TtUSGMutMKbrhrdgyGKMUWiaUubyVd7WmX7xeXmMSZZfcJM69N3EYGZhSq6zAppUbdkYKjNHsrsb7o7rNzA8KrN4GPqmG";
    static final String SUBADDRESS =
            "87zEnxraRxCFNshwpKAVMJG96bG14kX8taeBBKRkuGaXX5ZxrU6CoZV3Vekige9dQ89TERTsyVnrgAoZ21CHqFth2PXwpmz";
    static final String INTEGRATED = "4G93vvjL3ZMVet2xpNw3PmDLbuyjjDe4QJmNC1CQsZ7vgKRnFktS1Md94WwvHf5VK64uzkgHrrQ5Z3oSP"
            + "HE31ZFESSHFpzyKzPWU2nfrVe";
    static final String TESTNET =
            "9y4V6rSRbXDhmoNQpCrDBQXFM25rqFBZYBq8RepazSLSBwsj5kRtuM9iCSuz3vs9KbfZhrQj1BKRxVCpyqii7pca3vJaNFs";

    private final MoneroAddresses all = new MoneroAddresses(Network.MAINNET, EnumSet.allOf(AddressKind.class));
    private final MoneroAddresses standardOnly = new MoneroAddresses(Network.MAINNET, Set.of(AddressKind.STANDARD));

    @ParameterizedTest
    @ValueSource(strings = {STANDARD, SUBADDRESS, INTEGRATED})
    void an_address_of_each_kind_can_be_paid_where_it_is_allowed(String text) {
        assertThat(accepted(all, text)).isEqualTo(text);
    }

    @Test
    void an_address_of_another_network_is_refused_by_name() {
        assertThat(refusal(all, TESTNET))
                .isEqualTo("This is an address of Monero's testnet; this pool pays on mainnet.");
        assertThat(accepted(new MoneroAddresses(Network.TESTNET, Set.of(AddressKind.STANDARD)), TESTNET))
                .isEqualTo(TESTNET);
    }

    @Test
    void a_kind_that_the_operator_does_not_allow_is_refused_by_name() {
        assertThat(refusal(standardOnly, SUBADDRESS)).startsWith("This is a subaddress, which this pool does not pay");
        assertThat(refusal(standardOnly, INTEGRATED)).startsWith("This is an integrated address, which this pool");
    }

    @Test
    void a_changed_character_is_seen_by_the_checksum() {
        assertThat(refusal(all, STANDARD.replace("mG", "nG"))).startsWith("The checksum of this address is wrong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "47Tt", "47TtUSGMutMKbrhrdgyGKMUWiaUubyVd7WmX7xeXmMSZZfcJM69N3EYGZhSq6zAppUbdkYKjNHsrs"
            })
    void a_text_of_another_length_is_told_its_length(String text) {
        assertThat(refusal(all, text))
                .startsWith("A Monero address has 95 characters")
                .contains("this one has " + text.length() + ".");
    }

    @Test
    void a_character_outside_the_alphabet_is_said() {
        assertThat(refusal(all, STANDARD.replace('S', '0'))).contains("never 0, O, I or l");
    }

    @Test
    void a_block_that_overflows_its_bytes_is_refused() {
        assertThat(refusal(all, "z".repeat(95))).startsWith("The checksum of this address is wrong");
    }

    @Test
    void a_tag_of_another_coin_is_refused() {
        assertThat(refusal(all, encoded(Octets.of((byte) 17), spendKey(STANDARD), spendKey(STANDARD))))
                .isEqualTo("This is not a Monero address: its tag 17 belongs to another coin.");
    }

    /** y = 2 is on no point: (y^2 - 1) / (d y^2 + 1) has no root. */
    @Test
    void a_key_that_is_no_point_of_the_curve_is_refused() {
        Octets notAPoint = Octets.ofHex("02" + "00".repeat(31));

        assertThat(refusal(all, encoded(Octets.of((byte) 18), notAPoint, spendKey(STANDARD))))
                .startsWith("The public spend key in this address is not a point on the curve");
        assertThat(refusal(all, encoded(Octets.of((byte) 18), spendKey(STANDARD), notAPoint)))
                .startsWith("The public view key in this address is not a point on the curve");
    }

    @Test
    void an_integrated_tag_on_a_standard_length_is_refused() {
        assertThat(refusal(all, encoded(Octets.of((byte) 19), spendKey(STANDARD), spendKey(STANDARD))))
                .startsWith("This address begins like an integrated address but has the length of another kind");
    }

    @Test
    void the_spend_key_of_the_testnet_vector_is_decoded() {
        assertThat(spendKey(TESTNET).hex())
                .isEqualTo("9b864f38907bd0f3c324cd741bbc03b4d643c4b2f1ab1740bf423b4e59598341");
    }

    @Test
    void only_integrated_addresses_are_paid_alone() {
        assertThat(PaymentConstruction.isPaidAlone(new MinerAddress(INTEGRATED)))
                .isTrue();
        assertThat(PaymentConstruction.isPaidAlone(new MinerAddress(STANDARD))).isFalse();
    }

    private static Octets spendKey(String address) {
        return Octets.of(Base58.decode(address).orElseThrow()).slice(1, 32);
    }

    /** An address with a good checksum over these bytes. */
    private static String encoded(Octets tag, Octets spend, Octets view) {
        byte[] body = Arrays.concatenate(tag.toBytes(), spend.toBytes(), view.toBytes());
        return Base58Writing.encode(Arrays.concatenate(body, Arrays.copyOf(Keccak.hash(body), 4)));
    }

    private static String accepted(MoneroAddresses parser, String text) {
        return parser.parse(text).fold(payable -> payable.address().text(), refused -> refused.sentence());
    }

    private static String refusal(MoneroAddresses parser, String text) {
        return parser.parse(text).fold(payable -> "accepted", AddressVerdict.Refused::sentence);
    }
}
