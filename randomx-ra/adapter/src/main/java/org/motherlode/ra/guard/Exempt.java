package org.motherlode.ra.guard;

import java.net.InetAddress;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.network.Networks;

/** Who is never counted and never banned: the operator's own networks, and by default the machine itself. */
record Exempt(boolean loopback, Networks networks) {

    static Exempt of(Settings settings) throws SettingException {
        return new Exempt(settings.flag("exempt-loopback", true), Networks.of("exempt-networks", settings));
    }

    boolean covers(InetAddress address) {
        return (loopback && address.isLoopbackAddress()) || networks.contain(address);
    }
}
