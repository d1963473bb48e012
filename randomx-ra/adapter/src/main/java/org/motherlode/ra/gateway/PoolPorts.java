package org.motherlode.ra.gateway;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.wire.Dialect;
import org.motherlode.ra.session.Lobby;
import org.motherlode.ra.socket.MinerSockets;
import org.motherlode.ra.socket.OpenPort;
import org.motherlode.ra.tls.CertificateFiles;
import org.motherlode.ra.tls.Credentials;
import org.motherlode.ra.trouble.Trouble;

/** The ports of one pool and the certificate that they show. Opened and closed on the house thread. */
final class PoolPorts {
    private static final Logger LOG = Logger.getLogger(PoolPorts.class);

    private final PoolDefinition definition;
    private final MinerSockets sockets;
    private final Dialects dialects;
    private final Sessions sessions;
    private final List<OpenPort> open = new CopyOnWriteArrayList<>();
    private final Set<Credentials> made = ConcurrentHashMap.newKeySet();
    private volatile Optional<Credentials> shown = Optional.empty();

    PoolPorts(PoolDefinition definition, MinerSockets sockets, Dialects dialects, Sessions sessions) {
        this.definition = definition;
        this.sockets = sockets;
        this.dialects = dialects;
        this.sessions = sessions;
    }

    /** The certificate, if a port needs one. Reads files, so it belongs in the workshop. */
    Optional<Credentials> readCertificate() throws SettingException {
        if (definition.ports().stream().anyMatch(port -> port.security().takesTls())) {
            CertificateFiles files = CertificateFiles.of(definition.settings());
            Credentials read = Credentials.open(files, sockets.settings().nativeTls());
            made.add(read);
            return Optional.of(read);
        }
        if (definition.settings().text("tls.certificate").isPresent()) {
            LOG.warnf("pool %s has a certificate, but none of its ports takes TLS", definition.name());
        }
        return Optional.empty();
    }

    /** All of them, or an exception that says which setting keeps us from it; then {@link #close} must follow. */
    void listen(Lobby lobby, Optional<Credentials> credentials) throws SettingException {
        shown = credentials;
        for (ListenPort port : definition.ports()) {
            Dialect dialect = dialects.get(port.dialect());
            Lobby here = lobby.onPort(port);
            try {
                open.add(sockets.open(port, sessions.door(here, dialect, port.startDifficulty()), credentials));
            } catch (IOException e) {
                throw new SettingException("ports", "name one that cannot be opened: " + e.getMessage());
            }
        }
    }

    List<OpenPort> all() {
        return List.copyOf(open);
    }

    /** What its miners may pin, if it shows a certificate. */
    Optional<String> fingerprint() {
        return shown.map(Credentials::fingerprint);
    }

    /** Shows a new certificate to new connections; where it makes no sense, the old one stays. Reads files. */
    void lookAtCertificate(Trouble trouble) {
        shown.ifPresent(now -> {
            try {
                now.readAgain();
                trouble.works();
            } catch (SettingException e) {
                trouble.note("pool " + definition.name() + " goes on with its old certificate: " + e.getMessage());
            }
        });
    }

    /** Lets nobody in any more; who is in stays. */
    void close() {
        open.forEach(OpenPort::close);
        open.clear();
        shown.ifPresent(this::forget);
        shown = Optional.empty();
    }

    /** Nobody will be shown this one. */
    void forget(Credentials credentials) {
        credentials.close();
        made.remove(credentials);
    }

    void forgetCertificates() {
        shown = Optional.empty();
        made.forEach(this::forget);
    }
}
