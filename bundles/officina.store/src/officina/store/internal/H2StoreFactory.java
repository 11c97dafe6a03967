// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.SecretKey;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.store.Store;
import officina.store.StoreFactory;
import officina.store.StorePosition;
import officina.store.internal.database.OpenDatabase;
import officina.store.internal.database.ReadOnlyDatabase;
import officina.store.internal.database.StoreFailures;
import officina.store.internal.database.StoreFolder;
import officina.store.internal.database.StoreKeys;
import officina.store.internal.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens stores on H2. */
@Component(service = StoreFactory.class)
public final class H2StoreFactory implements StoreFactory {

    private static final Logger log = LoggerFactory.getLogger(H2StoreFactory.class);

    private final InstantSource clock;
    private final Schema schema;
    private final long leastGrowth;

    @Activate
    public H2StoreFactory() {
        this(InstantSource.system());
    }

    /** With another clock, for tests. */
    H2StoreFactory(InstantSource clock) {
        this(clock, new Schema());
    }

    /** With a file that is compacted sooner, for tests. */
    H2StoreFactory(InstantSource clock, long leastGrowth) {
        this(clock, new Schema(), leastGrowth);
    }

    /** With another clock and the tables of another version, for tests. */
    H2StoreFactory(InstantSource clock, Schema schema) {
        this(clock, schema, StoreFolder.LEAST_GROWTH);
    }

    private H2StoreFactory(InstantSource clock, Schema schema, long leastGrowth) {
        this.clock = clock;
        this.schema = schema;
        this.leastGrowth = leastGrowth;
    }

    @Override
    public Store open(Path folder, SecretKey key) {
        StoreFolder taken = StoreFolder.take(folder, new StoreKeys(key), leastGrowth, StoreFolder.PATIENCE);
        try {
            return openTwice(taken);
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    @Override
    public Optional<StorePosition> look(Path folder, SecretKey key) {
        StoreKeys keys = new StoreKeys(key);
        if (!Files.exists(folder)) {
            return Optional.of(StorePosition.NONE);
        }
        try {
            return StoreFolder.isReadable(folder, keys)
                    ? ReadOnlyDatabase.read(folder, keys, Mark::read)
                            .filter(Mark::isCurrent)
                            .map(Mark::shown)
                    : Optional.empty();
        } catch (IOException | SQLException e) {
            log.info("the store cannot be read as it is", Redacted.of(e));
            return Optional.empty();
        }
    }

    /** Damage that shows at the first look is as good as damage that keeps the database from opening. */
    private Store openTwice(StoreFolder folder) {
        try {
            return open(folder);
        } catch (FailureException e) {
            if (!e.failure().code().equals(StoreFailures.DAMAGED)) {
                throw e;
            }
            return open(folder);
        }
    }

    private Store open(StoreFolder folder) {
        OpenDatabase open = OpenDatabase.open(folder, clock.instant(), schema);
        try {
            H2Store store = new H2Store(folder, open, clock);
            store.start();
            if (open.copy() == null) {
                folder.forgetCopies();
            }
            return store;
        } catch (RuntimeException e) {
            open.database().close();
            throw e;
        }
    }
}
