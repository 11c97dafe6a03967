// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.LanguageContext;
import officina.api.language.Span;
import officina.protocol.internal.json.Malformed;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/** What was found in a text, and against what it was read. Reading what does not fit throws {@code protocol.malformed}. */
public final class LanguageCodec {

    private static final String TYPE = "type";
    private static final String DAY = "day";
    private static final String PERIOD = "period";
    private static final String TIME = "time";
    private static final String LEVEL = "level";
    private static final String QUANTITY = "quantity";
    private static final String PERSON = "person";
    private static final String TITLE = "title";

    private LanguageCodec() {}

    public static JsonObject write(LanguageContext context) {
        return new Out()
                .instant("now", context.now())
                .text("zone", context.zone())
                .text("locale", context.locale().toLanguageTag())
                .object();
    }

    public static LanguageContext readContext(JsonObject json) {
        In in = new In(json);
        return new LanguageContext(
                in.instant("now"),
                in.parsed("zone", "a time zone like Europe/Rome", ZoneId::of),
                Locale.forLanguageTag(in.text("locale")));
    }

    public static JsonObject write(Entities entities) {
        return new Out()
                .text("text", entities.text())
                .list("all", entities.all(), LanguageCodec::write)
                .object();
    }

    public static Entities readEntities(JsonObject json) {
        In in = new In(json);
        return new Entities(in.text("text"), in.list("all", LanguageCodec::readEntity));
    }

    public static JsonObject write(Entity entity) {
        Out out = new Out();
        return switch (entity) {
            case Entity.Day(var span, LocalDate date) ->
                start(out, DAY, span).text("date", date).object();
            case Entity.Period(var span, LocalDate first, LocalDate last) ->
                start(out, PERIOD, span).text("first", first).text("last", last).object();
            case Entity.Time(var span, LocalTime time) ->
                start(out, TIME, span).text("time", time).object();
            case Entity.Level(var span, var priority) ->
                start(out, LEVEL, span)
                        .constant("priority", Constants.PRIORITY, priority)
                        .object();
            case Entity.Quantity(var span, var amount, String unit) ->
                start(out, QUANTITY, span)
                        .decimal("amount", amount)
                        .text("unit", unit)
                        .object();
            case Entity.Person(var span, String name) ->
                start(out, PERSON, span).text("name", name).object();
            case Entity.Title(var span, String text) ->
                start(out, TITLE, span).text("text", text).object();
        };
    }

    private static Out start(Out out, String type, Span span) {
        return out.text(TYPE, type).number("start", span.start()).number("end", span.end());
    }

    public static Entity readEntity(JsonObject json) {
        In in = new In(json);
        Span span = In.checked("the place in a text", () -> new Span(in.smallNumber("start"), in.smallNumber("end")));
        return switch (in.text(TYPE)) {
            case DAY -> new Entity.Day(span, day(in, "date"));
            case PERIOD -> new Entity.Period(span, day(in, "first"), day(in, "last"));
            case TIME -> new Entity.Time(span, in.parsed("time", "a time like 09:30", LocalTime::parse));
            case LEVEL -> new Entity.Level(span, in.constant("priority", Constants.PRIORITY));
            case QUANTITY -> new Entity.Quantity(span, in.decimal("amount"), in.text("unit"));
            case PERSON -> new Entity.Person(span, in.text("name"));
            case TITLE -> new Entity.Title(span, in.text("text"));
            default -> throw Malformed.member(TYPE, "the name of an entity");
        };
    }

    private static LocalDate day(In in, String name) {
        return in.parsed(name, "a date like 2026-12-31", LocalDate::parse);
    }
}
