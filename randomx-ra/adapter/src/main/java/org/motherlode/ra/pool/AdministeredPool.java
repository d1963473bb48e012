package org.motherlode.ra.pool;

import jakarta.resource.Referenceable;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.Serializable;
import javax.naming.NamingException;
import javax.naming.Reference;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/**
 * A pool in the application server's management model. The server makes all pools before it starts the adapter, and one
 * setter that throws would take every pool down: so setters take any text, and reading it comes later.
 */
@AdministeredObject(adminObjectInterfaces = ConfiguredPool.class)
public final class AdministeredPool implements ConfiguredPool, ResourceAdapterAssociation, Referenceable, Serializable {
    private static final long serialVersionUID = 1;

    @ConfigProperty(description = "Name of the pool: lower-case letters, digits, '-'")
    private String name = "";

    @ConfigProperty(description = "Chain, for example monero")
    private String chain = "";

    @ConfigProperty(description = "RPC address of the node")
    private String node = "";

    @ConfigProperty(description = "RPC address of the wallet")
    private String wallet = "";

    @ConfigProperty(
            description =
                    "Ports: 'host:port dialect difficulty [min=difficulty] [plain|tls|either]', separated by commas")
    private String ports = "";

    @ConfigProperty(description = "true to verify with the full dataset")
    private String fast = "false";

    @ConfigProperty(description = "Everything else: lines of 'key = value'")
    private String settings = "";

    private transient @Nullable ResourceAdapter adapter;
    private transient @Nullable Reference reference;

    @Override
    public PoolDefinition definition() throws SettingException {
        return new PoolText(name, chain, node, wallet, ports, fast, settings).read();
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
        if (adapter instanceof PoolRegistry registry) {
            registry.add(this);
        }
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getChain() {
        return chain;
    }

    public void setChain(String chain) {
        this.chain = chain;
    }

    public String getNode() {
        return node;
    }

    public void setNode(String node) {
        this.node = node;
    }

    public String getWallet() {
        return wallet;
    }

    public void setWallet(String wallet) {
        this.wallet = wallet;
    }

    public String getPorts() {
        return ports;
    }

    public void setPorts(String ports) {
        this.ports = ports;
    }

    public String getFast() {
        return fast;
    }

    public void setFast(String fast) {
        this.fast = fast;
    }

    public String getSettings() {
        return settings;
    }

    public void setSettings(String settings) {
        this.settings = settings;
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() throws NamingException {
        if (reference == null) {
            throw new NamingException("pool " + name + " has no reference");
        }
        return reference;
    }

    /** Two pools are the same if they have the same name; the registry reports the second. */
    @Override
    public boolean equals(Object other) {
        return other instanceof AdministeredPool pool && name.equals(pool.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
