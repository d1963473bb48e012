/** Payouts under every fault that a network, a wallet or a dying process can bring. */
package org.motherlode.batch.pay;
