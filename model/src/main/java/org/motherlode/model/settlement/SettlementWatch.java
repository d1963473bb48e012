package org.motherlode.model.settlement;

import java.util.List;

/** Who is told which settlements go wrong. */
public interface SettlementWatch {
    /** All that go wrong now; what is not named any more is settled, or not due. Called at each look for work. */
    void failing(List<Setback> setbacks);
}
