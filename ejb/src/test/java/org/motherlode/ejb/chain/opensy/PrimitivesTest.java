package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;

class PrimitivesTest {
    static Stream<JsonObject> vectors() {
        return Stream.of("vectors", "vectors-testnet").flatMap(name -> Recorded.vectors(name).stream());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_header_is_read_and_written_byte_by_byte(JsonObject vector) throws Exception {
        byte[] bytes = Octets.ofHex(vector.getString("header")).toBytes();

        Header header = Header.read(new WireReader(bytes));

        assertThat(header.toBytes()).isEqualTo(bytes).hasSize(Header.BYTES);
        assertThat(header.bits())
                .isEqualTo(CompactBits.ofHex(vector.getString("bits")).orElseThrow());
        assertThat(vector.getInt("nonceOffset")).isEqualTo(Header.NONCE_OFFSET);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_block_is_known_by_the_double_hash_of_its_header_and_not_by_its_proof_of_work(JsonObject vector) {
        String id = Header.id(Octets.ofHex(vector.getString("header")).toBytes());

        assertThat(id).isNotEqualTo(vector.getString("randomxHash"));
        if (vector.containsKey("blockId")) {
            assertThat(id).isEqualTo(vector.getString("blockId"));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_key_is_of_the_block_that_the_node_took_it_from(JsonObject vector) {
        long height = vector.getInt("height");

        assertThat(RandomXKey.heightFor(height)).isEqualTo(vector.getInt("keyHeight"));
    }

    /** The first block of regtest, whose id people read the other way round. */
    @Test
    void the_key_is_the_id_in_the_order_of_headers() {
        assertThat(RandomXKey.of("67fb155259a269da63429b2d84149027fc4a9a366236bc849fddff3a2554cd50")
                        .hex())
                .isEqualTo("50cd54253affdd9f84bc3662369a4afc279014842d9b4263da69a2595215fb67");
    }

    @ParameterizedTest
    @CsvSource({"1,0", "31,0", "32,0", "63,0", "64,32", "95,32", "96,64", "127,64", "128,96", "2048,2016"})
    void the_key_changes_every_32_blocks(long height, long keyHeight) {
        assertThat(RandomXKey.heightFor(height)).isEqualTo(keyHeight);
    }

    @ParameterizedTest
    @CsvSource({"1,-1", "31,-1", "32,-1", "33,32", "63,32", "64,-1", "65,64", "95,64", "96,-1", "97,96"})
    void the_next_key_is_known_as_soon_as_its_block_is_there(long height, long keyHeight) {
        assertThat(RandomXKey.nextHeightFor(height))
                .isEqualTo(keyHeight < 0 ? OptionalLong.empty() : OptionalLong.of(keyHeight));
        if (keyHeight >= 0) {
            long change = (height / 32 + 1) * 32;
            assertThat(RandomXKey.heightFor(change)).isEqualTo(keyHeight);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "207fffff,7fffff0000000000000000000000000000000000000000000000000000000000",
        "2000ffff,00ffff0000000000000000000000000000000000000000000000000000000000",
        "1f00ffff,0000ffff00000000000000000000000000000000000000000000000000000000",
        "1e00ffff,000000ffff000000000000000000000000000000000000000000000000000000",
        "1b0404cb,00000000000404cb000000000000000000000000000000000000000000000000",
        "03123456,0000000000000000000000000000000000000000000000000000000000123456",
        "02123400,0000000000000000000000000000000000000000000000000000000000001234"
    })
    void bits_are_a_target(String bits, String target) {
        CompactBits read = CompactBits.ofHex(bits).orElseThrow();

        assertThat(read.target()).contains(new BigInteger(target, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "01003456", "04923456", "ff123456", "217fffff", "20ffffff"})
    void bits_that_are_negative_zero_or_too_large_are_no_target(String bits) {
        assertThat(CompactBits.ofHex(bits).orElseThrow().target()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,51",
        "2,52",
        "16,60",
        "17,0111",
        "127,017f",
        "128,028000",
        "131,028300",
        "132,028400",
        "255,02ff00",
        "256,020001",
        "32767,02ff7f",
        "32768,03008000",
        "1050000,03900510"
    })
    void a_height_is_pushed_as_the_chain_wants_it(long height, String script) {
        assertThat(Octets.of(Scripts.height(height)).hex()).isEqualTo(script);
    }

    @Test
    void a_branch_comes_to_the_root_of_the_whole_tree_whatever_its_size() {
        for (int others = 0; others <= 40; others++) {
            List<byte[]> leaves = new ArrayList<>();
            for (int i = 0; i <= others; i++) {
                leaves.add(Sha256d.hash(new byte[] {(byte) i}));
            }

            byte[] root = MerkleBranch.besides(leaves.subList(1, leaves.size())).root(leaves.get(0));

            assertThat(root).as("with %s others", others).isEqualTo(StandInChecks.root(leaves));
        }
    }

    @Test
    void a_job_with_two_thousand_transactions_costs_eleven_hashes_of_the_tree() {
        List<byte[]> others = new ArrayList<>();
        for (int i = 1; i < 2_000; i++) {
            others.add(Sha256d.hash(new byte[] {(byte) i, (byte) (i >> 8)}));
        }

        assertThat(MerkleBranch.besides(others).siblings()).hasSize(11);
    }

    @Test
    void a_transactions_id_and_size_leave_the_witness_out_as_the_node_does() throws Exception {
        JsonObject recorded = Recorded.response("gettransaction-confirmed").getJsonObject("result");

        Transaction read =
                Transaction.of(Octets.ofHex(recorded.getString("hex")).toBytes());

        assertThat(read.id()).isEqualTo(recorded.getString("txid"));
        assertThat(BlockHash.text(Sha256d.hash(read.bytes().toBytes()))).isEqualTo(recorded.getString("wtxid"));
        assertThat(read.virtualSize()).isEqualTo((821 + 3) / 4);
        assertThat(read.outputs().stream().mapToLong(Transaction.Output::value))
                .contains(250_012_345_678L, 10_050_000_000L, 100_000_000L);
        assertThat(read.inputs())
                .singleElement()
                .satisfies(input -> assertThat(input.outpoint()).endsWith(":0").hasSize(66));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02", "0200000000", "020000000002", "0200000001", "02000000fd0100"})
    void bytes_that_are_no_transaction_are_named(String hex) {
        assertThatThrownBy(() -> Transaction.of(Octets.ofHex(hex).toBytes()))
                .isInstanceOf(UnreadableBytesException.class);
    }
}
