package org.motherlode.ra.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * What one origin may cost. Addresses and networks are those of {@link org.motherlode.ra.network.Whereabouts}.
 *
 * @param connections at once, in all; beyond, one that has not had a good share lately makes room for one from a network with fewer
 * @param newcomerPlaces of these, so many are not kept by good shares
 * @param perAddress connections at once from one address
 * @param perNetwork connections at once from one network
 * @param perWallet connections at once of one network under one wallet that have not had a good share
 * @param provenMillis how long after a good share a connection need not make room
 * @param arrivals of one address: connections, whatever becomes of them
 * @param logins of one address
 * @param submits of one address: shares that are worth a hash
 * @param walletSubmits of one wallet in one network
 * @param firstHashes of one address, and of one wallet in one network: shares hashed for connections that have not had a good one
 * @param ownSubmits of one connection
 * @param keepAlives of one connection
 * @param getJobs of one connection before its first good share
 * @param provenGetJobs of one connection from then on
 * @param addressGetJobs of one address
 * @param proposals of one address: blocks that miners made themselves
 * @param lines of one connection and of one address
 * @param networkTimes how many times as much as an address a network may do
 * @param remembered addresses, networks and wallets, of each kind, that are remembered without a connection
 * @param exempt whose connections are neither counted nor banned by their address
 */
public record GuardSettings(
        int connections,
        int newcomerPlaces,
        int perAddress,
        int perNetwork,
        int perWallet,
        long provenMillis,
        Rate arrivals,
        Rate logins,
        Rate submits,
        Rate walletSubmits,
        Rate firstHashes,
        Rate ownSubmits,
        Rate keepAlives,
        Rate getJobs,
        Rate provenGetJobs,
        Rate addressGetJobs,
        Rate proposals,
        LineSettings lines,
        int networkTimes,
        int remembered,
        Exempt exempt,
        BanSettings bans) {
    public static final Set<String> KEYS = union(
            "connections",
            "newcomer-places",
            "connections-per-address",
            "connections-per-network",
            "unproven-per-wallet",
            "proven-millis",
            "arrivals-per-second",
            "arrivals-at-once",
            "logins-per-second",
            "logins-at-once",
            "submits-per-second",
            "submits-at-once",
            "wallet-submits-per-second",
            "wallet-submits-at-once",
            "first-hashes-per-second",
            "first-hashes-at-once",
            "own-submits-per-second",
            "own-submits-at-once",
            "keepalives-per-second",
            "keepalives-at-once",
            "getjobs-per-second",
            "getjobs-at-once",
            "proven-getjobs-per-second",
            "proven-getjobs-at-once",
            "address-getjobs-per-second",
            "address-getjobs-at-once",
            "proposals-per-second",
            "proposals-at-once",
            "network-times",
            "origins-remembered",
            "exempt-loopback",
            "exempt-networks");

    private static Set<String> union(String... own) {
        Set<String> all = new HashSet<>(BanSettings.KEYS);
        all.addAll(LineSettings.KEYS);
        all.addAll(List.of(own));
        return Set.copyOf(all);
    }

    public static GuardSettings of(Settings settings) throws SettingException {
        int connections = (int) settings.number("connections", 20_000, 1, 1_000_000);
        int perAddress = (int) settings.number("connections-per-address", 256, 1, 1_000_000);
        return new GuardSettings(
                connections,
                (int) settings.number("newcomer-places", connections / 20, 0, connections - 1),
                perAddress,
                (int) settings.number("connections-per-network", 1_024, 1, 1_000_000),
                (int) settings.number("unproven-per-wallet", 512, 1, 1_000_000),
                settings.number("proven-millis", 600_000, 1_000, 86_400_000),
                Rate.of(settings, "arrivals", new Rate(20, 300)),
                // A farm that may be connected may also come back at once, after a restart of its pool or its router.
                Rate.of(settings, "logins", new Rate(5, Math.max(256, perAddress))),
                Rate.of(settings, "submits", new Rate(250, 5_000)),
                Rate.of(settings, "wallet-submits", new Rate(500, 10_000)),
                Rate.of(settings, "first-hashes", new Rate(5, 256)),
                Rate.of(settings, "own-submits", new Rate(50, 500)),
                Rate.of(settings, "keepalives", new Rate(2, 20)),
                Rate.of(settings, "getjobs", new Rate(5, 20)),
                Rate.of(settings, "proven-getjobs", new Rate(20, 200)),
                Rate.of(settings, "address-getjobs", new Rate(50, 1_000)),
                Rate.of(settings, "proposals", new Rate(20, 512)),
                LineSettings.of(settings),
                (int) settings.number("network-times", 4, 1, 1_000),
                (int) settings.number("origins-remembered", 20_000, 1, 1_000_000),
                Exempt.of(settings),
                BanSettings.of(settings));
    }
}
