// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The keys that Officina's own plug-ins are signed with, built in: {@code officina.keys}, one a line. */
public final class OwnKeys {

    private OwnKeys() {}

    /** None where none was built in. */
    public static List<PublisherKey> read() {
        try (InputStream in = Objects.requireNonNull(OwnKeys.class.getResourceAsStream("officina.keys"), "the keys");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PublisherKey::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
