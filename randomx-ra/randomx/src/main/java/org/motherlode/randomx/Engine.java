package org.motherlode.randomx;

/** How the programs of RandomX are run. All give the same hashes; the interpreter is about six times slower. */
public enum Engine {
    /** Compiled into memory that is writable and executable at once. */
    JIT,
    /** Compiled; the memory is made executable only after it was written. Costs up to 5 %. */
    SECURE_JIT,
    /** Where the kernel allows no executable memory (SELinux execmem, MemoryDenyWriteExecute). */
    INTERPRETER;

    /** The best that this process may use. */
    public static Engine best() {
        return switch (Bridge.executableMemory()) {
            case 2 -> JIT;
            case 1 -> SECURE_JIT;
            default -> INTERPRETER;
        };
    }
}
