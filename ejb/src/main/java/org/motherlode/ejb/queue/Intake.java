package org.motherlode.ejb.queue;

/**
 * What is done with a queue's messages.
 *
 * @param name for logs, and for the book of those that cannot be stored
 */
public record Intake<T>(String name, MessageFormat<T> format, Store<T> store, LetterBook letters) {}
