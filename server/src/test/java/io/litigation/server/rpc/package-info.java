@NullMarked
package io.litigation.server.rpc;

import org.jspecify.annotations.NullMarked;
