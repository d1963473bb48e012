package org.motherlode.ra.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/**
 * Who does the encrypting: BoringSSL, which Netty brings along, or what Java has, where the library cannot be loaded or is
 * not wanted.
 */
enum TlsEngine {
    BORINGSSL(SslProvider.OPENSSL_REFCNT),
    JAVA(SslProvider.JDK);

    private static final Logger LOG = Logger.getLogger(TlsEngine.class);
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final int SESSIONS_KEPT = 1_000;

    private final SslProvider provider;

    TlsEngine(SslProvider provider) {
        this.provider = provider;
    }

    /** Loads the library if it is wanted: it is not touched before. */
    static TlsEngine choose(boolean wantsNative) {
        if (!wantsNative) {
            return JAVA;
        }
        if (OpenSsl.isAvailable()) {
            return BORINGSSL;
        }
        LOG.warnf("TLS is Java's own, BoringSSL cannot be loaded: %s", OpenSsl.unavailabilityCause());
        return JAVA;
    }

    /** Nothing is kept of a connection's keys after its end: miners stay connected and do not ask to resume. */
    SslContext context(Identity identity) throws SSLException {
        SslContext context = SslContextBuilder.forServer(identity.key(), identity.chain())
                .sslProvider(provider)
                .protocols(VERSIONS)
                .sessionCacheSize(SESSIONS_KEPT)
                .build();
        if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
            sessions.setSessionCacheEnabled(false);
        }
        return context;
    }
}
