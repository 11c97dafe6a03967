// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * A few connections, with what they have prepared, that readers share. H2's own pool polls while all are taken and swallows interrupts meanwhile; here a
 * reader waits in a queue, and an interrupt changes nothing.
 */
final class ReadConnections {

    /** What a reader is promised. */
    enum View {
        /** Every query sees what was committed when it began. */
        EACH_QUERY,
        /** All queries see the same state, for which H2 gathers the states of all tables that refer to each other. */
        ONE_STATE
    }

    private final DataSource source;
    private final View view;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Sql> idle = new ConcurrentLinkedDeque<>();

    ReadConnections(DataSource source, View view, int most) {
        this.source = source;
        this.view = view;
        permits = new Semaphore(most, true);
    }

    /** Runs the work on a connection that nobody else uses meanwhile. */
    <T> T with(SqlWork<T> work) throws SQLException {
        permits.acquireUninterruptibly();
        try {
            Sql sql = connected();
            T result;
            try {
                result = work.run(sql);
                if (view == View.ONE_STATE) {
                    sql.commit();
                }
            } catch (SQLException | RuntimeException | Error e) {
                sql.disconnect();
                throw e;
            }
            idle.push(sql);
            return result;
        } finally {
            permits.release();
        }
    }

    private Sql connected() throws SQLException {
        Sql known = idle.poll();
        if (known != null) {
            return known;
        }
        Connection fresh = source.getConnection();
        if (view == View.ONE_STATE) {
            fresh.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            fresh.setAutoCommit(false);
        }
        return new Sql(fresh);
    }

    /** Closes those that nobody uses; the others are closed with the database. */
    void close() throws SQLException {
        for (Sql sql = idle.poll(); sql != null; sql = idle.poll()) {
            sql.disconnect();
        }
    }
}
