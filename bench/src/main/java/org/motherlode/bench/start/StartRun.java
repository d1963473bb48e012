package org.motherlode.bench.start;

/**
 * Nanoseconds since the server's process was started.
 *
 * @param bare until the server without application and pool is up
 * @param login until a miner's login is answered with a job
 * @param complete until the deployment is reported as complete
 */
record StartRun(long bare, long login, long complete) {}
