package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.chain.MinerAddress;

class WalletSignaturesTest {
    private static final TextSigner AMY = TextSigner.of(0x1234_5678_9abcL, 0x77L);
    private static final TextSigner EVE = TextSigner.of(0xe7eL, 0x7e7L);
    private static final String TEXT = "Motherlode pool monero: pay me only from 0.5 XMR on";

    private final WalletSignatures signatures = new WalletSignatures();

    @Test
    void a_text_signed_with_the_spend_key_is_the_owners() {
        assertThat(objection(AMY, TEXT, AMY.bySpendKey(TEXT))).isEmpty();
        assertThat(objection(AMY, "", AMY.bySpendKey(""))).isEmpty();
        assertThat(objection(AMY, "x".repeat(300), AMY.bySpendKey("x".repeat(300))))
                .isEmpty();
    }

    @Test
    void another_text_is_not_signed_by_it() {
        assertThat(objection(AMY, TEXT.replace("0.5", "5"), AMY.bySpendKey(TEXT)))
                .isPresent();
        assertThat(objection(AMY, TEXT + "\n", AMY.bySpendKey(TEXT))).isPresent();
    }

    @Test
    void another_address_is_not_signed_for() {
        assertThat(objection(AMY, TEXT, EVE.bySpendKey(TEXT))).isPresent();
        assertThat(objection(new TextSigner(AMY.spend(), EVE.view()), TEXT, AMY.bySpendKey(TEXT)))
                .as("the same spend key with another view key")
                .isPresent();
    }

    @Test
    void the_view_key_proves_nothing() {
        assertThat(objection(AMY, TEXT, AMY.byViewKey(TEXT))).isPresent();
    }

    @Test
    void the_old_form_is_refused_by_name() {
        assertThat(objection(AMY, TEXT, AMY.old(TEXT)))
                .hasValueSatisfying(words -> assertThat(words).contains("SigV1"));
        assertThat(objection(AMY, TEXT, AMY.old(TEXT).replace("SigV1", "SigV2")))
                .isPresent();
    }

    @Test
    void one_signature_has_one_spelling() {
        assertThat(objection(AMY, TEXT, AMY.malleable(TEXT))).isPresent();
    }

    @Test
    void no_character_can_be_changed() {
        String signature = AMY.bySpendKey(TEXT);
        for (int at = 0; at < signature.length(); at += 7) {
            char other = signature.charAt(at) == '2' ? '3' : '2';
            String changed = signature.substring(0, at) + other + signature.substring(at + 1);

            assertThat(objection(AMY, TEXT, changed)).as(changed).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SigV2", "SigV3", "sigv2", "SigV2\u0000", "SigV2\uff11", "SigV2 SigV2"})
    void what_is_no_signature_is_refused_in_words(String text) {
        assertThat(objection(AMY, TEXT, text))
                .hasValueSatisfying(words -> assertThat(words).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "z", "\u0661", "0", "2"})
    void numbers_that_no_wallet_writes_are_refused_in_words(String character) {
        assertThat(objection(AMY, TEXT, "SigV2" + character.repeat(88)))
                .hasValueSatisfying(words -> assertThat(words).startsWith("This is not the signature of this text"));
    }

    @Test
    void an_address_that_is_none_is_refused() {
        assertThat(signatures.objection(new MinerAddress("nobody"), TEXT, AMY.bySpendKey(TEXT)))
                .contains("This is not a Monero address.");
    }

    private Optional<String> objection(TextSigner owner, String text, String signature) {
        return signatures.objection(new MinerAddress(owner.address()), text, signature);
    }
}
