package org.motherlode.model.ban;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motherlode.model.bytes.Octets;

/**
 * Internet addresses that begin alike, as CIDR writes them (RFC 4632, RFC 4291): {@code 192.0.2.0/24}. One whole address is
 * a range too.
 *
 * @param start 4 or 16 bytes in network order; what lies behind {@code bits} is zero
 * @param bits how many leading bits an address must share
 */
public record AddressRange(Octets start, int bits) {
    private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int BYTE = 8;

    public AddressRange {
        if ((start.length() != 4 && start.length() != 16) || bits < 0 || bits > start.length() * BYTE) {
            throw new IllegalArgumentException("no range of addresses: " + start + "/" + bits);
        }
        start = Octets.of(masked(start.toBytes(), bits));
    }

    /** The range of so many bits that an address lies in. */
    public static AddressRange around(InetAddress address, int bits) {
        return new AddressRange(Octets.of(address.getAddress()), bits);
    }

    /** Reads an address, or an address and {@code /bits}; names are not looked up. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        String bits = slash < 0 ? "" : text.substring(slash + 1);
        boolean looksRight =
                IPV4.matcher(address).matches() || IPV6.matcher(address).matches();
        if (!looksRight || !(slash < 0 || bits.matches("[0-9]{1,3}"))) {
            return Optional.empty();
        }
        try {
            byte[] start = InetAddress.getByName(address).getAddress();
            int length = slash < 0 ? start.length * BYTE : Integer.parseInt(bits);
            return length > start.length * BYTE
                    ? Optional.empty()
                    : Optional.of(new AddressRange(Octets.of(start), length));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == start.length() && Octets.of(masked(bytes, bits)).equals(start);
    }

    /** A whole address has no {@code /bits}. */
    @Override
    public String toString() {
        try {
            String address = InetAddress.getByAddress(start.toBytes()).getHostAddress();
            return bits == start.length() * BYTE ? address : address + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 bytes are an address", e);
        }
    }

    private static byte[] masked(byte[] bytes, int bits) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.max(0, Math.min(BYTE, bits - i * BYTE));
            masked[i] = (byte) (masked[i] & (0xff << (BYTE - kept)));
        }
        return masked;
    }
}
