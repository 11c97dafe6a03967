// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;

/** What an export has written. */
public record ExportedData(Path file, boolean encrypted, long sessions, long events, long records) {}
