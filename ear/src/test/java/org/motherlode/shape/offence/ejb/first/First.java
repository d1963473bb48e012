package org.motherlode.shape.offence.ejb.first;

import org.motherlode.shape.offence.ejb.second.Second;

/** Half of a circle. */
public record First(Class<Second> other) {}
