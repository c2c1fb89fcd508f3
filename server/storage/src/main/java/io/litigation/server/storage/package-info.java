/** Answers and ledger on SQLite and PostgreSQL. The only package that sees SQL. */
@NullMarked
package io.litigation.server.storage;

import org.jspecify.annotations.NullMarked;
