package io.litigation.polyglot.runner;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A way to make the calls of the list at one gateway. */
interface Calls extends AutoCloseable {

    /** Makes the call of a case and tells what came of it. */
    ObjectNode make(JsonNode one);

    @Override
    void close();
}
