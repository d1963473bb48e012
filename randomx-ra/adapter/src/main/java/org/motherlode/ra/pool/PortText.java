package org.motherlode.ra.pool;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.PortSecurity;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.work.Difficulty;

/** The text of one port: {@code host:port dialect difficulty}, and then, if wanted, a minimum and how it is encrypted. */
final class PortText {
    private static final String LEAST = "min=";
    private static final int FIXED_WORDS = 3;

    private PortText() {}

    static ListenPort read(String text) throws SettingException {
        List<String> words = Arrays.asList(text.split("\\s+", -1));
        int colon = words.get(0).lastIndexOf(':');
        if (words.size() < FIXED_WORDS || colon < 1) {
            throw nonsense(text);
        }
        Optional<Difficulty> least = Optional.empty();
        Optional<PortSecurity> security = Optional.empty();
        for (String word : words.subList(FIXED_WORDS, words.size())) {
            if (word.startsWith(LEAST) && least.isEmpty()) {
                least = Optional.of(difficulty(word.substring(LEAST.length())));
            } else if (PortSecurity.of(word).isPresent() && security.isEmpty()) {
                security = PortSecurity.of(word);
            } else {
                throw nonsense(text);
            }
        }
        // An IPv6 address stands in brackets, as in a URL.
        String host = words.get(0).substring(0, colon).replaceFirst("^\\[(.*)]$", "$1");
        int port = PoolText.value("ports", words.get(0).substring(colon + 1), Integer::valueOf);
        Difficulty start = difficulty(words.get(2));
        Optional<Difficulty> bound = least;
        PortSecurity how = security.orElse(PortSecurity.PLAIN);
        return PoolText.value("ports", host, valid -> new ListenPort(valid, port, words.get(1), start, bound, how));
    }

    private static Difficulty difficulty(String text) throws SettingException {
        return PoolText.value("ports", text, number -> Difficulty.of(Long.parseLong(number)));
    }

    private static SettingException nonsense(String text) {
        return new SettingException(
                "ports",
                "must be 'host:port dialect difficulty [min=difficulty] [plain|tls|either]', several separated by"
                        + " commas, not '" + text + "'");
    }
}
