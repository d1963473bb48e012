package org.motherlode.model.chain;

/** A payable address in canonical spelling; made by an {@link AddressParser} or read back from the database. */
public record MinerAddress(String text) implements Comparable<MinerAddress> {
    public MinerAddress {
        if (text.isBlank() || text.length() > 200) {
            throw new IllegalArgumentException("an address has 1 to 200 characters, not " + text.length());
        }
    }

    @Override
    public int compareTo(MinerAddress other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
