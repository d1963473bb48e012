/** Messages that could not be stored: written down, shown, and ended when they are stored after all or given up. */
package org.motherlode.ejb.letter;
