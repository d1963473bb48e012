/** monerod and monero-wallet-rpc as child processes on a private regtest chain, for the demo and for tests. */
package org.motherlode.ctl.monero;
