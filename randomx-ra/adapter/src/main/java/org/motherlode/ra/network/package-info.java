/** Where connections come from, networks that settings name, and whose turn it is to make room. */
package org.motherlode.ra.network;
