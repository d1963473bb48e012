package org.motherlode.ejb.queue;

/**
 * What is done with a queue's messages.
 *
 * @param name for logs
 */
public record Intake<T>(String name, MessageFormat<T> format, Store<T> store) {}
