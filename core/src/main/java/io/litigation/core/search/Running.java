package io.litigation.core.search;

/** A search that was found valid and is under way. */
record Running(SearchCommand command, SearchPlan plan, SearchReporting reporting) {

    String lookupId() {
        return reporting.lookupId();
    }

    String caller() {
        return reporting.caller();
    }
}
