/** The toy chain's own wire: words in a line. It joins the adapter by {@code ServiceLoader}, beside its hash function. */
package org.motherlode.stratum.dialect.toy;
