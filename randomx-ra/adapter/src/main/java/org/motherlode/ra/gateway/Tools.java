package org.motherlode.ra.gateway;

import java.util.function.BooleanSupplier;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.session.Services;
import org.motherlode.ra.socket.MinerSockets;
import org.motherlode.ra.trouble.Troubles;
import org.motherlode.ra.verify.Hashers;

/**
 * What the pools work with.
 *
 * @param house for what must go on
 * @param workshop for what may wait, for a disk or a library
 * @param warm whether a share would find its way to the disk without waiting for connections to be made
 */
public record Tools(
        GatewaySettings settings,
        Services services,
        MinerSockets sockets,
        Hashers hashers,
        Dialects dialects,
        JobNumbers numbers,
        House house,
        House workshop,
        Troubles troubles,
        BanDesk bans,
        BooleanSupplier warm) {}
