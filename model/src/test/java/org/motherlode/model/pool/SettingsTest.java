package org.motherlode.model.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final String BEFORE = "monero.confirmations = 60; monero.wallet-password = ";

    @Test
    void lines_and_semicolons_separate_and_comments_are_left_out() throws SettingException {
        Settings settings = Settings.parse("one.key = 1; two.key = a = b\n# not = this\n text = Hello ");

        assertThat(settings.values())
                .containsOnlyKeys("one.key", "two.key", "text")
                .containsEntry("two.key", "a = b")
                .containsEntry("text", "Hello");
    }

    @Test
    void the_rest_of_a_password_behind_a_semicolon_is_not_repeated() {
        for (String rest :
                new String[] {"hunter2", "hunter2=", "hunter2=x", "Hunter2.x = 1", "=hunter2", "a hunter2=b"}) {
            assertThatThrownBy(() -> Settings.parse(BEFORE + "dragon;" + rest + "; payout.threshold = 1"))
                    .isInstanceOfSatisfying(
                            SettingException.class, e -> assertThat(e.key()).isEqualTo("monero.wallet-password"))
                    .hasMessageStartingWith("monero.wallet-password must have no ';'")
                    .message()
                    .doesNotContainIgnoringCase("hunter2")
                    .doesNotContain("dragon");
        }
    }

    @Test
    void a_setting_may_follow_a_password() throws SettingException {
        assertThat(Settings.parse(BEFORE + "dragon; scheme = solo").values()).containsEntry("scheme", "solo");
        assertThat(Settings.parse(BEFORE + "dragon; payout.threshold = 1; text = a pool")
                        .values())
                .containsEntry("monero.wallet-password", "dragon")
                .containsEntry("payout.threshold", "1");
    }

    @Test
    void what_has_no_equals_sign_is_told_by_the_key_before_it() {
        assertThatThrownBy(() -> Settings.parse("text = come; mine"))
                .isInstanceOf(SettingException.class)
                .hasMessage("text must have no ';' or line end in its value: what follows it is no 'key = value'");
        assertThatThrownBy(() -> Settings.parse("mine"))
                .isInstanceOf(SettingException.class)
                .hasMessage("settings must be lines of 'key = value', and the first is none");
    }

    @Test
    void words_for_a_log_have_no_values() throws SettingException {
        assertThat(Settings.parse(BEFORE + "dragon").toString())
                .isEqualTo("Settings[monero.confirmations, monero.wallet-password]");
    }
}
