/**
 * RandomX from Java: a binding to whichever librandomx the machine has. It knows nothing of mining pools and needs nothing
 * but the JDK. Whoever makes a cache, dataset or machine closes it; using it afterwards is an exception, never a crash.
 */
package org.motherlode.randomx;
