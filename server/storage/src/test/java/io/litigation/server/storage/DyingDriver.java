package io.litigation.server.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * Stands before the real JDBC driver. Its process dies when an answer is about to be written on a connection on which an
 * outcome was written before: in the middle of a transaction, seen from the database.
 */
final class DyingDriver implements Driver {

    private static final String OUTCOME = "update attempts set settled_at";
    private static final String ANSWER = "insert into answers";

    /** To be called before any other driver is known: the first that wants an address has it. */
    static void register() throws SQLException {
        DriverManager.registerDriver(new DyingDriver());
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Connection real = real(url).connect(url, properties);
        AtomicBoolean settled = new AtomicBoolean();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return result instanceof PreparedStatement statement
                    ? watched(statement, arguments[0].toString(), settled)
                    : result;
        });
    }

    private static PreparedStatement watched(PreparedStatement statement, String sql, AtomicBoolean settled) {
        if (sql.startsWith(OUTCOME)) {
            return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
                Object result = invoke(statement, method, arguments);
                if (method.getName().startsWith("execute")) {
                    settled.set(true);
                }
                return result;
            });
        }
        if (sql.startsWith(ANSWER)) {
            return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
                if (method.getName().startsWith("execute") && settled.get()) {
                    KillPoint.BEFORE_STORE.dieIf(KillPoint.BEFORE_STORE);
                }
                return invoke(statement, method, arguments);
            });
        }
        return statement;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(DyingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Driver real(String url) throws SQLException {
        for (Driver driver : DriverManager.drivers().toList()) {
            if (driver != this && driver.acceptsURL(url)) {
                return driver;
            }
        }
        throw new SQLException("no driver for this address");
    }

    @Override
    public boolean acceptsURL(String url) {
        return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
