package org.motherlode.ejb.chain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import org.motherlode.model.pool.SettingException;

/**
 * Where a program answers RPC.
 *
 * @param base scheme, host and port, without a path
 * @param login answers the program's challenge (HTTP Digest), where it wants one
 */
public record RpcAddress(URI base, Optional<Login> login) {
    /** A name and a password that never shows. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":***";
        }

        public static Login parse(String key, String text) throws SettingException {
            int colon = text.indexOf(':');
            if (colon < 1 || colon == text.length() - 1) {
                throw new SettingException(key, "must be user:password, as the program was given them");
            }
            return new Login(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    /** Reads {@code http://host:port}, {@code https://host:port} or {@code host:port}. */
    public static RpcAddress parse(String key, String text, Optional<Login> login) throws SettingException {
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            boolean scheme = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean port = uri.getPort() > 0 && uri.getPort() <= 65535;
            boolean host = !Objects.requireNonNullElse(uri.getHost(), "").isEmpty();
            if (scheme && host && port) {
                URI base = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
                String given = uri.toString();
                if (given.equals(base.toString()) || given.equals(base + "/")) {
                    return new RpcAddress(base, login);
                }
            }
        } catch (URISyntaxException e) {
            throw wrong(key);
        }
        throw wrong(key);
    }

    public URI at(String path) {
        return base.resolve(path);
    }

    /** Does not repeat what was written: it may hold a password in the wrong place. */
    private static SettingException wrong(String key) {
        return new SettingException(key, "must be http://host:port or https://host:port, without path or login");
    }
}
