/** What a pool promises its miners, in versions. */
package org.motherlode.ejb.terms;
