package org.motherlode.ra.gateway;

import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.session.Services;
import org.motherlode.ra.socket.MinerSockets;
import org.motherlode.ra.verify.Hashers;

/** What the pools work with. */
public record Tools(
        GatewaySettings settings,
        Services services,
        MinerSockets sockets,
        Hashers hashers,
        Dialects dialects,
        JobNumbers numbers,
        House house) {}
