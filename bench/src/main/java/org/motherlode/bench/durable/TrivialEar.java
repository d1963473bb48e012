package org.motherlode.bench.durable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.motherlode.model.pow.PowHasherProvider;

/** The EAR as it ships, but for one jar in the RAR, which hashes with {@link TrivialHash} instead of RandomX. */
public final class TrivialEar {
    private static final String ADAPTER = "motherlode-ra.rar";
    private static final String SERVICE = "META-INF/services/" + PowHasherProvider.class.getName();

    private TrivialEar() {}

    /** Writes it into the folder, under the name that the server's configuration knows. */
    public static Path of(Path shipped, Path folder) throws IOException {
        Map<String, byte[]> ear = read(Files.readAllBytes(shipped));
        ear.put(ADAPTER, write(withHash(read(ear.getOrDefault(ADAPTER, new byte[0])))));
        Files.createDirectories(folder);
        return Files.write(folder.resolve("motherlode.ear"), write(ear));
    }

    /** In the one jar that provides hashes. */
    private static Map<String, byte[]> withHash(Map<String, byte[]> adapter) throws IOException {
        for (Map.Entry<String, byte[]> file : adapter.entrySet()) {
            if (file.getKey().endsWith(".jar")) {
                Map<String, byte[]> jar = read(file.getValue());
                if (jar.containsKey(SERVICE)) {
                    jar.put(SERVICE, TrivialProvider.class.getName().getBytes(StandardCharsets.UTF_8));
                    addClasses(jar);
                    file.setValue(write(jar));
                    return adapter;
                }
            }
        }
        throw new IOException("no jar of " + ADAPTER + " provides a hash");
    }

    private static void addClasses(Map<String, byte[]> jar) throws IOException {
        String folder = TrivialEar.class.getPackageName().replace('.', '/') + "/";
        for (String name : new String[] {"TrivialHash", "TrivialHasher", "TrivialHasher$1", "TrivialProvider"}) {
            String file = folder + name + ".class";
            try (InputStream in = TrivialEar.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new IOException(file + " is missing");
                }
                jar.put(file, in.readAllBytes());
            }
        }
    }

    private static Map<String, byte[]> read(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static byte[] write(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
