// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

/**
 * One event of a stream of server-sent events.
 *
 * @param type {@code message} where the server names none
 * @param data its lines joined by line feeds
 */
public record ServerEvent(String type, String data) {}
