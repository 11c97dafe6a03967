// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.model;

import java.util.Map;
import officina.api.json.JsonObject;

/**
 * A request that reached the server.
 *
 * @param headers by name in lower case
 * @param body empty where there was none
 */
public record SeenRequest(String method, String path, Map<String, String> headers, JsonObject body) {}
