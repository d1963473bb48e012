package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Files in {@code /tmp} that the broker's native library leaves, one for each JVM that loads it: ActiveMQ Artemis Native
 * 2.0.0 makes one in {@code JNI_OnLoad}, always there, keeps it open, and removes it when the library is unloaded, which
 * hardly happens.
 */
public final class BrokerScraps {
    private static final Path FOLDER = Path.of("/tmp");
    private static final String NAMES = "artemisJLHandler_??????";

    private BrokerScraps() {}

    /** Deletes those of our user. A broker that has one open goes on with it: it is never looked up by its name again. */
    public static void sweep() throws IOException {
        sweep(FOLDER);
    }

    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAMES)) {
            for (Path file : files) {
                if (isScrap(file)) Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isScrap(Path file) throws IOException {
        try {
            PosixFileAttributes facts =
                    Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return facts.isRegularFile()
                    && facts.size() == 0
                    && facts.owner().getName().equals(System.getProperty("user.name"));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
