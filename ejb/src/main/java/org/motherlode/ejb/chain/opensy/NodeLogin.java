package org.motherlode.ejb.chain.opensy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.model.chain.NodeUnavailableException;

/** HTTP Basic, in one of the node's two ways. */
final class NodeLogin {
    private static final int LONGEST_COOKIE = 1_000;

    private NodeLogin() {}

    /** Of {@code -rpcuser} and {@code -rpcpassword}, or one line of {@code -rpcauth}. */
    static HttpDoor.Authorization of(RpcAddress.Login login) {
        String value = basic(login.user() + ":" + login.password());
        return () -> Optional.of(value);
    }

    /** Of the file {@code .cookie} that the node writes at each start, so it is read anew for each request. */
    static HttpDoor.Authorization ofCookie(Path file) {
        return () -> Optional.of(basic(cookie(file)));
    }

    private static String cookie(Path file) throws NodeUnavailableException {
        try {
            if (Files.size(file) > LONGEST_COOKIE) {
                throw new NodeUnavailableException(file + " is no cookie of a node: it is too long");
            }
            String line = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (!line.matches("[^:\\s]+:\\S+")) {
                throw new NodeUnavailableException(file + " is no cookie of a node: it must be one line, name:secret");
            }
            return line;
        } catch (NodeUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw new NodeUnavailableException(
                    "the node's cookie " + file + " cannot be read: does the node run, and may this server read it?",
                    e);
        }
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }
}
