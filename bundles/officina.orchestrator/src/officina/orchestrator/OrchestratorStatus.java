// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator;

/**
 * What an orchestrator says of itself.
 *
 * @param name {@code local} or {@code remote}
 * @param place where it runs, for the person: "this machine"
 * @param model the model that answers, or "no model"
 */
public record OrchestratorStatus(String name, String place, String model, boolean online) {}
