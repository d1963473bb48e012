package org.motherlode.ra.session;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.motherlode.model.wire.Extension;

/** Kinds of miners that want to be treated in their own way, told by what their agent names itself. */
enum Program {
    /** One machine. */
    MINER,
    /** A market: strangers' machines behind one connection, of great and sudden speed. */
    NICEHASH,
    /** xmrig-proxy: up to 256 machines behind one connection. */
    PROXY;

    /** What such a miner is told that it is offered on a connection which itself offers so much. */
    Set<Extension> offered(Set<Extension> byConnection) {
        Set<Extension> offered = new HashSet<>(byConnection);
        if (this == NICEHASH) {
            offered.add(Extension.NICEHASH);
        }
        return offered;
    }

    static Program of(String agent) {
        String name = agent.toLowerCase(Locale.ROOT);
        if (name.contains("nicehash")) {
            return NICEHASH;
        }
        return name.contains("proxy") ? PROXY : MINER;
    }
}
