/** One proof-of-work hash for each share, on bounded lanes and threads of its own. */
package org.motherlode.ra.verify;
