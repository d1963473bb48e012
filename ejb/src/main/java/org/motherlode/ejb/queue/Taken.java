package org.motherlode.ejb.queue;

/** A message with what it says. */
record Taken<T>(Arrived arrived, T value) {}
