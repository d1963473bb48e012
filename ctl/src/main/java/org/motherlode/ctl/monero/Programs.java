package org.motherlode.ctl.monero;

import java.nio.file.Files;
import java.nio.file.Path;
import org.motherlode.ctl.process.Told;

/** Where Monero's programs are: {@code MONEROD} and {@code MONERO_WALLET_RPC} name them where they are not on the path. */
public final class Programs {
    private Programs() {}

    public static String monerod() {
        return path(Told.MONEROD, "monerod");
    }

    public static String walletRpc() {
        return path(Told.MONERO_WALLET_RPC, "monero-wallet-rpc");
    }

    private static String path(Told variable, String usual) {
        String path = variable.value().orElse(usual);
        if (path.contains("/") && !Files.isExecutable(Path.of(path))) {
            throw new IllegalArgumentException(variable + " must name an executable program, not '" + path + "'");
        }
        return path;
    }
}
