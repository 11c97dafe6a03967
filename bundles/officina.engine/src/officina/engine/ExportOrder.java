// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;

/**
 * An export of all data.
 *
 * @param file a new file, outside the data folder
 * @param passphrase encrypts it (format of age); {@code null} for a file that anybody can read; stays the caller's to
 *     close
 */
public record ExportOrder(Path file, @Nullable SecretText passphrase) {}
