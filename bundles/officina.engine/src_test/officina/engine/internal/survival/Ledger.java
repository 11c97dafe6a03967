// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import officina.api.content.ContentPart;
import officina.api.id.SessionId;
import officina.api.record.TodoStatus;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.core.run.SessionSummary;
import officina.engine.Engine;
import officina.engine.TodoItem;
import officina.engine.Todos.TodoQuery;
import officina.engine.internal.transfer.SessionFiles;

/**
 * What {@link Work} has told, and whether a data folder agrees: what was acknowledged is there, once; what was begun may
 * be; nothing else is. What was found counts as acknowledged from then on. For one thread at a time.
 */
final class Ledger {

    /** Numbers of to-dos that were begun, and those surely there with their record. */
    private final Set<Integer> addsBegun = new TreeSet<>();

    private final Map<Integer, String> added = new TreeMap<>();
    private final Set<String> ticksBegun = new HashSet<>();
    private final Set<String> ticked = new HashSet<>();
    private final Map<Integer, Turn> turns = new TreeMap<>();
    private final Map<String, Long> imported = new HashMap<>();
    private final Set<String> deletesBegun = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<Integer> exportsBegun = new TreeSet<>();
    private final Map<Integer, Long> exported = new TreeMap<>();
    private final List<String> mains = new ArrayList<>();
    /** Conversations that may have been deleted because a project keeps only so many. */
    private final Set<String> mayBeCleaned = new HashSet<>();

    private final Set<String> others = new HashSet<>();

    private int key;
    private int keyBegun;
    private int next = 1;
    private long acknowledged;

    /** A turn: of the sort {@code sort}, in that session where it is known, acknowledged or not. */
    private record Turn(String sort, String session, boolean surely) {}

    int next() {
        return next;
    }

    int key() {
        return key;
    }

    /** What opens the data: the passphrase that was acknowledged last, or the one that was being set. */
    List<Integer> keys() {
        return key == keyBegun ? List.of(key) : List.of(key, keyBegun);
    }

    long acknowledged() {
        return acknowledged;
    }

    List<SessionId> mains() {
        return mains.stream().map(Ledger::session).toList();
    }

    private static SessionId session(String id) {
        return new SessionId(UUID.fromString(id));
    }

    /** One line of {@link Work}. */
    synchronized void take(String line) {
        String[] words = line.split(" ");
        acknowledged += words[0].endsWith("!") ? 1 : 0;
        switch (words[0]) {
            case "add?" -> addsBegun.add(number(words[1]));
            case "add!" -> added.put(number(words[1]), words[2]);
            case "tick?" -> ticksBegun.add(words[1]);
            case "tick!" -> ticked.add(words[1]);
            case "turn?" -> turns.put(number(words[1]), new Turn(words[2], words[3], false));
            case "started!" -> started(number(words[1]), words[2]);
            case "turn!" ->
                turns.put(number(words[1]), new Turn(turns.get(number(words[1])).sort(), words[2], true));
            case "export?" -> exportsBegun.add(number(words[1]));
            case "export!" -> exported.put(number(words[1]), Long.valueOf(words[2]));
            case "import?" -> number(words[1]);
            case "import!" -> {
                imported.put(words[1], Long.valueOf(words[2]));
                others.add(words[1]);
            }
            case "delete?" -> deletesBegun.add(words[1]);
            case "delete!" -> deleted.add(words[1]);
            case "clean?", "clean!" -> mayBeCleaned.addAll(others);
            case "key?" -> keyBegun = number(words[1]);
            case "key!" -> key = number(words[1]);
            case "opened!" -> opened(Integer.parseInt(words[1]));
            default -> throw new AssertionError("not a line of the work: " + line);
        }
    }

    private int number(String word) {
        int number = Integer.parseInt(word);
        next = Math.max(next, number + 1);
        return number;
    }

    private void started(int number, String session) {
        Turn turn = turns.get(number);
        turns.put(number, new Turn(turn.sort(), session, false));
        if (turn.sort().equals("begin")) {
            mains.add(session);
        } else if (!mains.contains(session)) {
            others.add(session);
        }
    }

    // --- the folder ---

