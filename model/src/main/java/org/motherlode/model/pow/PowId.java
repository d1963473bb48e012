package org.motherlode.model.pow;

/** The name of a proof-of-work function as miners know it, for example {@code rx/0}. A record, so that nobody can switch on it. */
public record PowId(String name) {
    public PowId {
        if (!name.matches("[a-z0-9][a-z0-9/_-]{0,31}")) {
            throw new IllegalArgumentException(
                    "a proof-of-work id is lower-case letters, digits, '/', '-', '_': " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
