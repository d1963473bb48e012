/** Exact amounts: atoms of an asset. */
package org.motherlode.model.money;
