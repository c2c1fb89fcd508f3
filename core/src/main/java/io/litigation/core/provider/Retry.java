package io.litigation.core.provider;

/** Whether a failed attempt may be made again. What the operator configures as NOT_CHARGED counts as such. */
public enum Retry {
    /** Never by itself. */
    NEVER,
    /** Only if it is surely not charged. */
    WHEN_NOT_CHARGED,
    /**
     * As {@link #WHEN_NOT_CHARGED}, at another of the vendor's addresses. That one of them is away says nothing of the vendor,
     * and so does not count for the breaker, which would keep the other one from being asked.
     */
    ELSEWHERE,
    /** The vendor documents that one should try again, within the bound on attempts. The operator can switch it off. */
    DOCUMENTED,
    /** Once: the cause has just gone away, such as a date that changed between signing and receiving. */
    ONCE
}
