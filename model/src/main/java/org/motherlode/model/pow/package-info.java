/** The proof-of-work functions, apart from any chain. */
package org.motherlode.model.pow;
