package org.motherlode.ra.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowVm;

/** The machines of one verifier thread, made when first needed. The second is for hashing once more where the first may err. */
final class Machines implements AutoCloseable {
    private final Hashers hashers;
    private final Map<PowId, PowVm> first = new HashMap<>();
    private final Map<PowId, PowVm> second = new HashMap<>();

    Machines(Hashers hashers) {
        this.hashers = hashers;
    }

    PowVm first(PowId id) {
        return first.computeIfAbsent(id, name -> hashers.get(name).newVm());
    }

    PowVm second(PowId id) {
        return second.computeIfAbsent(id, name -> hashers.get(name).newSecondVm());
    }

    @Override
    public void close() {
        List<PowVm> all = new ArrayList<>(first.values());
        all.addAll(second.values());
        first.clear();
        second.clear();
        all.forEach(PowVm::close);
    }
}
