package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SenderTest {
    @Test
    void two_connections_of_one_address_are_two_senders() {
        Sender one = Senders.at("192.0.2.1");
        Sender other = Senders.at("192.0.2.1");

        assertThat(one).isNotEqualTo(other);
        assertThat(one.address()).isEqualTo(other.address());
    }

    @Test
    void hosts_of_one_customer_are_of_one_network() {
        Sender one = Senders.at("2001:db8:0:1::1");

        assertThat(one.network()).isEqualTo(Senders.at("2001:db8:0:2::1").network());
        assertThat(one.network()).isNotEqualTo(Senders.at("2001:db8:1:1::1").network());
    }

    @Test
    void an_ipv6_network_of_64_bits_counts_as_one_address() {
        Sender one = Senders.at("2001:db8:0:1::1");

        assertThat(one.address()).isEqualTo(Senders.at("2001:db8:0:1:ffff::2").address());
        assertThat(one.address()).isNotEqualTo(Senders.at("2001:db8:0:2::1").address());
    }
}
