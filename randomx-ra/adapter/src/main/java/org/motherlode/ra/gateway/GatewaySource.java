package org.motherlode.ra.gateway;

import org.motherlode.model.stratum.StratumGateway;

/** Who has the running gateway. */
public interface GatewaySource {
    /** Throws {@link IllegalStateException} while the adapter is not started. */
    StratumGateway gateway();
}
