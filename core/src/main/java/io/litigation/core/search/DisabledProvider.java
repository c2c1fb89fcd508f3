package io.litigation.core.search;

/** A provider that is installed but switched off: listed, and SKIPPED where it is asked for by name. */
public record DisabledProvider(String name, String displayName) {}