    /** Opens the engine and compares; the states of all conversations that it has, for {@link Truth}. */
    synchronized Map<SessionId, SessionState> check(Path data, Path out, String what) {
        Map<SessionId, SessionState> states = new HashMap<>();
        try (Engine engine = RealParts.open(data, keys(), this::opened)) {
            checkTodos(engine, what);
            for (SessionSummary each : engine.sessions().list(SessionQuery.ALL)) {
                states.put(each.id(), engine.sessions().state(each.id()));
            }
            checkConversations(engine, states, what);
        }
        checkExports(out, what);
        return states;
    }

    private void opened(int passphrase) {
        assertTrue(keys().contains(passphrase), "opened by another passphrase");
        key = passphrase;
        keyBegun = passphrase;
    }

    private void checkTodos(Engine engine, String what) {
        Map<String, TodoItem> there = new HashMap<>();
        for (TodoItem each : engine.todos().list(TodoQuery.ALL)) {
            assertEquals(
                    null,
                    there.put(each.todo().title(), each),
                    what + ": twice: " + each.todo().title());
        }
        for (Map.Entry<Integer, String> each : added.entrySet()) {
            TodoItem item = there.get("to-do " + each.getKey());
            assertNotNull(item, what + ": lost: to-do " + each.getKey());
            assertEquals(each.getValue(), item.id().toString(), what);
        }
        for (TodoItem each : there.values()) {
            String id = each.id().toString();
            int number = Integer.parseInt(each.todo().title().split(" ")[1]);
            assertTrue(
                    addsBegun.contains(number),
                    what + ": nobody added " + each.todo().title());
            added.put(number, id);
            boolean done = each.todo().status() == TodoStatus.DONE;
            assertTrue(done || !ticked.contains(id), what + ": not done any more: " + number);
            assertTrue(!done || ticksBegun.contains(id) || ticked.contains(id), what + ": nobody did " + number);
            assertEquals(done ? 2 : 1, each.revision(), what + ": revision of " + number);
            if (done) {
                ticked.add(id);
            }
        }
    }

    private void checkConversations(Engine engine, Map<SessionId, SessionState> states, String what) {
        for (Map.Entry<Integer, Turn> each : turns.entrySet()) {
            Turn turn = each.getValue();
            if (turn.session().equals("-") || mayBeGone(turn.session())) {
                continue;
            }
            String title = turn.sort() + " " + each.getKey();
            SessionState state = states.get(session(turn.session()));
            // a session that was told of has at least its first event
            assertNotNull(state, what + ": lost with its conversation: " + title);
            List<RunState> runs = state.runs().stream()
                    .filter(run -> run.head().title().equals(title))
                    .toList();
            assertTrue(runs.size() <= 1, what + ": twice: " + title);
            if (turn.surely()) {
                assertEquals(1, runs.size(), what + ": lost: " + title);
                assertEquals(RunPhase.DONE, runs.getFirst().phase(), what + ": " + title);
                assertEquals(
                        List.of(new ContentPart.Text(RealParts.answer(title))),
                        runs.getFirst().response(),
                        what + ": " + title);
            }
        }
        for (Map.Entry<String, Long> each : imported.entrySet()) {
            if (!mayBeGone(each.getKey())) {
                SessionState state = states.get(session(each.getKey()));
                assertNotNull(state, what + ": lost: what was imported");
                assertTrue(state.lastSeq() >= each.getValue(), what + ": less than was imported");
            }
        }
        for (String each : deleted) {
            assertFalse(states.containsKey(session(each)), what + ": deleted and there again");
            assertTrue(engine.sessions().find(session(each)).isEmpty(), what + ": deleted and found");
        }
        Set<String> left = states.keySet().stream().map(Object::toString).collect(Collectors.toSet());
        // what is gone after it might be stays gone
        for (String each : mayBeCleaned) {
            if (!left.contains(each)) {
                deletesBegun.add(each);
            }
        }
    }

    private boolean mayBeGone(String session) {
        return deletesBegun.contains(session) || mayBeCleaned.contains(session);
    }

    private void checkExports(Path out, String what) {
        for (int each : exportsBegun) {
            Path file = out.resolve(each + ".officina-session");
            Long events = exported.get(each);
            assertTrue(events == null || Files.exists(file), what + ": lost: export " + each);
            if (Files.exists(file)) {
                long there = SessionFiles.events(file);
                assertEquals(events == null ? there : events, there, what + ": export " + each);
                exported.put(each, there);
            }
        }
        // looked at once: nobody writes there again
        exportsBegun.clear();
    }
}
