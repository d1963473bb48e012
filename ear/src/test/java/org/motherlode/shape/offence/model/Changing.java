package org.motherlode.shape.offence.model;

/** The model is not immutable here, and knows more than Java. */
public final class Changing {
    private org.assertj.core.api.Assertions known = new org.assertj.core.api.Assertions() {};

    /** Changes it. */
    public void change(org.assertj.core.api.Assertions other) {
        known = other;
    }

    @Override
    public String toString() {
        return known.toString();
    }
}
