package org.motherlode.model.bytes;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string. Equality is by content; the text form is lower-case hex without prefix, first byte first. */
public final class Octets {
    private static final Octets EMPTY = new Octets(new byte[0]);
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /** Reads hex of either case; an odd length or another character is an {@link IllegalArgumentException}. */
    public static Octets ofHex(CharSequence hex) {
        byte[] read = HEX.parseHex(hex);
        return read.length == 0 ? EMPTY : new Octets(read);
    }

    public static Octets empty() {
        return EMPTY;
    }

    public int length() {
        return bytes.length;
    }

    public byte at(int index) {
        return bytes[index];
    }

    /** A copy that the caller may change. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** These bytes with {@code patch} written over them from {@code offset} on; the length stays. */
    public Octets with(int offset, Octets patch) {
        byte[] changed = bytes.clone();
        System.arraycopy(patch.bytes, 0, changed, offset, patch.bytes.length);
        return new Octets(changed);
    }

    public Octets slice(int from, int length) {
        return of(Arrays.copyOfRange(bytes, from, from + length));
    }

    public String hex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
