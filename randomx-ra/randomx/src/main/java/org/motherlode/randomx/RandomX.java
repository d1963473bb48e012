package org.motherlode.randomx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One librandomx that has proved itself with the official vectors. It stays open as long as the process; caches, datasets
 * and machines made from it are closed by whoever made them. Safe for any thread.
 */
public final class RandomX {
    private final LibraryFile.Opened file;
    private final Engine engine;
    private final int flags;
    private final Set<Variant> variants;
    private final List<String> refused;

    private RandomX(LibraryFile.Opened file, Engine engine, List<String> refused) {
        this.file = file;
        this.engine = engine;
        this.refused = List.copyOf(refused);
        this.flags = Flags.with(Bridge.flags(file.handle()), engine);
        this.variants = Set.copyOf(SelfTest.variants(file.handle(), flags));
    }

    /**
     * Opens the first library that is there and passes the vectors; needs 256 MiB and a second for that. An
     * {@link IllegalStateException} says of each file why it was not used.
     */
    public static RandomX open(Preferences preferences) {
        Engine engine = preferences.engine().orElseGet(Engine::best);
        List<String> refused = new ArrayList<>();
        for (Path candidate : LibrarySearch.candidates(preferences.library(), System.getenv())) {
            try {
                return new RandomX(LibraryFile.open(candidate), engine, refused);
            } catch (IllegalStateException e) {
                refused.add(candidate + ": " + e.getMessage());
            }
        }
        throw new IllegalStateException("no usable librandomx was found"
                + (refused.isEmpty()
                        ? "; on Debian, install the package librandomx0"
                        : ": " + String.join("; ", refused)));
    }

    public Path library() {
        return file.path();
    }

    /** Whether a private copy is used because the file asks for an executable stack. */
    public boolean isPatched() {
        return file.patched();
    }

    public Engine engine() {
        return engine;
    }

    public boolean supports(Variant variant) {
        return variants.contains(variant);
    }

    /** Allocates without a key; an {@link IllegalStateException} if there is no memory. */
    public Cache newCache() {
        return new Cache(file.handle(), flags);
    }

    /** Reserves 2080 MiB of addresses; the memory itself is taken as it is filled. */
    public Dataset newDataset() {
        return new Dataset(file.handle(), flags);
    }

    /** How much memory a filled dataset takes. */
    public long datasetBytes() {
        return Bridge.datasetItems(file.handle()) * Dataset.ITEM_BYTES;
    }

    /** A machine for this memory, which must be ready and made by this library. */
    public Vm newVm(Variant variant, Memory memory) {
        return newVm(variant, memory, flags);
    }

    /**
     * Another way to the same hash. Where {@link #newVm} has the processor do AES this one does it by tables, and is hardly
     * slower in light mode; where that one does it by tables already, this one has no compiler and is six times slower.
     */
    public Vm newOtherVm(Variant variant, Memory memory) {
        return newVm(variant, memory, Flags.other(flags));
    }

    private Vm newVm(Variant variant, Memory memory, int with) {
        if (!supports(variant)) {
            throw new IllegalStateException(library() + " cannot compute RandomX " + variant);
        }
        int all = variant == Variant.V2 ? with | Flags.V2 : with;
        return new Vm(file.handle(), all, Lease.on(memory));
    }

    /** Whether {@link #commitment} can be asked (librandomx 1.2 and later). */
    public boolean hasCommitments() {
        return Bridge.hasCommitment(file.handle());
    }

    /** Blake2b-256 of input and hash, 32 bytes; an {@link IllegalStateException} where the library has none. */
    public byte[] commitment(byte[] input, byte[] hash) {
        byte[] out = new byte[Vm.HASH_BYTES];
        Bridge.commitment(file.handle(), input, hash, out);
        return out;
    }

    /** For the operator, a line each. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add("library " + library() + (isPatched() ? " (a copy without its executable stack)" : ""));
        lines.add("engine " + engine + "; " + Flags.text(flags));
        lines.add("variants " + variants + (hasCommitments() ? ", commitments" : ", no commitments"));
        refused.forEach(reason -> lines.add("not used: " + reason));
        return lines;
    }
}
