/** Offends on purpose. */
package org.motherlode.shape.offence.ejb.chain.two;
