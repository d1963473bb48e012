package org.motherlode.ra.socket;

import java.util.Optional;
import java.util.Set;
import org.motherlode.model.pool.PortSecurity;
import org.motherlode.model.wire.Extension;
import org.motherlode.ra.tls.Credentials;

/** What is particular to one port. {@code credentials} are there if it takes TLS. */
record Doorway(SessionDoor door, PortSecurity security, Optional<Credentials> credentials) {
    /** What a login there is told. */
    Set<Extension> offers() {
        return security.takesTls() ? Set.of(Extension.TLS) : Set.of();
    }
}
