// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import officina.api.error.Failure;

/**
 * What is the matter with one file or folder. Never a reason to stop with the others.
 *
 * @param path the file, as it was named by whoever asked; relative to the folder where a folder was looked through
 * @param failure what happened, why, and what to do about it
 */
public record DocumentTrouble(DocumentProblem problem, String path, Failure failure) {}
