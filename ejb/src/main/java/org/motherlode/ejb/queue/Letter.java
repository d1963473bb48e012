package org.motherlode.ejb.queue;

/**
 * A message that cannot be stored.
 *
 * @param id the same for the same message, whenever it comes
 * @param queue the name of where it came from
 * @param why a sentence
 */
public record Letter(String id, String queue, String why, Marks marks) {}
