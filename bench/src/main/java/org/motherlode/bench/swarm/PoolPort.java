package org.motherlode.bench.swarm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * A port of a pool.
 *
 * @param tls with TLS; the certificate is not looked at, since a bench has nothing to lose to a stranger
 */
public record PoolPort(String host, int port, boolean tls) {
    private static final int MOST = 65_535;

    public PoolPort {
        if (host.isBlank() || port < 1 || port > MOST) {
            throw new IllegalArgumentException("not a port of a host: " + host + ":" + port);
        }
    }

    /** On this machine, without TLS. */
    public static PoolPort local(int port) {
        return new PoolPort("127.0.0.1", port, false);
    }

    /** Reads {@code host:port} or {@code [IPv6]:port}. */
    public static PoolPort of(String text, boolean tls) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("--port wants HOST:PORT, not '" + text + "'");
        }
        String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        return new PoolPort(host, Integer.parseInt(text.substring(colon + 1)), tls);
    }

    public PoolPort withTls() {
        return new PoolPort(host, port, true);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }

    /** Whether it is on this machine and reached by IPv4, where each of 127.0.0.0/8 is an address of ours. */
    boolean hasManySources() {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() && address.getAddress().length == Integer.BYTES;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host '" + host + "'", e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port + (tls ? " (TLS)" : "");
    }
}
