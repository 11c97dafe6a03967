// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import org.osgi.service.component.annotations.Component;

/** Tells formats by the first bytes of the file, as the programs themselves do. */
@Component(service = ForeignDatabases.class)
public final class FileForeignDatabases implements ForeignDatabases {

    @Override
    public ForeignDatabase open(Path file) {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw ForeignFailures.unreadable(file, e);
        }
        if (head.equals("SQLite format 3\0")) {
            return SqliteDatabase.open(file);
        }
        if (head.startsWith("H2encrypt")) {
            throw ForeignFailures.encrypted(file);
        }
        if (head.startsWith("-- H2 0.5/")) {
            throw ForeignFailures.madeByOldH2(file);
        }
        if (head.startsWith("H:2,")) {
            return H2Database.open(file);
        }
        throw ForeignFailures.unknown(file);
    }
}
