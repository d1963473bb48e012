package org.motherlode.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.motherlode.model.health.Condition;
import org.motherlode.model.health.Conditions;

/**
 * Whether the process answers at all. A node or database that is away is told here and does not make it down: starting
 * the server anew would not bring it back.
 */
@Liveness
@ApplicationScoped
public class Live implements HealthCheck {
    @Inject
    Instance<Conditions> conditions;

    @Override
    public HealthCheckResponse call() {
        List<Condition> now =
                conditions.stream().flatMap(part -> part.now().stream()).toList();
        return Report.of(HealthCheckResponse.named("motherlode-live"), now, true);
    }
}
