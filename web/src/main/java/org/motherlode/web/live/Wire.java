package org.motherlode.web.live;

import java.util.function.Consumer;

/** A listener's connection as the queue in front of it sees it. */
interface Wire {
    /** Sends one message and then says whether it left; never blocks. The next is sent only after that. */
    void send(String message, Consumer<Boolean> left);

    /** Ends the connection; the words are shown to the listener's program. */
    void cut(String why);
}
