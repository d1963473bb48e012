package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of Motherlode that this program does not run, as the owner of its tables. */
public final class OwnersDatabase {
    private static final int CONNECT_SECONDS = 10;

    private OwnersDatabase() {}

    /**
     * One at an address.
     *
     * @param url as JDBC has it: {@code jdbc:postgresql://host:port/database}
     * @param passwordFile its first line is the password
     */
    public static DataSource at(String url, String user, Path passwordFile) throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "the database's address must be like jdbc:postgresql://host:5432/motherlode, not " + url, e);
        }
        source.setUser(user);
        source.setPassword(password(passwordFile));
        source.setConnectTimeout(CONNECT_SECONDS);
        return source;
    }

    private static String password(Path file) throws IOException {
        if (!Files.isReadable(file)) throw new IOException("the password file " + file + " cannot be read");
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || lines.get(0).isEmpty()) throw new IOException(file + " must begin with the password");
        return lines.get(0);
    }
}
