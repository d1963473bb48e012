package org.motherlode.ra.gateway;

import jakarta.resource.Referenceable;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import javax.naming.NamingException;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.stratum.GatewayFigures;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.stratum.StratumGateway;

/** The gateway under its name in JNDI. Made before the adapter starts; passes every call on to what runs then. */
@AdministeredObject(adminObjectInterfaces = StratumGateway.class)
public final class AdministeredGateway
        implements StratumGateway, ResourceAdapterAssociation, Referenceable, Serializable {
    private static final long serialVersionUID = 1;

    private transient @Nullable ResourceAdapter adapter;
    private transient @Nullable Reference reference;

    @Override
    public int node() {
        return running().node();
    }

    @Override
    public List<PoolDefinition> pools() {
        return running().pools();
    }

    @Override
    public Map<String, String> closed() {
        return running().closed();
    }

    @Override
    public Map<PoolName, String> fingerprints() {
        return running().fingerprints();
    }

    @Override
    public List<Condition> conditions() {
        return running().conditions();
    }

    @Override
    public BanDesk bans() {
        return running().bans();
    }

    @Override
    public void open(PoolName pool, PoolDoor door) {
        running().open(pool, door);
    }

    @Override
    public void publish(PoolName pool, BlockTemplate template) {
        running().publish(pool, template);
    }

    @Override
    public void suspend(PoolName pool, String why) {
        running().suspend(pool, why);
    }

    @Override
    public void stop(PoolName pool, String why) {
        running().stop(pool, why);
    }

    @Override
    public GatewayFigures figures() {
        return running().figures();
    }

    @Override
    public List<MinerFigures> miners(PoolName pool) {
        return running().miners(pool);
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() throws NamingException {
        if (reference == null) {
            throw new NamingException("the gateway has no reference");
        }
        return reference;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdministeredGateway;
    }

    @Override
    public int hashCode() {
        return AdministeredGateway.class.hashCode();
    }

    private StratumGateway running() {
        if (adapter instanceof GatewaySource source) {
            return source.gateway();
        }
        throw new IllegalStateException("the gateway belongs to no adapter");
    }
}
