/** Offends on purpose. */
package org.motherlode.shape.offence.stratum.dialect.two;
