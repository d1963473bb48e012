package org.motherlode.pow.randomx;

import java.util.Optional;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;

/** One machine that follows the epochs: made for the first, pointed at the next. */
final class Machine implements AutoCloseable {
    private final RandomX randomX;
    private final Variant variant;
    private Optional<Vm> vm = Optional.empty();
    private Optional<Epoch<?>> pointedAt = Optional.empty();
    private boolean closed;

    Machine(RandomX randomX, Variant variant) {
        this.randomX = randomX;
        this.variant = variant;
    }

    /** The machine, hashing with this epoch, on which the caller holds a lease. */
    Vm on(Epoch<?> epoch) {
        if (closed) {
            throw new IllegalStateException("the machine is closed");
        }
        Vm ready = vm.orElseGet(() -> randomX.newVm(variant, epoch.memory()));
        if (vm.isPresent() && pointedAt.filter(former -> former == epoch).isEmpty()) {
            ready.use(epoch.memory());
        }
        vm = Optional.of(ready);
        pointedAt = Optional.of(epoch);
        return ready;
    }

    @Override
    public void close() {
        closed = true;
        vm.ifPresent(Vm::close);
        vm = Optional.empty();
    }
}
