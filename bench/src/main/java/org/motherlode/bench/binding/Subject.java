package org.motherlode.bench.binding;

import java.nio.charset.StandardCharsets;
import org.motherlode.bench.load.LibraryMemory;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;

/** The one machine on which both sides hash: page placement differs between two and would be measured instead. */
public final class Subject implements AutoCloseable {
    private static final byte[] KEY = "motherlode".getBytes(StandardCharsets.US_ASCII);

    private final LibraryMemory memory;
    private final Vm vm;

    private Subject(LibraryMemory memory, Vm vm) {
        this.memory = memory;
        this.vm = vm;
    }

    public static Subject prepare(RandomX randomX, boolean fast) {
        LibraryMemory memory = LibraryMemory.of(randomX, KEY, fast);
        return new Subject(memory, randomX.newVm(Variant.V1, memory.memory()));
    }

    public Vm vm() {
        return vm;
    }

    public String memory() {
        return memory.pages();
    }

    @Override
    public void close() {
        vm.close();
        memory.close();
    }
}
