package org.motherlode.ra.socket;

import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.network.Networks;

/**
 * What a connection passes before its first line is read.
 *
 * @param backlog connections that the system keeps for us before we take them
 * @param handshakes connections that may be on their way from being taken to their first line: those whose TLS handshake
 *     or PROXY header is not complete
 * @param handshakeMillis how long that may take
 * @param proxies where connections come from that begin with a PROXY header, always; from elsewhere none may
 * @param proxyHeaderBytes the longest PROXY header of version 2; one of version 1 is 107 bytes at most
 * @param nativeTls whether to encrypt with BoringSSL where it can be loaded, or always with what Java has
 * @param certificateLookMillis how often certificates are read again
 */
public record PortSettings(
        int backlog,
        int handshakes,
        long handshakeMillis,
        Networks proxies,
        int proxyHeaderBytes,
        boolean nativeTls,
        long certificateLookMillis) {
    /** Signature, command, family and length, and room for the longest addresses: of the protocol's version 2, section 2.2. */
    private static final int PROXY_HEADER_BYTES = 16 + 216;

    public static final Set<String> KEYS = Set.of(
            "backlog",
            "handshakes",
            "handshake-millis",
            "proxy-networks",
            "proxy-header-bytes",
            "tls-native",
            "certificate-look-millis");

    /** What such a header may have besides what each has: the socket library counts only that. */
    int proxyExtraBytes() {
        return proxyHeaderBytes - PROXY_HEADER_BYTES;
    }

    public static PortSettings of(Settings settings) throws SettingException {
        return new PortSettings(
                (int) settings.number("backlog", 4_096, 1, 65_535),
                (int) settings.number("handshakes", 8_192, 1, 1_000_000),
                settings.number("handshake-millis", 10_000, 100, 600_000),
                Networks.of("proxy-networks", settings),
                (int) settings.number("proxy-header-bytes", 1_024, 256, 65_535),
                settings.flag("tls-native", true),
                settings.number("certificate-look-millis", 10_000, 10, 86_400_000));
    }
}
