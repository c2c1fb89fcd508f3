package io.litigation.core.merge;

import io.litigation.v1.CaseFile;
import io.litigation.v1.Matter;
import io.litigation.v1.OutstandingDebt;

import java.util.List;

/**
 * The merged picture of the records that are about a subject.
 *
 * @param records those records, each once
 * @param caseFiles matter by matter, the cases of each oldest first
 * @param matters newest event first
 * @param standalone records that no case file has
 * @param debts of all matters, those that are in no sum with the reason
 */
public record Picture(
        List<SourcedRecord> records,
        List<CaseFile> caseFiles,
        List<Matter> matters,
        List<SourcedRecord> standalone,
        List<OutstandingDebt> debts) {

    public Picture {
        records = List.copyOf(records);
        caseFiles = List.copyOf(caseFiles);
        matters = List.copyOf(matters);
        standalone = List.copyOf(standalone);
        debts = List.copyOf(debts);
    }

    @Override
    public String toString() {
        return "Picture[matters=" + matters.size() + ", caseFiles=" + caseFiles.size() + "]";
    }
}
