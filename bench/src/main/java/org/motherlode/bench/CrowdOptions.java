package org.motherlode.bench;

import java.util.Optional;
import org.motherlode.bench.crowd.CrowdSettings;
import org.motherlode.bench.crowd.Mix;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.PoolPort;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Options of the benches with thousands of connections. */
final class CrowdOptions {
    private static final int KINDS = 4;

    @Option(
            names = "--port",
            showDefaultValue = Visibility.NEVER,
            description = "swarm: a pool's port, HOST:PORT, instead of a server of ours.")
    private Optional<String> port = Optional.empty();

    @Option(names = "--tls", description = "swarm, idle, logins: over TLS; the certificate is not looked at.")
    private boolean tls;

    @Option(
            names = "--user",
            showDefaultValue = Visibility.NEVER,
            description = "swarm: what bots log in with at that port; an address, as a rule.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--pass", defaultValue = "x", description = "swarm: the password.")
    private String pass = "x";

    @Option(
            names = "--no-names",
            description = "swarm: bots add no name to their user, for pools that refuse ADDRESS.bot7.")
    private boolean unnamed;

    @Option(names = "--bots", defaultValue = "1000", description = "swarm: connections.")
    private int bots;

    @Option(
            names = "--share-rate",
            defaultValue = "20",
            description = "swarm: shares a second, of all bots, hashed before; 0 lets them mine instead.")
    private int shareRate;

    @Option(
            names = "--mix",
            defaultValue = "5,5,2,2",
            split = ",",
            description = "swarm: percent that send late, come and go, send rubbish, do not read.")
    private int[] mix = {};

    @Option(names = "--push-bots", defaultValue = "10000", description = "Connections that new work is sent to.")
    private int pushBots;

    @Option(names = "--pushes", defaultValue = "100", description = "Templates whose way to all bots is measured.")
    private int pushes;

    @Option(names = "--login-bots", defaultValue = "12000", description = "Logins of a round.")
    private int loginBots;

    @Option(names = "--at-once", defaultValue = "4000", description = "Logins on their way at any time.")
    private int atOnce;

    @Option(names = "--login-rounds", defaultValue = "5", description = "Rounds of logins.")
    private int loginRounds;

    @Option(names = "--idle-bots", defaultValue = "15000", description = "Connections whose memory is measured.")
    private int idleBots;

    @Option(names = "--churn", defaultValue = "1000000", description = "Connections that come and go.")
    private int cycles;

    @Option(names = "--attackers", defaultValue = "50", description = "attack, flood: hostile connections.")
    private int attackers;

    @Option(names = "--phase-seconds", defaultValue = "20", description = "attack, flood, refusal: length of a phase.")
    private int phaseSeconds;

    @Option(names = "--bot-threads", defaultValue = "2", description = "Threads that read and write for the bots.")
    private int threads;

    Optional<PoolPort> port() {
        return port.map(text -> PoolPort.of(text, tls));
    }

    /** As whom, where no other name is given. */
    Identity identity(String usual) {
        return new Identity(user.orElse(usual), pass, !unnamed);
    }

    CrowdSettings crowd(int seconds) {
        if (mix.length != KINDS) {
            throw new IllegalArgumentException("--mix wants four numbers, as in 5,5,2,2");
        }
        return new CrowdSettings(bots, seconds, shareRate, new Mix(mix[0], mix[1], mix[2], mix[3]), threads);
    }

    boolean tls() {
        return tls;
    }

    int pushBots() {
        return pushBots;
    }

    int pushes() {
        return pushes;
    }

    int loginBots() {
        return loginBots;
    }

    int atOnce() {
        return atOnce;
    }

    int loginRounds() {
        return loginRounds;
    }

    int threads() {
        return threads;
    }

    int idleBots() {
        return idleBots;
    }

    int cycles() {
        return cycles;
    }

    int attackers() {
        return attackers;
    }

    int phaseSeconds() {
        return phaseSeconds;
    }
}
