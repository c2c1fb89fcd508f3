/** The gRPC services and what stands around each call. Thin: what a search means is core's affair. */
@NullMarked
package io.litigation.server.rpc;

import org.jspecify.annotations.NullMarked;
