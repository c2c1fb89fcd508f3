package io.litigation.core.search;

import io.litigation.core.merge.LeftOut;
import io.litigation.core.subject.Subject;
import io.litigation.v1.Purpose;
import io.litigation.v1.RecordCategory;
import io.litigation.v1.RecordView;

import java.util.List;

/**
 * A search, read and found valid.
 *
 * @param providers names in the order of the request; empty for all
 * @param categories those asked for; empty for all
 * @param ownRequestId whether the request identifier is the caller's own, not one that was made
 * @param freshness how old answers may be
 * @param leftOut records that are not wanted
 */
record SearchCommand(
        Subject subject,
        List<String> providers,
        List<RecordCategory> categories,
        Freshness freshness,
        Purpose purpose,
        String requestId,
        boolean ownRequestId,
        RecordView view,
        boolean requireComplete,
        LeftOut leftOut) {

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
