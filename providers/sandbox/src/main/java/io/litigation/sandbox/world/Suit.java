package io.litigation.sandbox.world;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A case that is still to be heard, with what the court has published of it.
 *
 * @param number its case
 * @param defendant the subject
 * @param plaintiff the other side
 * @param cause 案由
 * @param filed 立案时间
 * @param served when the summons was published (公告)
 * @param hearing when it will be heard (开庭), Beijing time
 */
public record Suit(
        CaseNumber number,
        Party defendant,
        String plaintiff,
        String cause,
        LocalDate filed,
        LocalDate served,
        LocalDateTime hearing) {}
