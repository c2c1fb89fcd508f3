package io.litigation.core.search;

/** Is told of each search once, when it is over. May be called on any thread, an event loop included: never blocks. */
@FunctionalInterface
public interface SearchListener {

    void searched(SearchReport report);
}
