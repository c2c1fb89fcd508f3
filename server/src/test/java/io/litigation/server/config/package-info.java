@NullMarked
package io.litigation.server.config;

import org.jspecify.annotations.NullMarked;
