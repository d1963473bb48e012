package org.motherlode.randomx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Finds our own native half: where the system property {@code motherlode.randomx.bridge} says; else as the class loader
 * knows it (a JBoss module keeps it in {@code lib/linux-x86_64}); else from the jar, by way of a private copy.
 */
final class BridgeLoader {
    static final String PROPERTY = "motherlode.randomx.bridge";
    private static final String NAME = "motherlode-randomx";

    private BridgeLoader() {}

    @SuppressWarnings("restricted") // Java 25 asks for --enable-native-access; that is the launcher's to give
    static void load() {
        String configured = System.getProperty(PROPERTY, "");
        if (!configured.isBlank()) {
            System.load(Path.of(configured).toAbsolutePath().toString());
            return;
        }
        try {
            System.loadLibrary(NAME);
        } catch (UnsatisfiedLinkError notOnThePath) {
            loadFromJar(notOnThePath);
        }
    }

    @SuppressWarnings("restricted")
    private static void loadFromJar(UnsatisfiedLinkError notOnThePath) {
        String resource = "/native/" + Platform.name() + "/" + NAME + ".bin";
        try (InputStream packed = BridgeLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw notOnThePath;
            }
            try (PrivateCopy copy = PrivateCopy.of(packed, System.mapLibraryName(NAME))) {
                System.load(copy.path().toString());
            }
        } catch (IOException e) {
            UnsatisfiedLinkError error = new UnsatisfiedLinkError("the native bridge could not be unpacked: " + e);
            error.initCause(e);
            throw error;
        }
    }
}
