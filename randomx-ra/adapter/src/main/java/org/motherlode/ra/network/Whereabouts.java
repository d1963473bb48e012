package org.motherlode.ra.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.motherlode.model.ban.AddressRange;

/**
 * Where a connection comes from, as everything that is bounded or shared out understands it.
 *
 * @param exact the address itself
 * @param address what one host can have: an IPv4 address, or an IPv6 network of 64 bits (RFC 4291, 2.5.4)
 * @param network what one customer can have, or few neighbours share: an IPv4 network of 24 bits, or an IPv6 network of 48,
 *     the most that one site is given (RFC 6177)
 */
public record Whereabouts(InetAddress exact, AddressRange address, AddressRange network) {
    private static final int HOST = 32;
    private static final int HOST_6 = 64;
    private static final int NETWORK = 24;
    private static final int NETWORK_6 = 48;

    public static Whereabouts of(InetAddress exact) {
        boolean six = exact instanceof Inet6Address;
        return new Whereabouts(
                exact,
                AddressRange.around(exact, six ? HOST_6 : HOST),
                AddressRange.around(exact, six ? NETWORK_6 : NETWORK));
    }
}
