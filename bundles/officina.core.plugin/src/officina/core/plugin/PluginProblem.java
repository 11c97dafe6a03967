// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

/**
 * Why something of a plug-in is not available, or not as its author meant. Each part is one plain line, cut where it is
 * too long, whatever a stranger's bundle says.
 *
 * @param bundle the symbolic name of the bundle
 * @param subject what of it: a plug-in, a service, a tool
 * @param text what is wrong and how to mend it, for the author of the plug-in
 */
public record PluginProblem(String bundle, String subject, String text) {

    private static final int LONGEST_BUNDLE = 200;
    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_TEXT = 1_000;

    public PluginProblem {
        bundle = PlainLine.of(bundle, LONGEST_BUNDLE);
        subject = PlainLine.of(subject, LONGEST_SUBJECT);
        text = PlainLine.of(text, LONGEST_TEXT);
    }
}
