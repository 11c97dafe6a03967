// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.Intent;
import officina.agent.task.internal.phrases.Request;
import officina.agent.task.internal.phrases.RequestReader;
import officina.agent.task.internal.reading.TitleText;
import officina.agent.task.internal.reading.Understanding;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.chat.ChatRequest;
import officina.api.language.Entity;

/** Answers requests about to-dos. Any thread. */
public final class Conversation {

    /** More text than that is a document, not a request. */
    private static final int LONGEST = 50_000;

    private static final Pattern SPACES = Pattern.compile("[ \\t\\x0B\\f\\u00a0]+");

    private static final String TOO_MUCH =
            "That is more text than I can read as a request. Say in a sentence what is to be done, or give a list with"
                    + " one to-do a line.";

    static final String ONE_AT_A_TIME = "I take one request at a time, or a list of new to-dos. Nothing was changed.";

    private static final String HELP = """
        I keep your to-dos. Say for example:

        - "Remind me to renew the passport by 12 December, high priority"
        - "Buy milk and call Bob tomorrow"
        - "Move the passport to Friday", "postpone the dentist by two days", "make the report urgent"
        - "Done with the passport", "reopen the report", "delete the dentist"
        - "What is due this week?", "show overdue to-dos", "high priority with Anna"
        - "What should I do next?", "plan my week"\
        """;

    private static final String UNDO =
            "I cannot take things back by myself. Use Undo below the answer that made the change, or"
                    + " \"officina runs undo\" on the command line. Nothing was changed.";

    private final Understanding understanding;

    public Conversation(Understanding understanding) {
        this.understanding = understanding;
    }

    public AgentReply answer(ChatRequest request, AgentContext context) {
        String text =
                SPACES.matcher(request.message().plainText()).replaceAll(" ").strip();
        if (text.isEmpty()) {
            return AgentReply.answer(HELP);
        }
        int lineEnd = text.indexOf('\n');
        if (text.length() > LONGEST || (lineEnd < 0 ? text.length() : lineEnd) > RequestReader.LONGEST) {
            return AgentReply.answer(TOO_MUCH);
        }
        Turn turn = new Turn(request, context, understanding);
        Request read = understanding
                .requests()
                .read(text, turn.reading().extractor(), turn.reading().language());
        return read == null ? AgentReply.answer(TOO_MUCH) : answer(read, turn);
    }

    private static AgentReply notify(String words, Turn turn) {
        String text = turn.reading()
                .entities(words)
                .first(Entity.Title.class)
                .filter(quoted -> quoted.span().end() - quoted.span().start() == words.length())
                .map(Entity.Title::text)
                .orElse(TitleText.capitalised(words));
        Steps steps = new Steps();
        steps.notify(text);
        return AgentReply.act("Here is your notification: " + Wording.bold(text) + ".", steps.all());
    }

    private static AgentReply answer(Request request, Turn turn) {
        Intent intent = request.intent();
        boolean takesLines = intent == Intent.CREATE || intent == Intent.ITEMS || intent == Intent.DESCRIBE;
        if (!request.part("more").isEmpty() && !takesLines) {
            return AgentReply.answer(ONE_AT_A_TIME);
        }
        Changing changing = new Changing(turn);
        return switch (intent) {
            case NONE -> AgentReply.answer("All right: nothing was changed.");
            case HELP -> AgentReply.answer(HELP);
            case UNDO -> AgentReply.answer(UNDO);
            case NOTIFY -> notify(request.part("text"), turn);
            case CREATE -> new Creating(turn).create(request);
            case ITEMS -> new Creating(turn).items(request.part("item"));
            case LIST -> new Listing(turn).list(request);
            case COUNT -> new Listing(turn).count(request);
            case STATUS -> new Listing(turn).status(request);
            case WEEK -> new Week(turn).plan(request, new Listing(turn));
            case SUGGEST -> new Listing(turn).suggest(request);
            case COMPLETE -> changing.complete(request);
            case COMPLETE_OR_CREATE -> changing.completeOrCreate(request);
            case REOPEN -> changing.reopen(request);
            case DELETE -> changing.delete(request);
            case DELETE_DONE -> changing.deleteDone();
            case DELETE_ALL -> changing.deleteAll();
            case RENAME -> changing.rename(request);
            case DESCRIBE -> changing.describe(request);
            case ASSIGN -> changing.assign(request);
            case PRIORITY -> changing.priority(request);
            case RAISE -> changing.raise(request, 1);
            case LOWER -> changing.raise(request, -1);
            case CLEAR_DATE -> changing.clearDate(request);
            case MOVE -> changing.move(request);
            case MOVE_OR_CREATE -> changing.moveOrCreate(request);
            case SHIFT -> changing.shift(request);
            case POSTPONE -> changing.postpone(request);
        };
    }
}
