/** Lets shares go that are old and that nothing needs any more. */
package org.motherlode.ejb.retention;
