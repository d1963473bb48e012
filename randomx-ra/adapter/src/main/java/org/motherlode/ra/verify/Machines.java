package org.motherlode.ra.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowVm;

/**
 * The machines of one verifier thread, made when first needed. The second is for hashing once more where the first may err. A
 * function may be released and opened anew: a machine of the former one would never find a seed again.
 */
final class Machines implements AutoCloseable {
    private record Made(PowHasher of, PowVm vm) {}

    private final Hashers hashers;
    private final Map<PowId, Made> first = new HashMap<>();
    private final Map<PowId, Made> second = new HashMap<>();

    Machines(Hashers hashers) {
        this.hashers = hashers;
    }

    /** Empty while the function is not open. */
    Optional<PowVm> first(PowId id) {
        return machine(first, id, PowHasher::newVm);
    }

    /** Empty while the function is not open. */
    Optional<PowVm> second(PowId id) {
        return machine(second, id, PowHasher::newSecondVm);
    }

    private Optional<PowVm> machine(Map<PowId, Made> made, PowId id, Function<PowHasher, PowVm> making) {
        Optional<PowHasher> hasher = hashers.find(id);
        Optional<Made> known = Optional.ofNullable(made.get(id));
        if (known.isPresent() && known.map(Made::of).equals(hasher)) {
            return known.map(Made::vm);
        }
        closeWhatIsGone(first);
        closeWhatIsGone(second);
        Optional<PowVm> fresh = hasher.map(making);
        hasher.ifPresent(of -> fresh.ifPresent(vm -> made.put(id, new Made(of, vm))));
        return fresh;
    }

    /** Also of other functions: after a fork nobody asks for the former one again. */
    private void closeWhatIsGone(Map<PowId, Made> made) {
        Map<PowId, Made> gone = new HashMap<>(made);
        gone.entrySet().removeIf(entry -> hashers.find(entry.getKey())
                .filter(entry.getValue().of()::equals)
                .isPresent());
        made.keySet().removeAll(gone.keySet());
        gone.values().forEach(old -> old.vm().close());
    }

    @Override
    public void close() {
        List<PowVm> all = Stream.concat(first.values().stream(), second.values().stream())
                .map(Made::vm)
                .toList();
        first.clear();
        second.clear();
        all.forEach(PowVm::close);
    }
}
