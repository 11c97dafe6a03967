// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import officina.api.document.Citation;

/** What answers quote, and where from. */
public final class Quotations {

    private Quotations() {}

    /** Where a link leads, as a person reads it: a citation's file and place, any other address as it is. */
    public static String named(String address) {
        return Citation.parse(address).map(Citation::toString).orElse(address);
    }

    /** What is quoted right below the newest link to that address; empty where nothing is. */
    public static String after(Transcript transcript, String address) {
        for (int at = transcript.size() - 1; at >= 0; at--) {
            if (leadsTo(transcript.row(at), address)) {
                return quotedFrom(transcript, at + 1);
            }
        }
        return "";
    }

    private static boolean leadsTo(Row row, String address) {
        return row instanceof Row.Prose prose
                && prose.content().spans().stream().anyMatch(span -> address.equals(span.link()));
    }

    private static String quotedFrom(Transcript transcript, int first) {
        List<String> quoted = new ArrayList<>();
        for (int at = first;
                at < transcript.size() && transcript.row(at).place().quotes() > 0;
                at++) {
            quoted.add(transcript.row(at).plain());
        }
        return String.join("\n", quoted);
    }
}
