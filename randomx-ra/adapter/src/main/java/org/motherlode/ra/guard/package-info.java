/** What each stranger may cost: connections, requests and hashes by origin, and bans. Asked at accept, at login and at each verdict. */
package org.motherlode.ra.guard;
