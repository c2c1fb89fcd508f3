package io.litigation.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Copies one table as it is, row by row, without looking at what is in it. */
record TableCopy(String table, List<String> columns) {

    private static final int AT_ONCE = 500;

    /** All tables of an SQLite database that are ours. */
    static List<TableCopy> all(Transaction source) {
        return source
                .query("select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                        + " and name not like 'flyway%' order by name")
                .mapTo(String.class)
                .list()
                .stream()
                .map(table -> new TableCopy(table, columns(source, table)))
                .toList();
    }

    private static List<String> columns(Transaction source, String table) {
        return source.query("select name from pragma_table_info(:table) order by cid")
                .bind("table", table)
                .mapTo(String.class)
                .list();
    }

    /** How many rows were copied. */
    long copy(Transaction source, Transaction target) {
        String names = String.join(", ", columns);
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        Connection from = source.handle().getConnection();
        Connection to = target.handle().getConnection();
        try (PreparedStatement select = from.prepareStatement("select " + names + " from " + table);
                ResultSet rows = select.executeQuery();
                PreparedStatement insert =
                        to.prepareStatement("insert into " + table + " (" + names + ") values (" + places + ")")) {
            long count = 0;
            while (rows.next()) {
                for (int column = 1; column <= columns.size(); column++) {
                    insert.setObject(column, rows.getObject(column));
                }
                insert.addBatch();
                count++;
                if (count % AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            return count;
        } catch (SQLException e) {
            // Not the database's own words: they show the row.
            throw new StorageException("the table " + table + " cannot be copied (" + e.getSQLState() + ")", e);
        }
    }

    long count(Transaction transaction) {
        return transaction
                .query("select count(*) from " + table)
                .mapTo(Long.class)
                .one();
    }
}
