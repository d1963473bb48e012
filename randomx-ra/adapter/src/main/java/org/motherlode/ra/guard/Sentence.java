package org.motherlode.ra.guard;

import org.motherlode.ra.statistics.Count;

/** What a miner hears that has to go, and the figure that tells how many went for that. */
public record Sentence(String words, Count figure) {}
