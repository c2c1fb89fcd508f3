package io.litigation.provider.submail;

import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderSettings;

/** How the server finds SUBMAIL. */
public final class SubmailModule implements ProviderPlugin {

    @Override
    public String name() {
        return SubmailProvider.NAME;
    }

    @Override
    public String displayName() {
        return SubmailProvider.DISPLAY_NAME;
    }

    @Override
    public ProviderBlueprint configure(ProviderSettings settings) {
        SubmailConfig config = SubmailConfig.read(settings);
        return runtime -> new SubmailProvider(config, runtime);
    }
}
