// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.api.content.ContentPart;
import officina.api.id.RunId;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.core.run.ToolCallState;
import officina.ui.base.Icon;

/** A call of a tool: one quiet line, or a card with what it was asked and what it answered. */
final class ToolRow {

    /** Of what it was asked, and of what it answered, in characters. */
    private static final int MOST = 2_000;

    private ToolRow() {}

    static Row of(RunId run, ToolCallState call, boolean open, Place place) {
        String name = Labels.tool(call.tool());
        String text =
                switch (call.phase()) {
                    case ASKED -> Words.TOOL_ASKED.text(name);
                    case STARTED -> Words.TOOL_STARTED.text(name);
                    case SUCCEEDED -> Words.TOOL_DONE.text(name);
                    case FAILED -> Words.TOOL_FAILED.text(name, Labels.failure(call.failure()));
                };
        Icon icon =
                switch (call.phase()) {
                    case ASKED, STARTED -> Icon.TOOL;
                    case SUCCEEDED -> Icon.CHECK;
                    case FAILED -> Icon.WARNING;
                };
        Tone tone =
                switch (call.phase()) {
                    case ASKED, SUCCEEDED -> Tone.QUIET;
                    case STARTED -> Tone.WORKING;
                    case FAILED -> Tone.BAD;
                };
        Offer offer = new Offer(
                open ? Words.TOOL_HIDE.text() : Words.TOOL_SHOW.text(), new Offer.ShowTool(run, call.call()), false);
        if (!open) {
            return new Row.Note(place, icon, tone, text, List.of(offer));
        }
        return new Row.Card(place, icon, Tone.QUIET, text, lines(call), List.of(offer));
    }

    private static List<Row.Line> lines(ToolCallState call) {
        List<Row.Line> lines = new ArrayList<>();
        call.input().members().forEach((member, value) -> {
            lines.add(new Row.Line(Icon.SEND, Tone.QUIET, member + ": " + cut(words(value))));
        });
        String answer = call.parts().stream()
                .map(part -> switch (part) {
                    case ContentPart.Text(String words) -> words;
                    case ContentPart.Code(String _, String words) -> words;
                    default -> "";
                })
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
        if (!answer.isEmpty()) {
            lines.add(new Row.Line(Icon.FILE, Tone.QUIET, cut(answer.strip())));
        } else if (call.data() != null) {
            lines.add(new Row.Line(Icon.FILE, Tone.QUIET, cut(words(call.data()))));
        }
        return lines;
    }

    private static String words(JsonValue value) {
        return switch (value) {
            case JsonText(String text) -> text;
            case JsonNumber number -> number.value().toString();
            case JsonBoolean(boolean flag) -> Boolean.toString(flag);
            case JsonNull _ -> "";
            case JsonArray(var elements) ->
                elements.stream().map(ToolRow::words).collect(Collectors.joining(", "));
            case JsonObject object ->
                object.members().entrySet().stream()
                        .map(each -> each.getKey() + ": " + words(each.getValue()))
                        .collect(Collectors.joining("\n"));
        };
    }

    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.substring(0, end) + " \u2026";
    }
}
