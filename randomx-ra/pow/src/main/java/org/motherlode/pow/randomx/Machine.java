package org.motherlode.pow.randomx;

import java.util.Optional;
import java.util.function.Function;
import org.motherlode.randomx.Memory;
import org.motherlode.randomx.Vm;

/** One machine that follows the epochs: made for the first, pointed at the next. */
final class Machine implements AutoCloseable {
    private final Function<Memory, Vm> maker;
    private Optional<Vm> vm = Optional.empty();
    private Optional<Epoch<?>> pointedAt = Optional.empty();
    private boolean closed;

    Machine(Function<Memory, Vm> maker) {
        this.maker = maker;
    }

    /** The machine, hashing with this epoch, on which the caller holds a lease. */
    private Vm on(Epoch<?> epoch) {
        if (closed) {
            throw new IllegalStateException("the machine is closed");
        }
        Vm ready = vm.orElseGet(() -> maker.apply(epoch.memory()));
        if (vm.isPresent() && pointedAt.filter(former -> former == epoch).isEmpty()) {
            ready.use(epoch.memory());
        }
        vm = Optional.of(ready);
        pointedAt = Optional.of(epoch);
        return ready;
    }

    /** Hashes with a leased epoch, and ends the lease. */
    <R> R run(Epoch<?> epoch, Function<Vm, R> hashing) {
        try {
            return hashing.apply(on(epoch));
        } finally {
            epoch.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        vm.ifPresent(Vm::close);
        vm = Optional.empty();
    }
}
