// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import officina.api.json.JsonObject;

/** What {@link LocalModelServer} does with one request for a completion. A value; each method gives a longer script. */
public record ModelScript(List<Step> steps, Cutting cutting, LineEnd lineEnd) {

    /** One thing the server does. */
    public sealed interface Step {
        /** Says a piece of text, as one event. */
        record Say(String text) implements Step {}

        /** Thinks aloud. */
        record Think(String text) implements Step {}

        /** Asks for a tool; the arguments come in two pieces. */
        record Call(String id, String tool, String arguments) implements Step {}

        /** Waits for the gate, or until the client has gone. */
        record Hold(CountDownLatch gate) implements Step {}

        /** Sends lines as they are. */
        record Raw(String lines) implements Step {}

        /** Says nothing more until the client goes. */
        record Hang() implements Step {}

        /** Resets the connection. */
        record Reset() implements Step {}

        /** Ends the answer as if it were whole, without having said why. */
        record BreakOff() implements Step {}

        /** Refuses the request. */
        record Refuse(int status, Map<String, String> headers, String body) implements Step {}

        /** Ends the answer: {@code stop}, {@code length}, {@code tool_calls} ... */
        record Finish(String reason) implements Step {}
    }

    /** How the bytes are cut into writes. */
    public enum Cutting {
        /** An event a write. */
        EVENTS,
        /** A byte a write, so that every character of several bytes is split. */
        BYTES
    }

    /** What ends a line. */
    public enum LineEnd {
        LF("\n"),
        CRLF("\r\n"),
        CR("\r");

        final String text;

        LineEnd(String text) {
            this.text = text;
        }
    }

    public ModelScript {
        steps = List.copyOf(steps);
    }

    /** Says nothing yet. */
    public static ModelScript start() {
        return new ModelScript(List.of(), Cutting.EVENTS, LineEnd.LF);
    }

    /** Says these pieces and is done. */
    public static ModelScript saying(String... pieces) {
        ModelScript script = start();
        for (String piece : pieces) {
            script = script.say(piece);
        }
        return script.finish("stop");
    }

    /** Refuses the request. */
    public static ModelScript refusing(int status, Map<String, String> headers, String body) {
        return start().and(new Step.Refuse(status, headers, body));
    }

    /** Refuses in the form of OpenAI, with its own code for the error. */
    public static ModelScript refusing(int status, String code) {
        JsonObject error = JsonObject.EMPTY
                .with("message", "scripted")
                .with("type", "invalid_request_error")
                .with("code", code);
        return refusing(status, Map.of(), officina.protocol.Json.text(JsonObject.EMPTY.with("error", error)));
    }

    public ModelScript say(String text) {
        return and(new Step.Say(text));
    }

    public ModelScript think(String text) {
        return and(new Step.Think(text));
    }

    public ModelScript call(String id, String tool, String arguments) {
        return and(new Step.Call(id, tool, arguments));
    }

    public ModelScript hold(CountDownLatch gate) {
        return and(new Step.Hold(gate));
    }

    public ModelScript raw(String lines) {
        return and(new Step.Raw(lines));
    }

    public ModelScript hang() {
        return and(new Step.Hang());
    }

    public ModelScript reset() {
        return and(new Step.Reset());
    }

    public ModelScript breakOff() {
        return and(new Step.BreakOff());
    }

    public ModelScript finish(String reason) {
        return and(new Step.Finish(reason));
    }

    public ModelScript cut(Cutting other) {
        return new ModelScript(steps, other, lineEnd);
    }

    public ModelScript endingLines(LineEnd other) {
        return new ModelScript(steps, cutting, other);
    }

    private ModelScript and(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new ModelScript(more, cutting, lineEnd);
    }
}
