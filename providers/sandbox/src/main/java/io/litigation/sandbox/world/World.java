package io.litigation.sandbox.world;

import java.time.LocalDate;

/**
 * Who has which cases. Demo subjects have their written stories; everybody else gets a fate drawn from name and id:
 * most have no case, some have one, few have several. {@code 有案<n>} in a name asks for exactly n disputes.
 */
public final class World {

    /**
     * Everything about the subject.
     *
     * @param today in Beijing; hearings lie ahead of it
     */
    public Dossier dossier(Inquiry inquiry, LocalDate today) {
        return DemoDossiers.of(inquiry, today).orElseGet(() -> DrawnDossiers.of(inquiry, today));
    }

    /** A dispute of this subject that was enforced, even if its dossier has none. */
    public Matter enforcedMatter(Dossier dossier) {
        return dossier.matters().stream()
                .filter(matter -> !matter.rounds().isEmpty())
                .findFirst()
                .orElseGet(() -> DemoStories.wholeWay(dossier.subject()));
    }
}
