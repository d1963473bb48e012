package org.motherlode.ra.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private final Crowd<String> crowd = new Crowd<>();

    @Test
    void the_oldest_of_the_largest_network_goes_first() {
        enter("192.0.2.1", "a1");
        enter("192.0.3.1", "b1");
        enter("192.0.2.2", "a2");
        enter("192.0.3.2", "b2");
        enter("192.0.2.3", "a3");

        assertThat(crowd.makeRoom(address("198.51.100.1"))).contains("a1");
        assertThat(crowd.makeRoom(address("198.51.100.1"))).isPresent();
    }

    @Test
    void nobody_goes_for_one_whose_own_network_has_as_many() {
        enter("192.0.2.1", "a1");
        enter("192.0.2.2", "a2");
        enter("192.0.3.1", "b1");

        assertThat(crowd.makeRoom(address("192.0.2.3"))).isEmpty();
        assertThat(crowd.makeRoom(address("192.0.3.2")))
                .as("two for one would be one for two")
                .isEmpty();
        assertThat(crowd.makeRoom(address("198.51.100.1"))).contains("a1");
        assertThat(crowd.makeRoom(address("198.51.100.1"))).as("one each").isEmpty();
    }

    @Test
    void an_ipv6_network_of_48_bits_is_one() {
        enter("2001:db8:1:100::1", "a1");
        enter("2001:db8:1:200::1", "a2");
        enter("2001:db8:2::1", "b1");

        assertThat(crowd.makeRoom(address("2001:db8:1:300::1"))).isEmpty();
        assertThat(crowd.makeRoom(address("2001:db8:3::1"))).contains("a1");
    }

    @Test
    void who_has_left_is_not_sent_away_and_nothing_is_kept() {
        enter("192.0.2.1", "a1");
        enter("192.0.2.2", "a2");
        enter("192.0.2.3", "a3");
        crowd.leave(address("192.0.2.1"), "a1");
        crowd.leave(address("192.0.2.1"), "a1");
        crowd.leave(address("198.51.100.1"), "nobody");

        assertThat(crowd.makeRoom(address("198.51.100.1"))).contains("a2");
        crowd.leave(address("192.0.2.3"), "a3");
        assertThat(crowd.makeRoom(address("198.51.100.1"))).isEmpty();
    }

    private void enter(String from, String who) {
        crowd.enter(address(from), who);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
