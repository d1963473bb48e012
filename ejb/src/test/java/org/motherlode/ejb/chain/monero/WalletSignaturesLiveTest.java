package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.MinerAddress;

/** Signatures of a real monero-wallet-rpc, and its own opinion of them beside ours. */
@Timeout(300)
class WalletSignaturesLiveTest {
    private static final List<String> TEXTS = List.of(
            "",
            "Motherlode pool monero: pay 4 only from 0.5 XMR on",
            "x".repeat(127),
            "x".repeat(128),
            "gr\u00fc\u00df \u20bf");

    @TempDir
    static Path folder;

    private static Regtest regtest;

    private final WalletSignatures ours = new WalletSignatures();

    @BeforeAll
    static void start() throws Exception {
        regtest = Regtest.start(folder).withWallet(folder);
        create("amy");
    }

    @AfterAll
    static void stop() {
        regtest.close();
    }

    @Test
    void what_the_wallet_signs_for_each_kind_of_its_addresses_is_believed() throws Exception {
        String primary = address(0);
        regtest.wallet("create_address", account().build());
        String sub = address(1);
        String integrated = regtest.wallet("make_integrated_address", JsonValue.EMPTY_JSON_OBJECT)
                .text("integrated_address");

        for (String text : TEXTS) {
            assertThat(objection(primary, text, sign(text, 0, "spend")))
                    .as(text)
                    .isEmpty();
            assertThat(objection(sub, text, sign(text, 1, "spend"))).as(text).isEmpty();
            assertThat(objection(integrated, text, sign(text, 0, "spend")))
                    .as(text)
                    .isEmpty();
            assertThat(objection(primary, text, sign(text, 1, "spend")))
                    .as("by the subaddress")
                    .isPresent();
            assertThat(objection(primary, text, sign(text, 0, "view")))
                    .as("by the view key")
                    .isPresent();
        }
    }

    @Test
    void the_wallet_believes_what_we_believe() throws Exception {
        TextSigner signer = TextSigner.of(0x1234_5678_9abcL, 0x77L);
        for (String text : TEXTS) {
            for (String signature : List.of(
                    signer.bySpendKey(text),
                    signer.byViewKey(text),
                    signer.malleable(text),
                    signer.bySpendKey(text + "x"),
                    TextSigner.of(5, 6).bySpendKey(text))) {
                JsonFields theirs = verify(signer.address(), text, signature);
                boolean bySpendKey = theirs.flag("good")
                        && theirs.optionalText("signature_type").equals(Optional.of("spend"));

                assertThat(objection(signer.address(), text, signature).isEmpty())
                        .as("%s of '%s'", signature, text)
                        .isEqualTo(bySpendKey);
            }
            assertThat(verify(signer.address(), text, signer.bySpendKey(text)).flag("good"))
                    .isTrue();
        }
    }

    private Optional<String> objection(String address, String text, String signature) {
        return ours.objection(new MinerAddress(address), text, signature);
    }

    private static void create(String name) throws Exception {
        regtest.wallet(
                "create_wallet",
                Json.createObjectBuilder()
                        .add("filename", name)
                        .add("password", "")
                        .add("language", "English")
                        .build());
    }

    private static String address(int index) throws Exception {
        JsonObject one = account()
                .add("address_index", Json.createArrayBuilder().add(index))
                .build();
        return regtest.wallet("get_address", one).objects("addresses").get(0).text("address");
    }

    private static String sign(String text, int index, String type) throws Exception {
        JsonObject params = account()
                .add("data", text)
                .add("address_index", index)
                .add("signature_type", type)
                .build();
        return regtest.wallet("sign", params).text("signature");
    }

    private static JsonFields verify(String address, String text, String signature) throws Exception {
        return regtest.wallet(
                "verify",
                Json.createObjectBuilder()
                        .add("data", text)
                        .add("address", address)
                        .add("signature", signature)
                        .build());
    }

    private static JsonObjectBuilder account() {
        return Json.createObjectBuilder().add("account_index", 0);
    }
}
