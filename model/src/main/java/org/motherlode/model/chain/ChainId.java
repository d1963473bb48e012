package org.motherlode.model.chain;

/** The name of a chain's package, for example {@code monero}. A record, so that neutral code cannot switch on it. */
public record ChainId(String name) {
    public ChainId {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("a chain id is lower-case letters, digits and '-': " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
