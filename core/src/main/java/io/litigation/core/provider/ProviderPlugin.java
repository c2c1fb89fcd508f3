package io.litigation.core.provider;

/**
 * How the server finds a vendor module: by {@link java.util.ServiceLoader}. Adding a vendor is adding a jar whose
 * {@code META-INF/services} names its plug-in.
 */
public interface ProviderPlugin {

    /** Name of the provider, its key under {@code litigation.providers}: lower-case letters, digits and hyphens. */
    String name();

    /** Name for people. */
    String displayName();

    /**
     * Reads the provider's configuration: every key, so that all mistakes are reported together. Mistakes go to
     * {@code settings}; the blueprint is not used if there are any.
     */
    ProviderBlueprint configure(ProviderSettings settings);
}
