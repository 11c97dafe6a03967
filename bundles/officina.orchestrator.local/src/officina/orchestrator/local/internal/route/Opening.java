// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.regex.Pattern;

/**
 * How a wish begins, as far as that tells what belongs to it. English, lower case, what stands in quotation marks
 * replaced. Any thread.
 */
enum Opening {
    /** Something to be told or kept; what follows may all be what it is about. */
    CONTENT(""),
    REMIND("(?:remind me|nudge me|wake me|(?:don't|do not) let me forget|make sure i)\\b.*"),
    ADD("(?:add|put|pencil in|jot down|note (?:down|that)|write down|new (?:to-?do|task|reminder)|set up|schedule"
            + "|(?:make|create|set) (?:me )?(?:an?|another|some)\\b)(?: .*)?"),
    CHANGE(
            "(?:mark|tick|check off|cross(?: off| out)?|complete|finish|delete|remove|clear|cancel|move|push|postpone|snooze"
                    + "|reschedule|delay|shift|set|change|rename|reopen|bring forward|assign|update|flag|archive)\\b .*"),
    INDEX("(?:re-?index|index|forget the folder|stop indexing|watch the folder)\\b.*"),
    SEARCH("(?:find|search|look (?:up|in|for|through|into)|open|read|summari[sz]e)\\b .*"),
    SHOW("(?:show|tell|give|list|display|print|let me (?:see|know)|suggest)\\b.*"),
    QUESTION(
            "(?:(?:what|who|how|when|where|why)(?:'s|s| is| are| does| do| did| was| were| has| have| should| can| could"
                    + "| will| else| won| many| much| long| often| old| far)\\b"
                    + "|(?:which|whose) [a-z-]+(?: [a-z-]+)? (?:is|are|does|do|did|has|have|can|mention|talk)\\b"
                    + "|which [a-z-]+ (?:you|i|we) "
                    + "|(?:is|are|was|were|does|do|did|has|have|can|will|should|am) "
                    + "(?:i|we|there|my|the|any|anything|anyone|it|this|that|our|[a-z-]+) ).*"),
    /** Something for another program, perhaps. */
    OTHER("(?:play|turn|switch|book|order|translate|send|e-?mail|write|start|sing|calculate|convert|draw|buy me) .*");

    private static final Pattern POLITE = Pattern.compile(
            "^(?:(?:please|also|then|hey|ok|okay|now|officina|(?:could|can|would|will) you|i(?:'d| would) like you to"
                    + "|i want you to|if [^,.;]{1,40},|when [^,.;]{1,40},|once [^,.;]{1,40},)\\s+)+");

    private final Pattern form;

    Opening(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
    }

    /** {@link #CONTENT} for what begins like nothing else. */
    static Opening of(String words) {
        String plain = POLITE.matcher(words.strip()).replaceFirst("");
        for (Opening opening : new Opening[] {REMIND, ADD, INDEX, QUESTION, SHOW, SEARCH, CHANGE, OTHER}) {
            if (opening.form.matcher(plain).matches()) {
                return opening;
            }
        }
        return CONTENT;
    }

    /** Whether all behind it may be what the person wants to be told or kept. */
    boolean holdsContent() {
        return this == CONTENT || this == REMIND || this == ADD;
    }

    /** Whether it wants to know something rather than have it done. */
    boolean asks() {
        return this == QUESTION || this == SHOW || this == SEARCH;
    }
}
