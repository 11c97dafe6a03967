// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * A few connections that readers share. H2's own pool polls while all are taken and swallows interrupts meanwhile; here a
 * reader waits in a queue, and an interrupt changes nothing.
 */
final class ReadConnections {

    private final DataSource source;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    ReadConnections(DataSource source, int most) {
        this.source = source;
        permits = new Semaphore(most, true);
    }

    /** Runs the work in one transaction that sees one state of the database. */
    <T> T with(SqlWork<T> work) throws SQLException {
        permits.acquireUninterruptibly();
        try {
            Connection connection = connection();
            T result;
            try (Sql sql = new Sql(connection)) {
                result = work.run(sql);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                connection.close();
                throw e;
            }
            idle.push(connection);
            return result;
        } finally {
            permits.release();
        }
    }

    private Connection connection() throws SQLException {
        Connection known = idle.poll();
        if (known != null) {
            return known;
        }
        Connection fresh = source.getConnection();
        fresh.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        fresh.setAutoCommit(false);
        return fresh;
    }

    /** Closes those that nobody uses; the others are closed with the database. */
    void close() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
