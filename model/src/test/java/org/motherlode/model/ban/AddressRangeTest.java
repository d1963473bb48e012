package org.motherlode.model.ban;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressRangeTest {
    @Test
    void what_lies_behind_the_bits_does_not_count() {
        assertThat(AddressRange.parse("192.0.2.77/24")).isEqualTo(AddressRange.parse("192.0.2.0/24"));
        assertThat(AddressRange.parse("192.0.2.77/24").orElseThrow()).hasToString("192.0.2.0/24");
        assertThat(AddressRange.parse("2001:DB8::1/56").orElseThrow()).hasToString("2001:db8:0:0:0:0:0:0/56");
        assertThat(AddressRange.parse("192.0.2.77").orElseThrow()).hasToString("192.0.2.77");
    }

    @Test
    void it_contains_what_begins_like_it() throws Exception {
        AddressRange range = AddressRange.parse("192.0.2.128/25").orElseThrow();

        assertThat(range.contains(address("192.0.2.200"))).isTrue();
        assertThat(range.contains(address("192.0.2.127"))).isFalse();
        assertThat(range.contains(address("2001:db8::1"))).isFalse();
        assertThat(AddressRange.parse("0.0.0.0/0").orElseThrow().contains(address("8.8.8.8")))
                .isTrue();
        assertThat(AddressRange.parse("::/0").orElseThrow().contains(address("::1")))
                .isTrue();
    }

    @Test
    void names_and_nonsense_are_no_ranges() {
        for (String text : new String[] {
            "",
            "/",
            "example.org",
            "1.2.3",
            "256.1.1.1",
            "192.0.2.1/33",
            "192.0.2.1/",
            "192.0.2.1/-1",
            "2001:db8::/129",
            ":",
            "1.2.3.4/8/9",
            "wallet:amy",
            "192.0.2.1 "
        }) {
            assertThat(AddressRange.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void a_subject_is_read_as_it_is_written() {
        for (String text : new String[] {"192.0.2.0/24", "192.0.2.1", "2001:db8:0:0:0:0:0:0/64", "wallet:44Aff.x"}) {
            assertThat(BanSubject.parse(text).orElseThrow().text()).isEqualTo(text);
        }
        assertThat(BanSubject.parse("wallet:")).isEmpty();
        assertThat(BanSubject.parse("wallet:a b")).isEmpty();
        assertThat(BanSubject.parse("amy")).isEmpty();
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }
}
