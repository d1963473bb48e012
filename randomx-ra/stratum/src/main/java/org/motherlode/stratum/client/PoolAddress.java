package org.motherlode.stratum.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a pool listens: a name or an IP address (IPv6 without brackets), and a port from 1 to 65535. */
public record PoolAddress(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:([a-z0-9+]+)://)?(?:\\[([0-9a-fA-F:.%]+)]|([^\\s:/\\[\\]]+)):([0-9]{1,5})/?");

    public PoolAddress {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535, not " + port);
        }
    }

    /** Reads {@code host:port} or {@code stratum+tcp://host:port}; an IPv6 address stands in brackets. */
    public static PoolAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a pool's address is host:port, not '" + text + "'");
        }
        String scheme = form.group(1);
        if (scheme != null && !scheme.equals("stratum+tcp")) {
            throw new IllegalArgumentException("only stratum+tcp:// is spoken, not " + scheme + "://");
        }
        String host = form.group(2) == null ? form.group(3) : form.group(2);
        return new PoolAddress(host, Integer.parseInt(form.group(4)));
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
