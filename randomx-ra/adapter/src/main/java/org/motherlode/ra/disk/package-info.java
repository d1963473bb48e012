/** Small files that are whole on disk, or not there at all. */
package org.motherlode.ra.disk;
