// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

/**
 * Why something of a plug-in is not available, or not as its author meant.
 *
 * @param bundle the symbolic name of the bundle
 * @param subject what of it: a plug-in, a service, a tool; only its beginning where the bundle names it at great length
 * @param text what is wrong and how to mend it, for the author of the plug-in
 */
public record PluginProblem(String bundle, String subject, String text) {

    private static final int LONGEST_SUBJECT = 100;

    public PluginProblem {
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 1) + "\u2026";
        }
    }
}
