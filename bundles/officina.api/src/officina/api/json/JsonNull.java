// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

/** JSON's {@code null}: a member that is present and says "none". */
public enum JsonNull implements JsonValue {
    NULL
}
