package org.motherlode.ejb.meter;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One for the application, on the registry that the server gives it. */
@ApplicationScoped
class MeterBeans {
    @Produces
    @Singleton
    Meters meters(MeterRegistry registry) {
        return new Meters(registry);
    }

    /** Static: when the server stops, this bean may be gone before the figures. */
    static void remove(@Disposes Meters meters) {
        meters.removeAll();
    }
}
