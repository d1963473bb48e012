package org.motherlode.model.audit;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.motherlode.model.bytes.Octets;

/**
 * A hash tree over lines of text, of the shape and with the domain bytes of RFC 6962 (2.1): a leaf is the SHA-256 of 0x00 and
 * the line's UTF-8, a node that of 0x01 and its two children, a last node without a neighbour goes up as it is, and the root
 * of no lines is the SHA-256 of nothing. Whoever knows his line, its index, the number of lines and the path recomputes the
 * root without the other lines.
 */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** All hashes of a level behind each other; the leaves first, the root last. Not even the leaves where there are none. */
    private final List<byte[]> levels;

    private MerkleTree(List<byte[]> levels) {
        this.levels = levels;
    }

    /** Takes the lines one after the other and keeps 32 bytes of each. */
    public static final class Builder {
        private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();

        public void add(String line) {
            leaves.writeBytes(leafBytes(line));
        }

        public MerkleTree build() {
            List<byte[]> levels = new ArrayList<>();
            byte[] level = leaves.toByteArray();
            if (level.length > 0) {
                levels.add(level);
            }
            while (level.length > Sha256.BYTES) {
                level = above(level);
                levels.add(level);
            }
            return new MerkleTree(List.copyOf(levels));
        }

        private static byte[] above(byte[] level) {
            ByteArrayOutputStream above = new ByteArrayOutputStream(level.length / 2 + Sha256.BYTES);
            MessageDigest digest = Sha256.begin();
            for (int from = 0; from < level.length; from += 2 * Sha256.BYTES) {
                if (from + Sha256.BYTES == level.length) {
                    above.write(level, from, Sha256.BYTES);
                } else {
                    digest.update(NODE);
                    digest.update(level, from, 2 * Sha256.BYTES);
                    above.writeBytes(digest.digest());
                }
            }
            return above.toByteArray();
        }
    }

    public static MerkleTree of(List<String> lines) {
        Builder builder = new Builder();
        lines.forEach(builder::add);
        return builder.build();
    }

    /** How many lines there are. */
    public int size() {
        return levels.isEmpty() ? 0 : levels.get(0).length / Sha256.BYTES;
    }

    public Octets root() {
        return levels.isEmpty() ? Octets.of(Sha256.begin().digest()) : hash(levels.get(levels.size() - 1), 0);
    }

    /** The neighbours on the way from this line (counted from 0) to the root, the lowest first. */
    public List<Octets> path(int index) {
        if (index < 0 || index >= size()) {
            throw new IllegalArgumentException("there are " + size() + " lines, and none has the index " + index);
        }
        List<Octets> path = new ArrayList<>();
        int place = index;
        for (byte[] level : levels.subList(0, levels.size() - 1)) {
            int neighbour = place ^ 1;
            if (neighbour * Sha256.BYTES < level.length) {
                path.add(hash(level, neighbour));
            }
            place /= 2;
        }
        return List.copyOf(path);
    }

    /**
     * The root to which this path leads from a line.
     *
     * @param index of the line, from 0, below {@code lines}
     * @param lines how many there are in the tree
     * @throws IllegalArgumentException if in such a tree no line of this index has a path of that length
     */
    public static Octets root(String line, int index, int lines, List<Octets> path) {
        if (index < 0 || index >= lines) {
            throw new IllegalArgumentException("of " + lines + " lines none has the index " + index);
        }
        Octets hash = Octets.of(leafBytes(line));
        int place = index;
        int used = 0;
        for (int width = lines; width > 1; width = width / 2 + width % 2) {
            boolean alone = place == width - 1 && width % 2 == 1;
            if (!alone) {
                if (used == path.size()) {
                    throw new IllegalArgumentException("the path ends after " + used + " hashes, below the root");
                }
                Octets neighbour = path.get(used++);
                hash = place % 2 == 0 ? node(hash, neighbour) : node(neighbour, hash);
            }
            place /= 2;
        }
        if (used != path.size()) {
            throw new IllegalArgumentException(
                    "the path has " + path.size() + " hashes, and the root is reached after " + used);
        }
        return hash;
    }

    private static Octets node(Octets left, Octets right) {
        MessageDigest digest = Sha256.begin();
        digest.update(NODE);
        digest.update(left.toBytes());
        digest.update(right.toBytes());
        return Octets.of(digest.digest());
    }

    private static byte[] leafBytes(String line) {
        MessageDigest digest = Sha256.begin();
        digest.update(LEAF);
        digest.update(Sha256.utf8(line));
        return digest.digest();
    }

    private static Octets hash(byte[] level, int index) {
        return Octets.of(Arrays.copyOfRange(level, index * Sha256.BYTES, (index + 1) * Sha256.BYTES));
    }
}
