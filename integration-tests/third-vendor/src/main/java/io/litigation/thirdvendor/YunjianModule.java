package io.litigation.thirdvendor;

import io.litigation.core.provider.ProviderBlueprint;
import io.litigation.core.provider.ProviderPlugin;
import io.litigation.core.provider.ProviderSettings;

/** How the server finds Yunjian. */
public final class YunjianModule implements ProviderPlugin {

    @Override
    public String name() {
        return YunjianProvider.NAME;
    }

    @Override
    public String displayName() {
        return YunjianProvider.DISPLAY_NAME;
    }

    @Override
    public ProviderBlueprint configure(ProviderSettings settings) {
        YunjianConfig config = YunjianConfig.read(settings);
        return runtime -> new YunjianProvider(config, runtime);
    }
}
