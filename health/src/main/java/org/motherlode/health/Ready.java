package org.motherlode.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.motherlode.model.health.Condition;
import org.motherlode.model.health.Conditions;

/** Whether miners can be served now. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    @Inject
    Instance<Conditions> conditions;

    @Override
    public HealthCheckResponse call() {
        List<Condition> now =
                conditions.stream().flatMap(part -> part.now().stream()).toList();
        return Report.of(HealthCheckResponse.named("motherlode-ready"), now, Report.canServe(now));
    }
}
