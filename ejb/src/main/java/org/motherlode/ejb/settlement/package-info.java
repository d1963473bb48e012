/** From a found block to transfers: what is due, the frozen window, the split. */
package org.motherlode.ejb.settlement;
