// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.base.Threads;
import officina.store.internal.database.ReadConnections.View;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open H2 database: one connection that writes, a few that read. */
public final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);

    /**
     * How long what was committed may stay in memory, in nanoseconds. A kill costs that much, and the journal has it. Each
     * checkpoint writes all pages anew that were changed, so that few of them keep the file small.
     */
    private static final long WRITE_EVERY = 2_000_000_000;

    /** More readers wait for each other; they are short. */
    private static final int READERS = 8;

    /**
     * What each part is for:
     *
     * <ul>
     *   <li>{@code async:} the files cannot be closed by an interrupt. With H2's default, interrupting any thread that
     *       reads closes the whole database
     *   <li>MODE and the two after it: the SQL of PostgreSQL
     *   <li>TRACE_LEVEL: never a {@code .trace.db}, which would hold user data in plain text
     *   <li>DB_CLOSE: open until we close it, even at exit
     *   <li>WRITE_DELAY: H2's background writer never wakes. It collects the state of one table after the other while
     *       changes go on, and what it wrote is torn after a kill: rows of a transaction without its undo log. So only
     *       the writing thread writes: see {@link #write}
     *   <li>REUSE_SPACE and MAX_COMPACT_TIME: nothing in the file is overwritten or moved, not even when it is closed.
     *       H2 takes space anew that is still referred to by states it may come back to after a kill. {@link Compaction}
     *       takes its place
     * </ul>
     */
    private static final String URL = "jdbc:h2:async:%s;CIPHER=AES"
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1"
            + ";WRITE_DELAY=2000000000;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0"
            + ";CACHE_SIZE=%d";

    private final StoreFolder folder;
    private final JdbcDataSource source;
    private final Connection connection;
    private final Sql writer;
    private final ReadConnections readers;
    private final ReadConnections singleReaders;
    private final ReentrantLock writing = new ReentrantLock();
    private long written = System.nanoTime();
    /** The first failure; what is in memory since then is not to be relied on, and never written. */
    private volatile @Nullable Failure broken;

    private volatile boolean overgrown;

    /** Ends a database that failed. */
    private @Nullable Thread abandoning;

    private volatile boolean abandoned;

    private Database(StoreFolder folder, JdbcDataSource source, Connection connection) {
        this.folder = folder;
        this.source = source;
        this.connection = connection;
        writer = new Sql(connection);
        readers = new ReadConnections(source, View.ONE_STATE, READERS);
        singleReaders = new ReadConnections(source, View.EACH_QUERY, READERS);
    }

    /** Opens the database, making it where there is none. */
    static Database open(StoreFolder folder) throws SQLException {
        JdbcDataSource source = source(folder.database(), folder.keys());
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return new Database(folder, source, connection);
    }

    /** @param place what H2 calls the database: without the ending of its file */
    static JdbcDataSource source(Path place, StoreKeys keys) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(
                URL.formatted(place, PageCache.kibibytes(Runtime.getRuntime().maxMemory())));
        source.setUser("officina");
        source.setPasswordChars(keys.password());
        return source;
    }

    /** For the migrations. */
    DataSource source() {
        return source;
    }

    /** Reads on a connection of its own, beside the writer and other readers; all queries see the same state. */
    public <T> T read(SqlWork<T> work) {
        return read(readers, work);
    }

    /** The same for work that asks one query and no more, which costs a third less. */
    public <T> T readOnce(SqlWork<T> work) {
        return read(singleReaders, work);
    }

    private <T> T read(ReadConnections connections, SqlWork<T> work) {
        requireSound();
        try {
            return connections.with(work);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Changes in one transaction: all when the work returns, nothing when it throws. One writer at a time; the result is
     * given to {@code committed} before the next one starts.
     */
    public <T> void write(SqlWork<T> work, Consumer<T> committed) {
        writing.lock();
        try {
            requireSound();
            T result = work.run(writer);
            writer.commit();
            committed.accept(result);
            if (System.nanoTime() - written > WRITE_EVERY) {
                checkpoint();
            }
        } catch (SQLException e) {
            FailureException failure = failure(e);
            takeBack();
            throw failure;
        } catch (RuntimeException | Error e) {
            takeBack();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** Brings what was committed to the disk; from there on an end in disorder leads back to it. */
    public void checkpoint() {
        writing.lock();
        try {
            requireSound();
            writer.update("checkpoint sync");
            written = System.nanoTime();
            keep();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            writing.unlock();
        }
    }

    private void keep() {
        try {
            folder.file().keep();
            overgrown = folder.file().isOvergrown();
        } catch (IOException e) {
            log.warn("The store could not note how far it is; after a kill it begins farther back", Redacted.of(e));
        }
    }

    /** Whether the file has become much larger than what lives in it: opening it again makes it small. */
    public boolean isOvergrown() {
        return overgrown;
    }

    /** Something is deleted for good: what the file still has of it is gone after the next opening. */
    public void forget() {
        folder.file().forget();
    }

    /**
     * Nothing of the change is left. A database that failed is not asked for that: what it has in memory is not relied
     * on. One that cannot do it has failed by that: half a change must not be committed with the next one.
     */
    private void takeBack() {
        if (broken != null) {
            return;
        }
        try {
            writer.rollback();
        } catch (SQLException e) {
            log.warn("The store could not take a change back (database error {})", e.getErrorCode());
            failure(e);
            if (broken == null) {
                broken = StoreFailures.io(folder.path(), e).failure();
            }
        }
    }

    /** Whether something failed in a way that only opening it again can mend. */
    public boolean isBroken() {
        return broken != null;
    }

    private void requireSound() {
        Failure failure = broken;
        if (failure != null) {
            throw new FailureException(failure);
        }
    }

    private FailureException failure(SQLException error) {
        FailureException failure = StoreFailures.of(error, folder.path());
        if (broken == null && Trouble.of(error) != Trouble.REFUSED) {
            broken = failure.failure();
            if (failure.failure().code().equals(StoreFailures.DAMAGED)) {
                markDamaged();
            }
        }
        return failure;
    }

    private void markDamaged() {
        try {
            folder.markDamaged();
        } catch (IOException e) {
            log.warn(
                    "The damaged store could not be marked as such ({})",
                    e.getClass().getName());
        }
    }

    /**
     * Closes the files. What was committed is in them, unless something failed: then they are left as they were at the
     * last checkpoint. An error while closing costs time at the next opening. {@code store.stuck} where the database
     * does not let go of its files: nobody else may open them while this process lives.
     */
    @Override
    public void close() {
        writing.lock();
        try {
            if (broken == null) {
                readers.close();
                singleReaders.close();
                writer.close();
                shutDown("shutdown");
                keep();
                broken = StoreFailures.closed().failure();
            } else {
                abandon();
            }
        } catch (SQLException e) {
            log.warn("The store was not closed properly (database error {})", e.getErrorCode());
            broken = StoreFailures.closed().failure();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Writes nothing, so that it takes no time. But after a failure in the middle of a change H2 may look for ever for a
     * state to begin with, which would keep the process from ending.
     */
    private void abandon() {
        Thread ending = abandoning;
        if (ending == null) {
            ending = Threads.startPlatform("store-abandon", this::shutDownNow);
            abandoning = ending;
        }
        try {
            ending.join(folder.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!abandoned) {
            FailureException stuck = StoreFailures.stuck(ending.getStackTrace());
            broken = stuck.failure();
            throw stuck;
        }
    }

    private void shutDownNow() {
        try {
            shutDown("shutdown immediately");
        } catch (SQLException e) {
            log.debug("The store had closed itself (database error {})", e.getErrorCode());
        }
        abandoned = true;
    }

    private void shutDown(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
