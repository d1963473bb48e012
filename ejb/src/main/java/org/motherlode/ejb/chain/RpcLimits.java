package org.motherlode.ejb.chain;

/**
 * What bounds a conversation with a program.
 *
 * @param connectMillis for the connection, also for waiting until one of the pool is free
 * @param silenceMillis how long the program may send nothing while an answer is awaited
 * @param connections at most at a time
 * @param answerBytes of the largest answer that is read
 */
public record RpcLimits(int connectMillis, int silenceMillis, int connections, int answerBytes) {}
