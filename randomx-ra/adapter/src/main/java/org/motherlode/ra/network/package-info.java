/** Internet addresses as settings name them. */
package org.motherlode.ra.network;
