package org.motherlode.ra.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;
import org.motherlode.model.pool.SettingException;

/**
 * The certificate that a pool's ports show now. Who is connected keeps the one that it was shown. Safe for any thread.
 */
public final class Credentials implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Credentials.class);

    private final CertificateFiles files;
    private final TlsEngine engine;
    private Identity identity;
    private Optional<SslContext> context;

    private Credentials(CertificateFiles files, TlsEngine engine, Identity identity) throws SettingException {
        this.files = files;
        this.engine = engine;
        this.identity = identity;
        this.context = Optional.of(build(identity));
        tell();
    }

    /** Reads the files; the exception names the setting and the file that is wrong. */
    public static Credentials open(CertificateFiles files, boolean wantsNative) throws SettingException {
        return new Credentials(files, TlsEngine.choose(wantsNative), Identity.read(files));
    }

    /** What encrypts one more connection; none after the end. The caller bounds its handshake and its end. */
    public synchronized Optional<SslHandler> newHandler(ByteBufAllocator allocator) {
        return context.map(now -> {
            SslHandler handler = now.newHandler(allocator);
            handler.setHandshakeTimeoutMillis(0);
            handler.setCloseNotifyFlushTimeoutMillis(0);
            return handler;
        });
    }

    /** SHA-256 of the certificate that new connections are shown, 64 lower-case hex digits. */
    public synchronized String fingerprint() {
        return identity.fingerprint();
    }

    /** Reads the files again. On an exception everything stays as it is, as while one of two files is new. */
    public void readAgain() throws SettingException {
        Identity read = Identity.read(files);
        if (isShown(read)) {
            return;
        }
        SslContext fresh = build(read);
        synchronized (this) {
            if (context.isEmpty()) {
                ReferenceCountUtil.release(fresh);
                return;
            }
            // Each connection holds on to the context that it began with.
            context.ifPresent(ReferenceCountUtil::release);
            context = Optional.of(fresh);
            identity = read;
        }
        tell();
    }

    @Override
    public synchronized void close() {
        context.ifPresent(ReferenceCountUtil::release);
        context = Optional.empty();
    }

    private synchronized boolean isShown(Identity read) {
        return context.isEmpty() || read.equals(identity);
    }

    private SslContext build(Identity from) throws SettingException {
        try {
            return engine.context(from);
        } catch (SSLException | IllegalArgumentException e) {
            throw new SettingException(
                    CertificateFiles.CERTIFICATE, "cannot be used: " + files.certificate() + ": " + e.getMessage());
        }
    }

    private synchronized void tell() {
        LOG.infof(
                "%s: certificate of %s until %s, fingerprint %s (%s)",
                files.certificate(),
                identity.certificate().getSubjectX500Principal(),
                identity.certificate().getNotAfter().toInstant(),
                identity.fingerprint(),
                engine);
    }
}
