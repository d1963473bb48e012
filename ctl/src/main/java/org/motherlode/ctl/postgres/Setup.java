package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** Roles, database and schemas, from the same scripts that an operator gives to psql. */
final class Setup {
    private Setup() {}

    static void run(int port, Passwords passwords) throws IOException, SQLException {
        String roles = script("1-roles.sql")
                .replace(":'owner_password'", "'" + passwords.owner() + "'")
                .replace(":'app_password'", "'" + passwords.app() + "'");
        execute(port, "postgres", passwords, roles);
        execute(port, "motherlode", passwords, script("2-schemas.sql"));
    }

    /** Eight hex digits that change with these scripts and with the version of PostgreSQL. */
    static String fingerprint() throws IOException {
        CRC32 sum = new CRC32();
        sum.update((script("1-roles.sql") + script("2-schemas.sql")).getBytes(StandardCharsets.UTF_8));
        sum.update(Binaries.version().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static void execute(int port, String database, Passwords passwords, String script) throws SQLException {
        var source = Sources.of(port, database, "postgres", passwords.superuser());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands(script)) statement.execute(command);
        }
    }

    /** CREATE DATABASE must travel alone, so each command does. Our scripts have no semicolon inside a literal. */
    private static List<String> commands(String script) {
        String bare = script.replaceAll("(?m)--.*$", "");
        return Arrays.stream(bare.split(";", -1))
                .map(String::strip)
                .filter(command -> !command.isEmpty())
                .toList();
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Setup.class.getResourceAsStream("/sql/setup/" + name)) {
            if (in == null) throw new IOException("/sql/setup/" + name + " is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
