/** OpenSY, its test networks and regtest: node, wallet, templates and addresses behind the ports of the model. */
package org.motherlode.ejb.chain.opensy;
