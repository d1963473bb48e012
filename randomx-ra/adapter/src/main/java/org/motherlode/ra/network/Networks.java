package org.motherlode.ra.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** A list of networks in CIDR form. */
public record Networks(List<AddressRange> ranges) {
    private static final Pattern SEPARATOR = Pattern.compile("[, ]+");

    public Networks {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads those of a setting, separated by commas or spaces; none where it is missing.
     *
     * @throws SettingException if one is no network; names the key
     */
    public static Networks of(String key, Settings settings) throws SettingException {
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : SEPARATOR.split(settings.text(key, ""), -1)) {
            if (!text.isEmpty()) {
                ranges.add(AddressRange.parse(text)
                        .orElseThrow(() -> new SettingException(
                                key, "must be networks like 192.0.2.0/24 2001:db8::/32, not '" + text + "'")));
            }
        }
        return new Networks(ranges);
    }

    public boolean contain(InetAddress address) {
        for (AddressRange range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
