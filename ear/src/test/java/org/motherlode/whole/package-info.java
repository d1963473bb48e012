/** The whole system with nothing in it that only plays a part: real node, real wallets, real server, real miners. */
package org.motherlode.whole;
