package org.motherlode.ctl.monero;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where Monero's programs are: {@code MONEROD} and {@code MONERO_WALLET_RPC} name them where they are not on the path. */
final class Programs {
    private Programs() {}

    static String path(String program) {
        String variable = program.replace('-', '_').toUpperCase(Locale.ROOT);
        String given = System.getenv(variable);
        if (given == null) {
            return program;
        }
        if (!Files.isExecutable(Path.of(given))) {
            throw new IllegalArgumentException(variable + " must name an executable program, not '" + given + "'");
        }
        return given;
    }
}
