/** The configuration: one YAML file and the environment, read into typed records; all mistakes are told at once. */
@NullMarked
package io.litigation.server.config;

import org.jspecify.annotations.NullMarked;
