// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import officina.api.error.FailureException;
import officina.core.plugin.PluginCatalog;
import officina.core.plugin.PublisherKey;
import officina.core.plugin.SignedStatement;
import officina.core.plugin.SignedStatement.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue that the program brings with it, and whose keys it is signed with: whoever can change them can change the
 * program. Read when it is asked for, and the keys once. Any thread.
 */
public final class OwnCatalog {

    private static final Logger log = LoggerFactory.getLogger(OwnCatalog.class);

    private final @Nullable Path folder;
    private @Nullable List<PublisherKey> keys;

    /** @param folder where it lies; {@code null} where the program brings none */
    public OwnCatalog(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Where it lies; {@code null} where there is none. */
    CatalogSource.@Nullable Folder source() {
        return folder == null ? null : new CatalogSource.Folder(folder);
    }

    /** Whether it is the one at that place. */
    boolean isAt(String place) {
        return folder != null && folder.toString().equals(place);
    }

    /** None where there is no such catalogue, or its signature is damaged. */
    synchronized List<PublisherKey> keys() {
        List<PublisherKey> known = keys;
        if (known == null) {
            known = folder == null ? List.of() : read(folder);
            keys = known;
        }
        return known;
    }

    private static List<PublisherKey> read(Path folder) {
        try (InputStream in = Files.newInputStream(Provenance.signatureOf(folder.resolve(PluginCatalog.FILE)))) {
            SignedStatement said = SignedStatement.read(in.readNBytes(SignedStatement.LARGEST + 1));
            return said.subject() == Subject.CATALOG ? said.keys() : List.of();
        } catch (IOException | FailureException e) {
            log.warn("the signature of the program's own catalogue cannot be read");
            return List.of();
        }
    }
}
