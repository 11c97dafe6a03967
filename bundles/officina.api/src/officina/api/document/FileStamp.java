// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import java.time.Instant;

/**
 * By what a file is known again.
 *
 * @param modified when the file system says that it was last written
 * @param hash SHA-256 of its content, in hexadecimal digits
 */
public record FileStamp(long size, Instant modified, String hash) {}
