package io.litigation.sandbox.world;

import java.time.LocalDate;

/**
 * An entry in the list of dishonest debtors (失信被执行人).
 *
 * @param published the day
 * @param delisted whether it has been taken down (已下架)
 * @param ground 失信被执行人行为具体情形
 * @param performance 被执行人的履行情况
 * @param duty 生效法律文书确定的义务, several paragraphs
 */
public record Listing(LocalDate published, boolean delisted, String ground, String performance, String duty) {}
