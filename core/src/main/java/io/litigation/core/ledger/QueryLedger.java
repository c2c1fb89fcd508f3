package io.litigation.core.ledger;

/** The record of intents, outcomes and lookups. */
public interface QueryLedger {}
