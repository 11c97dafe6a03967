// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

/** JSON's {@code true} or {@code false}. */
public record JsonBoolean(boolean value) implements JsonValue {}
