package org.motherlode.ejb.pool;

import java.util.concurrent.ThreadFactory;
import org.motherlode.ejb.meter.Meters;

/** Who works for the pools, and where it is measured. */
record Staff(ThreadFactory threads, Meters meters) {}
