package org.motherlode.whole;

import java.util.List;

/** What happens once to each of some calls of a payout, on a wire that carries them. */
enum PayoutTrouble {
    NONE {
        @Override
        List<HeldCall> plan(CutWire wire, List<String> calls) {
            return List.of();
        }
    },
    /** It is done, and the answer does not get through. */
    LOST_REPLY {
        @Override
        List<HeldCall> plan(CutWire wire, List<String> calls) {
            calls.forEach(call -> wire.cut(call, CutWire.Lost.REPLY));
            return List.of();
        }
    },
    /** The connection ends before it is asked. */
    REFUSED {
        @Override
        List<HeldCall> plan(CutWire wire, List<String> calls) {
            calls.forEach(call -> wire.cut(call, CutWire.Lost.REQUEST));
            return List.of();
        }
    },
    /** The first one passes, the second one ends before it is asked. */
    SECOND_REFUSED {
        @Override
        List<HeldCall> plan(CutWire wire, List<String> calls) {
            wire.cutSecond(calls);
            return List.of();
        }
    },
    /** Who asked has given up, and it is done all the same, long afterwards. */
    LATE {
        @Override
        List<HeldCall> plan(CutWire wire, List<String> calls) {
            return calls.stream().map(wire::late).toList();
        }
    };

    /** Before the payout begins; gives those that come late, which the test lets arrive. */
    abstract List<HeldCall> plan(CutWire wire, List<String> calls);
}
