// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.nio.file.Path;

/** Looks into session files, for tests of other packages. */
public final class SessionFiles {

    private SessionFiles() {}

    /** How many events are in it; throws a failure where it is not whole. */
    public static long events(Path file) {
        return new SessionFileReader(file).check().head().events();
    }
}
