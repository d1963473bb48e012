package org.motherlode.ctl.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The last 64 bytes of a backup: the SHA-256, in hex, of the whole file with zeros in their place. They are the comment of the
 * ZIP file, so that any program that reads ZIP files reads a backup too, and no byte of it can change or be missing unseen.
 */
final class Seal {
    static final int LENGTH = 64;
    static final String OPEN = "0".repeat(LENGTH);

    private static final int BUFFER = 1 << 16;

    private Seal() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Seals a file that ends with {@link #OPEN}, and has it on the disk. */
    static void close(Path file) throws IOException {
        byte[] seal = of(file).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(seal), channel.size() - LENGTH);
            channel.force(true);
        }
    }

    /** @throws BackupException when a byte of it is not what it was, or its end is missing */
    static void require(Path file) throws IOException {
        if (Files.size(file) < LENGTH || !of(file).equals(end(file))) {
            throw new BackupException(file + " is damaged, cut off, or no backup: its SHA-256 is not what its last "
                    + LENGTH + " bytes say");
        }
    }

    private static String end(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer end = ByteBuffer.allocate(LENGTH);
            channel.position(channel.size() - LENGTH);
            while (end.hasRemaining() && channel.read(end) >= 0) {}
            return new String(end.array(), StandardCharsets.US_ASCII);
        }
    }

    private static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        long left = Files.size(file) - LENGTH;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
                if (read < 0) throw new BackupException(file + " became shorter while it was read");
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        byte[] zeros = new byte[LENGTH];
        Arrays.fill(zeros, (byte) '0');
        digest.update(zeros);
        return hex(digest);
    }

    /** Counts and digests what goes through it into a part; closing it does not close what is behind. */
    static final class Measured extends OutputStream {
        private final OutputStream out;
        private final MessageDigest digest = sha256();
        private long bytes;

        Measured(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] all, int from, int length) throws IOException {
            out.write(all, from, length);
            digest.update(all, from, length);
            bytes += length;
        }

        Manifest.Part part(String name) {
            return new Manifest.Part(name, bytes, hex(digest));
        }
    }
}
