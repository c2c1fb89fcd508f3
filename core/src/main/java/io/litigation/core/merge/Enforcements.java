package io.litigation.core.merge;

import io.litigation.v1.LitigationRecord;
import io.litigation.v1.ProcedureStage;

/** What belongs to the enforcement of a debt. */
final class Enforcements {

    private Enforcements() {}

    /** Enforcements, listings and exposures: what may name a basis and a debtor. */
    static boolean isOne(LitigationRecord record) {
        return switch (record.getDetailCase()) {
            case ENFORCEMENT, DISHONEST_LISTING, PUBLIC_EXPOSURE -> true;
            default -> false;
        };
    }

    /** Whether a case is the enforcement of a debt, rather than the securing of one or a review (执保, 执异). */
    static boolean isOne(CaseNode node) {
        if (node.stage() == ProcedureStage.PROCEDURE_STAGE_ENFORCEMENT) {
            return true;
        }
        return node.stage() == ProcedureStage.PROCEDURE_STAGE_UNSPECIFIED
                && node.sources().stream().anyMatch(source -> isOne(source.record()));
    }
}
