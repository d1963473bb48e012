/** Turning a found block into ledger transfers, step by step and repeatable. */
package org.motherlode.model.settlement;
