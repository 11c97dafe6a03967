// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import officina.api.json.JsonObject;
import officina.protocol.Json;

/** Carries out one script. */
final class ScriptRun {

    private static final int LIMIT_SECONDS = 30;

    private final ServerConnection http;
    private final ModelScript script;
    private final Semaphore left;
    private final String model;
    private final boolean streams;
    private final boolean wantsUsage;
    private final StringBuilder text = new StringBuilder();
    private final List<JsonObject> calls = new ArrayList<>();
    private boolean open;

    ScriptRun(ServerConnection http, SeenRequest request, ModelScript script, Semaphore left) {
        this.http = http;
        this.script = script;
        this.left = left;
        String named = request.body().text("model");
        model = named == null ? "" : named;
        streams = request.body().flag("stream");
        wantsUsage = request.body().object("stream_options").flag("include_usage");
    }

    /** Whether the connection may be used again. */
    boolean run() throws IOException, InterruptedException {
        for (ModelScript.Step step : script.steps()) {
            switch (step) {
                case ModelScript.Step.Say(String piece) -> say(piece);
                case ModelScript.Step.Think(String piece) ->
                    event(Completions.chunk(model, JsonObject.EMPTY.with("reasoning_content", piece), null));
                case ModelScript.Step.Call(String id, String tool, String arguments) -> call(id, tool, arguments);
                case ModelScript.Step.Raw(String lines) -> send(lines);
                case ModelScript.Step.Hold(CountDownLatch gate) -> hold(gate);
                case ModelScript.Step.Hang() -> {
                    http.awaitEnd();
                    left.release();
                    return false;
                }
                case ModelScript.Step.Reset() -> {
                    http.reset();
                    return false;
                }
                case ModelScript.Step.BreakOff() -> {
                    http.endEvents();
                    return true;
                }
                case ModelScript.Step.Refuse(int status, var headers, String body) -> {
                    http.answer(status, headers, body);
                    return true;
                }
                case ModelScript.Step.Finish(String reason) -> finish(reason);
            }
        }
        return true;
    }

    private static void hold(CountDownLatch gate) throws InterruptedException {
        if (!gate.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody opened the gate");
        }
    }

    private void say(String piece) throws IOException {
        text.append(piece);
        if (streams) {
            event(Completions.chunk(
                    model, JsonObject.EMPTY.with("role", "assistant").with("content", piece), null));
        }
    }

    private void call(String id, String tool, String arguments) throws IOException {
        int index = calls.size();
        calls.add(Completions.call(index, id, tool, arguments));
        if (streams) {
            int half = arguments.length() / 2;
            delta(Completions.call(index, id, tool, arguments.substring(0, half)));
            delta(Completions.call(index, null, null, arguments.substring(half)));
        }
    }

    private void delta(JsonObject call) throws IOException {
        event(Completions.chunk(model, JsonObject.EMPTY.with("tool_calls", List.of(call)), null));
    }

    private void finish(String reason) throws IOException {
        if (!streams) {
            http.json(200, Json.text(Completions.whole(model, text.toString(), calls, reason)));
            return;
        }
        event(Completions.chunk(model, JsonObject.EMPTY, reason));
        if (wantsUsage) {
            event(Completions.usageChunk(model));
        }
        send("data: [DONE]\n\n");
        http.endEvents();
    }

    private void event(JsonObject data) throws IOException {
        send("data: " + Json.text(data) + "\n\n");
    }

    private void send(String lines) throws IOException {
        if (!open) {
            http.openEvents();
            open = true;
        }
        byte[] bytes = lines.replace("\n", script.lineEnd().text).getBytes(StandardCharsets.UTF_8);
        int size = script.cutting() == ModelScript.Cutting.BYTES ? 1 : bytes.length;
        for (int from = 0; from < bytes.length; from += size) {
            http.chunk(bytes, from, size);
        }
    }
}
