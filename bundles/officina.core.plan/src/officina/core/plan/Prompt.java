// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

/**
 * What a step asks a language model.
 *
 * @param instructions what the model is told first; nothing in it comes from the person or from an earlier step
 * @param question what it is asked, with the material between marks
 */
public record Prompt(String instructions, String question) {}
