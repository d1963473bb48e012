/** Keeps a pool's name from another chain, network, asset or address than it was first opened with. */
package org.motherlode.ejb.identity;
