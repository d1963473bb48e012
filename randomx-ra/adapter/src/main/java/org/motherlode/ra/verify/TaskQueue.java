package org.motherlode.ra.verify;

import java.util.Optional;

/** What waits in a part of a lane. Not thread-safe. */
interface TaskQueue<T> {
    int size();

    void add(Sender sender, T task);

    /** The task whose turn it is; whose it is is charged with this much. At least one must wait. */
    T take(long nanos);

    /** The newest task of whoever has the most. At least one must wait. */
    T takeNewest();

    /** Takes out what has to go for one more of this sender; empty if nobody in here has more than it would have then. */
    Optional<T> makeRoom(Sender newcomer);

    /** Adds to what this sender is charged with; less than zero takes back. */
    void charge(Sender sender, long nanos);
}
