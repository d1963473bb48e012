package org.motherlode.ra;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.share.ShareListener;

/** How a message-driven bean says that it wants the shares. There is nothing to choose. */
@Activation(messageListeners = ShareListener.class)
public final class ShareActivation implements ActivationSpec {
    private @Nullable ResourceAdapter adapter;

    @Override
    public void validate() {}

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
    }
}
