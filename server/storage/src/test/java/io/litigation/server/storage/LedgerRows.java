package io.litigation.server.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the database says, read beside the code that is tested. */
final class LedgerRows implements AutoCloseable {

    private final Connection connection;

    LedgerRows(String url) {
        try {
            connection = DriverManager.getConnection(url, "postgres", "postgres");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * An attempt.
     *
     * @param charge empty as long as nobody knows what became of it
     * @param failure empty if the vendor answered, or nobody knows
     */
    record Attempt(Optional<String> charge, Optional<String> failure) {

        boolean isUnknown() {
            return charge.isEmpty() || charge.get().equals("CHARGE_UNKNOWN");
        }

        boolean mayBeCharged() {
            return !charge.equals(Optional.of("CHARGE_NOT_CHARGED"));
        }
    }

    /** A caller's attempts, the first one first. */
    List<Attempt> attempts(String caller) {
        return query(
                "select charge, failure from attempts where caller = ? order by admitted_at",
                caller,
                row -> new Attempt(Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))));
    }

    /** How many calls a caller's budget was charged with, on all days. */
    long calls(String caller) {
        return number("select coalesce(sum(calls), 0) from spending where name = ? and currency = ''", caller);
    }

    long nanos(String caller) {
        return number(
                "select coalesce(sum(amount_nanos), 0) from spending where name = ? and currency = 'CNY'", caller);
    }

    /** What is stored for a caller's attempts. */
    long answers(String caller) {
        return number(
                "select count(*) from answers where answer_id in (select attempt_id from attempts where caller = ?)",
                caller);
    }

    /** Leases that were not given back, of a caller's questions. */
    long leases(String caller) {
        return number(
                "select count(*) from leases where until_at <> 0"
                        + " and question in (select question from attempts where caller = ?)",
                caller);
    }

    /** Rows of a table. */
    long count(String table) {
        return query("select count(*) from " + table + " where ? = ''", "", row -> row.getLong(1))
                .get(0);
    }

    private long number(String sql, String caller) {
        return query(sql, caller, row -> row.getLong(1)).get(0);
    }

    private <T> List<T> query(String sql, String caller, Reading<T> reading) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, caller);
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reading.of(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
