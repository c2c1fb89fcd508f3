package io.litigation.core.normalize;

import io.litigation.v1.EnforcementState;
import io.litigation.v1.ListingState;
import io.litigation.v1.Performance;

import java.util.Map;

/**
 * The words in which vendors tell the state of enforcements and listings. They are matched exactly, whatever
 * spaces and radicals they are spelt with: a word that is not on the list is no value, and stays as it is.
 */
public final class EnforcementWords {

    private static final Map<String, EnforcementState> STATES = Map.of(
            "执行中", EnforcementState.ENFORCEMENT_STATE_OPEN,
            "已终本", EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED,
            "终结本次执行程序", EnforcementState.ENFORCEMENT_STATE_ROUND_TERMINATED,
            "终结执行", EnforcementState.ENFORCEMENT_STATE_ENDED,
            "执行完毕", EnforcementState.ENFORCEMENT_STATE_PERFORMED,
            // Includes 终本: never to be read as paid.
            "已结案", EnforcementState.ENFORCEMENT_STATE_CLOSED_REASON_UNKNOWN);

    private static final Map<String, Performance> PERFORMANCES = Map.of(
            "全部未履行", Performance.PERFORMANCE_NONE,
            "部分未履行", Performance.PERFORMANCE_PARTIAL,
            "全部已履行", Performance.PERFORMANCE_FULL);

    private static final Map<String, ListingState> LISTINGS = Map.of(
            "未下架", ListingState.LISTING_STATE_LISTED,
            "已下架", ListingState.LISTING_STATE_DELISTED);

    private EnforcementWords() {}

    /** Whether there is a word at all, rather than a blank, a dash, 暂无 and their like. */
    public static boolean isWord(String text) {
        return !Silence.is(Folding.solid(text));
    }

    /** State of an enforcement case (执行状态); unspecified if the word is not on the list. */
    public static EnforcementState state(String word) {
        return STATES.getOrDefault(Folding.solid(word), EnforcementState.ENFORCEMENT_STATE_UNSPECIFIED);
    }

    /** How far a debtor has performed (履行情况); unspecified if the word is not on the list. */
    public static Performance performance(String word) {
        return PERFORMANCES.getOrDefault(Folding.solid(word), Performance.PERFORMANCE_UNSPECIFIED);
    }

    /** State of a listing (失信状态); unspecified if the word is not on the list. */
    public static ListingState listing(String word) {
        return LISTINGS.getOrDefault(Folding.solid(word), ListingState.LISTING_STATE_UNSPECIFIED);
    }
}
