package org.motherlode.stratum.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoolAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:3333, 127.0.0.1, 3333",
        "pool.example:1, pool.example, 1",
        "stratum+tcp://pool.example:65535/, pool.example, 65535",
        "[::1]:3333, ::1, 3333"
    })
    void host_and_port_are_read(String text, String host, int port) {
        assertThat(PoolAddress.parse(text)).isEqualTo(new PoolAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pool",
                "pool:",
                ":3333",
                "pool:0",
                "pool:65536",
                "pool:99999999999",
                "a b:1",
                "::1:3333",
                "http://pool:80",
                "stratum+ssl://pool:3333"
            })
    void what_is_no_address_is_refused_in_a_sentence(String text) {
        assertThatThrownBy(() -> PoolAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .containsAnyOf("a pool's address is host:port", "a port is a number", "only stratum+tcp://");
    }

    @Test
    void an_address_prints_as_it_is_typed() {
        assertThat(PoolAddress.parse("[::1]:3333")).hasToString("[::1]:3333");
    }
}
