package org.motherlode.ra.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.PortSecurity;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.work.Difficulty;

class AdministeredPoolTest {
    @Test
    void ports_are_separated_by_commas_and_an_ipv6_address_stands_in_brackets() throws SettingException {
        var pool = pool("127.0.0.1:3333 cryptonote 1000, [::1]:0  plain 5");

        assertThat(pool.definition().ports())
                .containsExactly(
                        new ListenPort("127.0.0.1", 3333, "cryptonote", Difficulty.of(1000)),
                        new ListenPort("::1", 0, "plain", Difficulty.of(5)));
    }

    @Test
    void a_port_may_have_a_least_difficulty_and_tls() throws SettingException {
        var pool =
                pool("127.0.0.1:1 plain 50 min=10 either, 127.0.0.1:2 plain 50 tls min=50, 127.0.0.1:3 plain 50 plain");

        assertThat(pool.definition().ports())
                .containsExactly(
                        port(1, Optional.of(Difficulty.of(10)), PortSecurity.EITHER),
                        port(2, Optional.of(Difficulty.of(50)), PortSecurity.TLS),
                        port(3, Optional.empty(), PortSecurity.PLAIN));
    }

    private static ListenPort port(int number, Optional<Difficulty> least, PortSecurity security) {
        return new ListenPort("127.0.0.1", number, "plain", Difficulty.of(50), least, security);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3333",
                "127.0.0.1:3333",
                "127.0.0.1:x plain 5",
                "127.0.0.1:70000 plain 5",
                "127.0.0.1:1 plain 0",
                "127.0.0.1:1 plain 5,",
                "127.0.0.1:1 plain 5 min=6",
                "127.0.0.1:1 plain 5 min=0",
                "127.0.0.1:1 plain 5 min=",
                "127.0.0.1:1 plain 5 min=1 min=1",
                "127.0.0.1:1 plain 5 ssl",
                "127.0.0.1:1 plain 5 tls either"
            })
    void ports_that_make_no_sense_are_named(String ports) {
        assertThatThrownBy(() -> pool(ports).definition())
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("ports ");
    }

    @Test
    void each_wrong_property_is_named() {
        var slow = pool("127.0.0.1:1 plain 5");
        slow.setFast("yes");
        assertThatThrownBy(slow::definition).hasMessageStartingWith("fast ");
        var nameless = pool("127.0.0.1:1 plain 5");
        nameless.setName("Not A Name");
        assertThatThrownBy(nameless::definition).hasMessageStartingWith("name ");
        var odd = pool("127.0.0.1:1 plain 5");
        odd.setSettings("no equals sign");
        assertThatThrownBy(odd::definition).hasMessageStartingWith("settings ");
    }

    @Test
    void of_two_pools_of_one_name_the_second_is_reported() {
        ReadPools read = ReadPools.of(List.of(pool("127.0.0.1:1 plain 5"), pool("127.0.0.1:2 plain 5")));

        assertThat(read.good().values())
                .singleElement()
                .satisfies(first -> assertThat(first.ports().get(0).port()).isEqualTo(1));
        assertThat(read.unreadable()).containsOnlyKeys("toy");
    }

    private static AdministeredPool pool(String ports) {
        AdministeredPool pool = new AdministeredPool();
        pool.setName("toy");
        pool.setChain("toy");
        pool.setPorts(ports);
        return pool;
    }
}
