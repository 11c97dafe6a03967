// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.json;

/** A JSON string. */
public record JsonText(String value) implements JsonValue {}
