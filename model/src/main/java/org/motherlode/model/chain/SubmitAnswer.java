package org.motherlode.model.chain;

/** A node's first word on a block. {@code accepted} may still become an orphan, and a refusal may name a block that it has. */
public record SubmitAnswer(boolean accepted, String words) {}
