package io.litigation.core.search;

import io.litigation.v1.CaseFile;
import io.litigation.v1.LitigationSummary;
import io.litigation.v1.Matter;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * As much of a picture as there is room for: whole matters, those with the newest events first. What is missing is counted,
 * and said among the gaps.
 */
record PictureSize(List<CaseFile> caseFiles, List<Matter> matters, LitigationSummary summary) {

    private static final int FRAME = 6;

    static PictureSize within(int greatest, SearchAnswer answer) {
        List<CaseFile> files = new ArrayList<>();
        List<Matter> matters = new ArrayList<>();
        int left = greatest;
        Iterator<CaseFile> next = answer.picture().caseFiles().iterator();
        for (Matter matter : answer.picture().matters()) {
            List<CaseFile> own = new ArrayList<>();
            int size = matter.getSerializedSize() + FRAME;
            for (int i = 0; i < matter.getCaseKeysCount(); i++) {
                CaseFile file = next.next();
                own.add(file);
                size += file.getSerializedSize() + FRAME;
            }
            left -= size;
            if (left < 0) {
                break;
            }
            matters.add(matter);
            files.addAll(own);
        }
        int missing = answer.picture().caseFiles().size() - files.size();
        return new PictureSize(files, matters, missing == 0 ? answer.summary() : without(missing, answer.summary()));
    }

    private static LitigationSummary without(int missing, LitigationSummary summary) {
        return summary.toBuilder()
                .setOmittedCaseFileCount(missing)
                .addCoverageGaps("There was no room for " + missing + " case files, those with the oldest events; their"
                        + " records are in the answer, and the figures count them.")
                .build();
    }
}
