package org.motherlode.ejb.view;

import java.io.Serializable;

/** Which version of a pool's terms. */
record TermsKey(String pool, int version) implements Serializable {}
