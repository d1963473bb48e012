package org.motherlode.ctl.process;

import java.util.Optional;

/**
 * Environment variables by which a person says where something is that is not at its usual place. Those who start, load or
 * compile something read them; {@code docs/commands.md} lists them all.
 */
public enum Told {
    /** The C compiler of the build; {@code compile.sh} reads it. */
    CC,
    /** The librandomx to try first; the binding reads it, in each program that hashes. */
    RANDOMX_LIBRARY,
    MONEROD,
    MONERO_WALLET_RPC,
    /** A folder whose {@code bin} has PostgreSQL's programs, to be used in place of those that we bring. */
    MOTHERLODE_POSTGRES;

    /** What it says, if it says anything. */
    public Optional<String> value() {
        return Optional.ofNullable(System.getenv(name())).filter(value -> !value.isBlank());
    }
}
