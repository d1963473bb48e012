package org.motherlode.ctl.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motherlode.ctl.process.Folders;

/**
 * The folder of one server: its configuration, data and logs. When the image or the content changes, the configuration is
 * made again; data (the broker's journal, the adapter's files) and users stay.
 */
public record ServerBase(ServerImage image, Path folder) {
    private static final Pattern KEPT = Pattern.compile(".*-(users|roles|groups)\\.properties|.*\\.keystore");

    /**
     * What is in a server.
     *
     * @param ears deployed in this order; none for a server to which something else deploys
     * @param pools admin objects
     * @param adapter config-properties of the resource adapter
     */
    public record Content(List<Path> ears, List<PoolEntry> pools, Map<String, String> adapter) {
        public Content {
            ears = List.copyOf(ears);
            pools = List.copyOf(pools);
            adapter = Map.copyOf(adapter);
        }
    }

    /** Makes the folder's configuration, if it is not already made of just this. No server may run on it. */
    public static ServerBase prepare(ServerImage image, Path folder, Content content) throws IOException {
        ServerBase base = new ServerBase(image, folder.toAbsolutePath());
        String commands = base.commands(content);
        Digest digest = new Digest();
        digest.add(image.digest());
        digest.add(commands);
        for (Path ear : content.ears()) digest.add(ear);
        String made = digest.hex();
        Path mark = base.configuration().resolve("made-of.sha256");
        if (!Files.isRegularFile(mark) || !Files.readString(mark).equals(made)) {
            Files.deleteIfExists(mark);
            base.copyConfiguration();
            if (!commands.isEmpty()) new Console(image.home()).offline(base.folder, commands);
            Files.writeString(mark, made);
        }
        return base;
    }

    Path configuration() {
        return folder.resolve("configuration");
    }

    /** Where the server writes what it thinks of its life. */
    public Path log() {
        return folder.resolve("log/server.log");
    }

    private void copyConfiguration() throws IOException {
        Files.createDirectories(configuration());
        // The pools' passwords stand in the model's file.
        Files.setPosixFilePermissions(configuration(), PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.resolve("deployments"));
        Folders.delete(folder.resolve("tmp"));
        try (Stream<Path> files = Files.list(image.home().resolve("standalone/configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = configuration().resolve(file.getFileName());
                boolean kept = KEPT.matcher(file.getFileName().toString()).matches() && Files.exists(target);
                if (!kept) Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private String commands(Content content) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(content.adapter()).forEach((key, value) -> lines.append(Commands.ADAPTER)
                .append("/config-properties=")
                .append(key)
                .append(":add(value=")
                .append(Commands.quoted(value))
                .append(")\n"));
        content.pools().forEach(pool -> lines.append(pool.commands()));
        content.ears().forEach(ear -> lines.append("deploy --force ")
                .append(ear.toAbsolutePath())
                .append('\n'));
        return lines.toString();
    }
}
