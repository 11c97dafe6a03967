// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.protocol.internal.json.JsonReader;
import officina.protocol.internal.json.JsonWriter;
import officina.protocol.internal.json.Malformed;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/**
 * Events. The wire form is an object with the members of the envelope, the event's {@code type}, its members under
 * {@code event}, and {@code mayIgnore} where a reader that does not know the type may pass it over.
 *
 * <p>Reading tolerates what a newer writer adds: members nobody knows are ignored; an event whose type this build does
 * not know, or whose members it does not understand while the envelope's schema is newer than {@link RunEvent#SCHEMA},
 * becomes {@link RunEvent.Unknown} and is written again as it was. Anything else that does not fit throws
 * {@code protocol.malformed}. Any thread may call any method.
 */
public final class EventCodec {

    /** Deeper than {@link Json#MAX_DEPTH}, so that every value read with that limit can be part of an event. */
    static final int MAX_DEPTH = Json.MAX_DEPTH + 64;

    private static final int MAX_TYPE = 200;

    private EventCodec() {}

    /** The event's name on the wire: {@code run.text-delta}; see {@link EventTypes}. */
    public static String wireName(RunEvent event) {
        return EventWriter.name(event);
    }

    /** UTF-8 on one line; {@code protocol.malformed} for an event of more than {@link Json#MAX_BYTES}. */
    public static byte[] encode(EventEnvelope envelope) {
        return JsonWriter.write(write(envelope), Json.MAX_BYTES, MAX_DEPTH);
    }

    public static EventEnvelope decode(byte[] utf8) {
        return decode(utf8, 0, utf8.length);
    }

    /** Reads a part of an array that holds UTF-8. */
    public static EventEnvelope decode(byte[] utf8, int offset, int length) {
        return read(In.of(JsonReader.read(utf8, offset, length, Json.MAX_BYTES, MAX_DEPTH), "envelope")
                .json());
    }

    public static JsonObject write(EventEnvelope envelope) {
        Out out = new Out()
                .number("schema", envelope.schema())
                .text("session", envelope.session())
                .text("run", envelope.run())
                .number("seq", envelope.seq())
                .number("position", envelope.position())
                .instant("at", envelope.at())
                .text("origin", envelope.origin());
        return event(out, envelope.event()).object();
    }

    public static EventEnvelope read(JsonObject json) {
        In in = new In(json);
        int schema = in.smallNumber("schema");
        if (schema < 1) {
            throw Malformed.member("schema", "1 or more");
        }
        return new EventEnvelope(
                schema,
                in.id("session", SessionId::new),
                in.id("run", RunId::new),
                in.number("seq"),
                in.number("position"),
                in.instant("at"),
                in.parsed("origin", "a chain like user=>agent.task", Origin::parse),
                event(in, schema));
    }

    /** An event without its envelope: {@code type}, {@code event} and {@code mayIgnore}. */
    public static JsonObject writeEvent(RunEvent event) {
        return event(new Out(), event).object();
    }

    /** Reads what {@link #writeEvent} wrote in that schema. */
    public static RunEvent readEvent(JsonObject json, int schema) {
        return event(new In(json), schema);
    }

    /** {@link #writeEvent} as UTF-8 on one line: what the journal keeps beside the members of the envelope. */
    public static byte[] encodeEvent(RunEvent event) {
        return JsonWriter.write(writeEvent(event), Json.MAX_BYTES, MAX_DEPTH);
    }

    /** Reads what {@link #encodeEvent} wrote in that schema from a part of an array. */
    public static RunEvent decodeEvent(byte[] utf8, int offset, int length, int schema) {
        return event(In.of(JsonReader.read(utf8, offset, length, Json.MAX_BYTES, MAX_DEPTH), "event"), schema);
    }

    private static Out event(Out out, RunEvent event) {
        out.text("type", EventWriter.name(event));
        if (EventWriter.mayIgnore(event)) {
            out.flag("mayIgnore", true);
        }
        return out.value("event", EventWriter.members(event));
    }

    private static RunEvent event(In in, int schema) {
        String type = in.text("type");
        if (type.isEmpty() || type.length() > MAX_TYPE) {
            throw Malformed.member("type", "1 to " + MAX_TYPE + " characters long");
        }
        JsonObject members = in.object("event");
        RunEvent event;
        try {
            event = EventReader.read(type, members);
        } catch (FailureException malformed) {
            if (schema <= RunEvent.SCHEMA) {
                throw malformed;
            }
            event = null;
        }
        return event == null ? new RunEvent.Unknown(type, members, in.flagOrFalse("mayIgnore")) : event;
    }
}
