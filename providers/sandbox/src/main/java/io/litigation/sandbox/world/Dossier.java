package io.litigation.sandbox.world;

import io.litigation.sandbox.world.Matter.Holder;

import java.util.List;
import java.util.Set;

/**
 * All that the world knows about one subject.
 *
 * @param subject who was asked about
 * @param matters disputes that were decided
 * @param suits disputes that are still to be heard; only SUBMAIL sells these
 * @param hintsOnly the vendors that say "records" and give none
 */
public record Dossier(Party subject, List<Matter> matters, List<Suit> suits, Set<Holder> hintsOnly) {

    /** The disputes that this vendor's copy has. */
    public List<Matter> mattersAt(Holder holder) {
        return matters.stream()
                .filter(matter -> matter.holders().contains(holder))
                .toList();
    }
}
