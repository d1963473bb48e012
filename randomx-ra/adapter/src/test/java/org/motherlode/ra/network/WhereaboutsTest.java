package org.motherlode.ra.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    @Test
    void ipv4_is_one_address_among_256_neighbours() {
        assertThat(of("192.0.2.7").address()).hasToString("192.0.2.7");
        assertThat(of("192.0.2.7").network()).hasToString("192.0.2.0/24");
    }

    @Test
    void ipv6_is_a_host_of_64_bits_at_a_customer_of_48() {
        assertThat(of("2001:db8:1:2::7").address())
                .isEqualTo(of("2001:db8:1:2:3:4:5:6").address());
        assertThat(of("2001:db8:1:2::7").address())
                .isNotEqualTo(of("2001:db8:1:3::7").address());
        assertThat(of("2001:db8:1:2::7").network())
                .isEqualTo(of("2001:db8:1:ff02::7").network());
        assertThat(of("2001:db8:1:2::7").network())
                .isNotEqualTo(of("2001:db8:2:2::7").network());
    }

    @Test
    void ipv4_written_as_ipv6_is_ipv4() {
        assertThat(of("::ffff:192.0.2.7")).isEqualTo(of("192.0.2.7"));
    }

    private static Whereabouts of(String address) {
        try {
            return Whereabouts.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
