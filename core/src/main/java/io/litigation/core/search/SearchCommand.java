package io.litigation.core.search;

import io.litigation.core.subject.Subject;
import io.litigation.v1.Purpose;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RecordView;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A search, read and found valid.
 *
 * @param providers names in the order of the request; empty for all
 * @param categories those asked for; empty for all
 * @param ownRequestId whether the request identifier is the caller's own, not one that was made
 * @param maxAge the request's own limit to the age of answers
 */
record SearchCommand(
        Subject subject,
        List<String> providers,
        List<RecordCategory> categories,
        Optional<Duration> maxAge,
        Purpose purpose,
        String requestId,
        boolean ownRequestId,
        RecordView view,
        boolean requireComplete) {

    SearchCommand {
        providers = List.copyOf(providers);
        categories = List.copyOf(categories);
    }

    /** Without the reference of the purpose, which may lead to the person. */
    @Override
    public String toString() {
        return "SearchCommand[" + requestId + "]";
    }
}
