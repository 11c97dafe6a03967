// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import org.junit.jupiter.api.Test;

final class ReferenceTests {

    private static final Path REFERENCE = Path.of("../../docs/reference");

    @Test
    void the_committed_schema_is_the_one_that_the_code_gives() throws IOException {
        assertCommitted("runtime-events.v" + RunEvent.SCHEMA + ".json", PrettyJson.of(EventSchema.open()));
    }

    @Test
    void the_committed_page_of_events_is_the_one_that_the_code_gives() throws IOException {
        assertCommitted("events.md", EventReference.page());
    }

    @Test
    void the_schema_is_a_schema() {
        JsonObject meta = Json.parseObject("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}");

        assertEquals("", new SchemaCheck(meta).errors(EventSchema.open()));
    }

    @Test
    void every_event_that_is_written_has_exactly_the_members_of_the_schema() {
        SchemaCheck open = new SchemaCheck(EventSchema.open());
        SchemaCheck closed = new SchemaCheck(EventSchema.closed());
        for (Class<?> type : RunEvent.class.getPermittedSubclasses()) {
            ApiValues values =
                    new ApiValues(new SplittableRandom(type.getSimpleName().length()));
            for (int i = 0; i < 20; i++) {
                JsonObject event = EventCodec.write(envelope((RunEvent) values.of(type)));
                assertEquals("", open.errors(event), () -> Json.text(event));
                if (type != RunEvent.Unknown.class && !Json.text(event).contains("\"type\":\"future")) {
                    assertEquals("", closed.errors(event), () -> Json.text(event));
                }
            }
        }
    }

    @Test
    void the_schema_refuses_what_the_reader_refuses() {
        SchemaCheck schema = new SchemaCheck(EventSchema.open());
        JsonObject good = EventCodec.write(envelope(new RunEvent.Progress("Reading", 1, 2)));
        assertEquals("", schema.errors(good));

        assertNotEquals("", schema.errors(good.with("seq", "1")));
        assertNotEquals("", schema.errors(good.with("event", JsonObject.EMPTY)));
        assertNotEquals("", schema.errors(good.merge(JsonObject.EMPTY.with("session", null))));
        assertFalse(schema.errors(good.with("event", good.object("event").with("done", 1.5)))
                .isEmpty());
    }

    private static EventEnvelope envelope(RunEvent event) {
        return new EventEnvelope(
                1, new SessionId(new UUID(1, 2)), new RunId(new UUID(3, 4)), 1, 1, Instant.EPOCH, Origin.USER, event);
    }

    private static void assertCommitted(String name, String expected) throws IOException {
        Path file = REFERENCE.resolve(name);
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(REFERENCE);
            Files.writeString(file, expected);
        }
        String committed = Files.exists(file) ? Files.readString(file) : "";
        assertEquals(expected, committed, name + " is generated: run this test with -Dregenerate=true and commit it");
    }
}
