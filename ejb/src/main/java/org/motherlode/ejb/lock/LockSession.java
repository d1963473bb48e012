package org.motherlode.ejb.lock;

import java.time.Instant;

/**
 * A connection as PostgreSQL sees it.
 *
 * @param process of the server's; numbers are used again
 * @param since the connection's beginning, which tells two with one number apart
 */
public record LockSession(int process, Instant since) {}
