package org.motherlode.web.rest;

import java.util.Optional;
import org.motherlode.model.ban.AddressRange;

/** Whose requests are counted together: a /24, or a /48 of IPv6, as the adapter counts connections. */
final class Networks {
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    private Networks() {}

    /** @param remote as the container gives it, perhaps with a zone behind a percent sign */
    static AddressRange of(String remote) {
        int zone = remote.indexOf('%');
        Optional<AddressRange> whole = AddressRange.parse(zone < 0 ? remote : remote.substring(0, zone));
        return whole.map(address -> new AddressRange(
                        address.start(), address.start().length() == IPV4_BYTES ? IPV4_BITS : IPV6_BITS))
                .orElseThrow(
                        () -> new IllegalStateException("the container gives no address of the client: " + remote));
    }
}
