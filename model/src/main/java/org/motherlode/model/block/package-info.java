/** A block that the pool found, from submission to maturity. */
package org.motherlode.model.block;
