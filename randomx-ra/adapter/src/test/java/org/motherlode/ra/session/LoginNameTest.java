package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.wire.Request;
import org.motherlode.model.work.Difficulty;

class LoginNameTest {
    @Test
    void the_worker_stands_behind_a_point() {
        assertThat(name("4abc.rig.1", "x", "")).isEqualTo(expected("4abc", "rig.1"));
    }

    @Test
    void a_rig_id_goes_before_the_users_worker_and_that_before_the_password() {
        assertThat(name("4abc.user", "pass", "rig")).isEqualTo(expected("4abc", "rig"));
        assertThat(name("4abc.user", "pass", "")).isEqualTo(expected("4abc", "user"));
        assertThat(name("4abc", "pass", "")).isEqualTo(expected("4abc", "pass"));
        assertThat(name("4abc", "x", "")).isEqualTo(expected("4abc", "default"));
    }

    @Test
    void a_wish_for_a_difficulty_stands_in_the_user_or_the_password() {
        assertThat(name("4abc+5000.rig", "x", ""))
                .isEqualTo(new LoginName("4abc", new WorkerName("rig"), Optional.of(Difficulty.of(5_000))));
        assertThat(name("4abc", "d=7000", ""))
                .isEqualTo(new LoginName("4abc", new WorkerName("default"), Optional.of(Difficulty.of(7_000))));
        assertThat(name("4abc+0", "x", "").fixed()).isEmpty();
    }

    @Test
    void a_difficulty_may_stand_before_or_behind_the_worker() {
        LoginName both = new LoginName("4abc", new WorkerName("rig"), Optional.of(Difficulty.of(5_000)));

        assertThat(name("4abc.rig+5000", "x", "")).isEqualTo(both);
        assertThat(name("4abc+5000.rig", "x", "")).isEqualTo(both);
        assertThat(name("4abc+5000.rig+7000", "d=9", "")).isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rig,d=5000", "d=5000,rig", "rig;d=5000", "rig d=5000", "rig,d=5000:me@example.org"})
    void a_password_may_hold_a_name_and_a_difficulty(String pass) {
        assertThat(name("4abc", pass, ""))
                .isEqualTo(new LoginName("4abc", new WorkerName("rig"), Optional.of(Difficulty.of(5_000))));
    }

    @Test
    void an_e_mail_address_in_the_password_is_no_part_of_a_name_that_all_can_read() {
        assertThat(name("4abc", "rig:me@example.org", "")).isEqualTo(expected("4abc", "rig"));
        assertThat(name("4abc", "x:me@example.org", "")).isEqualTo(expected("4abc", "default"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d=", "d=x", "xd=5000", "d=5000x", "d=-1", "d=0", "d=9999999999999999999"})
    void what_is_no_difficulty_is_none(String pass) {
        assertThat(name("4abc", pass, "").fixed()).isEmpty();
    }

    @Test
    void what_could_harm_a_page_a_log_or_a_terminal_is_left_out() {
        assertThat(name("4abc.<script>\r\n\u001b[31m'\u202e;--", "x", "")
                        .worker()
                        .text())
                .isEqualTo("script31m--");
        assertThat(WorkerName.of("a".repeat(1_000)).text()).hasSize(64);
        assertThat(WorkerName.of("\u0000\u0000").text()).isEqualTo("default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4abc+many", "4abc+", "4abc+-1", "4abc+1e400", "4abc+9999999999999999999"})
    void a_user_with_a_plus_sign_before_anything_but_a_number_has_no_name(String user) {
        assertThat(LoginName.of(login(user, "x", ""))).isEmpty();
    }

    @Test
    void an_empty_user_is_left_to_the_chain() {
        assertThat(name("", "x", "").address()).isEmpty();
    }

    private static LoginName expected(String address, String worker) {
        return new LoginName(address, new WorkerName(worker), Optional.empty());
    }

    private static LoginName name(String user, String pass, String rig) {
        return LoginName.of(login(user, pass, rig)).orElseThrow();
    }

    private static Request.Login login(String user, String pass, String rig) {
        return new Request.Login("1", user, pass, "agent", Optional.of(rig).filter(text -> !text.isEmpty()), List.of());
    }
}
