/** What a hash costs through the binding, against a loop in C on the same library, machine, memory and inputs. */
package org.motherlode.bench.binding;
