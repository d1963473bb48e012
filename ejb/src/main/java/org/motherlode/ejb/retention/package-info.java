/** Lets shares, and the batch runtime's memories of runs, go that are old and that nothing needs any more. */
package org.motherlode.ejb.retention;
