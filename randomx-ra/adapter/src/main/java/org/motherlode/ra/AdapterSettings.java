package org.motherlode.ra;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.delivery.DeliverySettings;
import org.motherlode.ra.gateway.GatewaySettings;
import org.motherlode.ra.guard.GuardSettings;
import org.motherlode.ra.session.SessionSettings;
import org.motherlode.ra.socket.PortSettings;
import org.motherlode.ra.socket.SocketSettings;
import org.motherlode.ra.verify.VerifySettings;

/** What all pools of an adapter share. One that makes no sense stops the adapter and names the key. */
record AdapterSettings(
        int node,
        Path folder,
        GatewaySettings gateway,
        SocketSettings sockets,
        GuardSettings guard,
        PortSettings ports,
        SessionSettings sessions,
        VerifySettings verify,
        DeliverySettings delivery) {
    static AdapterSettings read(AdapterText text) throws SettingException {
        Settings settings = Settings.parse(text.settings());
        Set<String> known = new HashSet<>();
        List.of(
                        GatewaySettings.KEYS,
                        SocketSettings.KEYS,
                        GuardSettings.KEYS,
                        PortSettings.KEYS,
                        SessionSettings.KEYS,
                        VerifySettings.KEYS,
                        DeliverySettings.KEYS)
                .forEach(known::addAll);
        settings.requireKnown(known);
        return new AdapterSettings(
                text.node(),
                text.folder(),
                GatewaySettings.of(settings),
                SocketSettings.of(settings),
                GuardSettings.of(settings),
                PortSettings.of(settings),
                SessionSettings.of(settings),
                VerifySettings.of(text.number("verifyThreads", text.verifyThreads(), 1_024), text.library(), settings),
                DeliverySettings.of(settings));
    }
}
