/** Pool events over WebSocket: who listens to what, and how much may wait for a slow listener. */
package org.motherlode.web.live;
