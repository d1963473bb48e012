/** The whole EAR on the configured server: what an operator finds in it, and what redeploying and starting do. */
package org.motherlode.server;
