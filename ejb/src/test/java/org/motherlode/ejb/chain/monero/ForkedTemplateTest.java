package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Answers to {@code get_block_template} as a node may give them after a fork. No node makes them yet, so they are made of a
 * recorded one: another version, and 16 reserved bytes for its 17 (the last becomes padding).
 */
class ForkedTemplateTest {
    private static final JsonObject RECORDED = Recorded.file("vector_block1").getJsonObject("template");
    private static final PowByVersion SEVENTEEN = new PowByVersion(OptionalInt.of(17));

    @Test
    void the_version_of_each_template_says_its_function() throws Exception {
        assertThat(read(template(16, 0), SEVENTEEN).pow()).isEqualTo(Monero.RX_0);
        assertThat(read(template(17, 0), SEVENTEEN).pow()).isEqualTo(Monero.RX_2);
        assertThat(read(template(16, 0), PowByVersion.NOT_SET).pow()).isEqualTo(Monero.RX_0);
        assertThat(read(template(17, 0), new PowByVersion(OptionalInt.of(255))).pow())
                .isEqualTo(Monero.RX_0);
    }

    @Test
    void a_newer_version_of_which_nobody_said_what_it_asks_for_is_no_work() {
        assertThatThrownBy(() -> read(template(17, 0), PowByVersion.NOT_SET))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessage(
                        "monerod gives no work that can be mined: its blocks are of version 17, and which proof of work"
                                + " that asks for is not known: set monero.v2-version to the version that began with RandomX 2, or"
                                + " to 255 if none did");
    }

    /** In February 2026 monero's pull request 10038 left the number of transactions at the end out. */
    @Test
    void a_hashing_blob_of_another_form_is_no_work_whatever_is_set() {
        assertThatThrownBy(() -> read(template(17, 1), SEVENTEEN))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("gave a template of a form that this version does not know");
    }

    private static MoneroTemplate read(JsonObject answer, PowByVersion functions) throws NodeUnavailableException {
        return TemplateAnswer.read(new JsonFields("monerod", answer), functions, Optional.empty());
    }

    /** {@code shorter}: by so many bytes the node's hashing blob lacks the end of ours. */
    private static JsonObject template(int version, int shorter) throws UnreadableBlobException {
        byte[] blob = Octets.ofHex(RECORDED.getString("blocktemplate_blob")).toBytes();
        int offset = RECORDED.getInt("reserved_offset");
        blob[0] = (byte) version;
        blob[offset - 1] = MoneroTemplate.EXTRA_NONCE_BYTES;
        byte[] hashing = BlockBlob.read(blob, offset, MoneroTemplate.EXTRA_NONCE_BYTES)
                .hashingBlob(new byte[MoneroTemplate.EXTRA_NONCE_BYTES]);
        return Json.createObjectBuilder(RECORDED)
                .add("blocktemplate_blob", Octets.of(blob).hex())
                .add(
                        "blockhashing_blob",
                        Octets.of(hashing).slice(0, hashing.length - shorter).hex())
                .build();
    }
}
