package io.litigation.provider.xinshu;

import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderSettings;

/** How the server finds Xinshu. */
public final class XinshuModule implements ProviderPlugin {

    @Override
    public String name() {
        return XinshuProvider.NAME;
    }

    @Override
    public String displayName() {
        return XinshuProvider.DISPLAY_NAME;
    }

    @Override
    public ProviderBlueprint configure(ProviderSettings settings) {
        XinshuConfig config = XinshuConfig.read(settings);
        return runtime -> new XinshuProvider(config, runtime);
    }
}
