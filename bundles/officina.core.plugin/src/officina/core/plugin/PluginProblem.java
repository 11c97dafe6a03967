// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

/**
 * Why something of a plug-in is not available, or not as its author meant.
 *
 * @param bundle the symbolic name of the bundle
 * @param subject what of it: a plug-in, a service, a tool
 * @param text what is wrong and how to mend it, for the author of the plug-in
 */
public record PluginProblem(String bundle, String subject, String text) {}
