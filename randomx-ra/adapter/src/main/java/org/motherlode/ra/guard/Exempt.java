package org.motherlode.ra.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** Who is never counted and never banned: the operator's own networks, and by default the machine itself. */
record Exempt(boolean loopback, List<AddressRange> networks) {
    private static final Pattern SEPARATOR = Pattern.compile("[, ]+");

    Exempt {
        networks = List.copyOf(networks);
    }

    static Exempt of(Settings settings) throws SettingException {
        List<AddressRange> networks = new ArrayList<>();
        for (String text : SEPARATOR.split(settings.text("exempt-networks", ""), -1)) {
            if (!text.isEmpty()) {
                networks.add(AddressRange.parse(text)
                        .orElseThrow(() -> new SettingException(
                                "exempt-networks",
                                "must be networks like 192.0.2.0/24 2001:db8::/32, not '" + text + "'")));
            }
        }
        return new Exempt(settings.flag("exempt-loopback", true), networks);
    }

    boolean covers(InetAddress address) {
        return (loopback && address.isLoopbackAddress())
                || networks.stream().anyMatch(network -> network.contains(address));
    }
}
