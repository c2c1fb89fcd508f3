package io.litigation.core.provider;

/** A provider that is configured and can be made. */
@FunctionalInterface
public interface ProviderBlueprint {

    /** Makes the provider. Called once, and only if the whole configuration is without a mistake. */
    Provider create(ProviderRuntime runtime);
}
