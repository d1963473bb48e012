package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motherlode.web.ExampleProjections.MONERO;
import static org.motherlode.web.ExampleProjections.OPENSY;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.block.BlockState;
import org.motherlode.web.ExampleAudits;
import org.motherlode.web.ExampleProjections;

class AuditAnswersTest {
    private final ExampleAudits audits = new ExampleAudits();
    private final AuditAnswers answers = new AuditAnswers(
            audits, new Downloads(new DownloadBounds(1, Duration.ofSeconds(60)), () -> ExampleProjections.NOON));

    @Test
    void a_bundle_has_all_lines_and_only_text() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answers.bundle(block()).write(bytes);
        JsonObject bundle = json(bytes.toByteArray());

        assertThat(bundle.keySet())
                .containsExactly(
                        "format",
                        "pool",
                        "chain",
                        "asset",
                        "asset_decimals",
                        "block",
                        "terms",
                        "window",
                        "division",
                        "lines",
                        "merkle_root",
                        "fingerprint");
        assertThat(bundle.getJsonArray("lines"))
                .hasToString("[{\"owner\":\"4Amy\",\"weight\":\"2\",\"credit\":\"66\",\"remainder\":\"0\"},"
                        + "{\"owner\":\"4Bob\",\"weight\":\"1\",\"credit\":\"33\",\"remainder\":\"0\"}]");
        assertThat(bundle.getJsonObject("terms"))
                .hasToString(
                        "{\"version\":\"1\",\"scheme\":\"PPLNS\",\"fee_basis_points\":\"100\",\"window_percent\":\"150\","
                                + "\"unfilled\":\"SCALE\",\"finder_bonus_basis_points\":\"0\"}");
        assertThat(bundle.getString("merkle_root")).matches("[0-9a-f]{64}");
    }

    @Test
    void a_line_has_the_same_root() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answers.bundle(block()).write(bytes);
        JsonObject line = json(answers.line(block(), ExampleAudits.BOB));

        assertThat(line.getString("merkle_root"))
                .isEqualTo(json(bytes.toByteArray()).getString("merkle_root"));
        assertThat(line.getString("index")).isEqualTo("1");
        assertThat(line.getJsonArray("path")).hasSize(1);
        assertThat(line.getJsonObject("line").getString("owner")).isEqualTo(ExampleAudits.BOB);
        assertThatThrownBy(() -> answers.line(block(), "4Eve"))
                .hasMessage("The address is good, but has no part in block 7.");
    }

    @Test
    void the_tag_changes_with_the_block() {
        String before = AuditAnswers.tag(block());
        assertThat(AuditAnswers.tag(block())).isEqualTo(before);

        audits.state = BlockState.MATURE;
        assertThat(AuditAnswers.tag(block())).isNotEqualTo(before);
    }

    @Test
    void who_takes_nothing_more_gets_no_more_and_his_place_is_free() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("closed");
            }
        };
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> answers.bundle(block()).write(closed))
                    .isInstanceOf(IOException.class)
                    .hasMessage("who asked for the bundle does not take it");
        }
    }

    @Test
    void a_bundle_whose_database_goes_away_breaks_off() {
        audits.linesUntilTheDatabaseIsAway = 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThatThrownBy(() -> answers.bundle(block()).write(bytes)).isInstanceOf(IOException.class);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("merkle_root");
    }

    @Test
    void beyond_the_places_the_answer_is_to_come_again() {
        answers.bundle(block());

        assertThatThrownBy(() -> answers.bundle(block()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(503));
    }

    @Test
    void what_is_no_block_is_said() {
        for (String id : new String[] {"", "0", "-1", "7a", "1e3", "99999999999999999999"}) {
            assertThatThrownBy(() -> answers.block(MONERO, id))
                    .hasMessage("A block is named by its id, a whole number from /api/pool/blocks.");
        }
        assertThatThrownBy(() -> answers.block(OPENSY, "7")).hasMessageStartingWith("Pool opensy has divided no block");
    }

    @Test
    void a_payment_is_told_with_all_its_receivers_and_its_key_only_if_the_operator_tells_it() {
        JsonObject payment = answers.payment(MONERO, "9");

        assertThat(payment).isEqualTo(answers.payment(MONERO, "cd"));
        assertThat(payment.getString("total_atoms")).isEqualTo("9223372036854775809");
        assertThat(payment.getString("network_fee_atoms")).isEqualTo("30");
        assertThat(payment.getJsonArray("receivers")).hasSize(2);
        assertThat(payment).doesNotContainKey("proof");

        audits.proof = Optional.of("key");
        assertThat(answers.payment(MONERO, "9").getString("proof")).isEqualTo("key");
        assertThatThrownBy(() -> answers.payment(MONERO, "10"))
                .hasMessage("Pool monero has no payment of this id or transaction.");
        assertThatThrownBy(() -> answers.payment(MONERO, "../x")).hasMessageStartingWith("A payment is named by");
    }

    private BlockAudit block() {
        return answers.block(MONERO, "7");
    }

    private static JsonObject json(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }
}
