package org.motherlode.ctl.server;

/** How far a server has come, from what {@code /health/ready} on its management port says. */
enum BootState {
    STARTING,
    RUNNING,
    /** It is up, but something of its configuration or a deployment failed, and it will not try again. */
    FAILED;

    /** Our own readiness (a node away, say) does not matter here: only WildFly's checks do. */
    static BootState of(String health) {
        Checks checks = Checks.of(health);
        if (!checks.isUp("server-state")) return STARTING;
        if (!checks.isUp("boot-errors")) return FAILED;
        return checks.isUp("deployments-status") ? RUNNING : FAILED;
    }
}
