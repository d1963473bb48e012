/** A whole pool on one machine: private chain, wallets, server, miners, and the story that is told with them. */
package org.motherlode.ctl.demo;
