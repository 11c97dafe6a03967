// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.core.run.Journal;
import officina.protocol.EventCodec;
import officina.protocol.Json;
import officina.protocol.RecordCodec;

/** Writes the archive of an export, which {@code docs/reference/export.md} describes. For one thread. */
final class ExportArchive implements AutoCloseable {

    static final String FORMAT = "officina.export";
    static final int VERSION = 1;
    static final String LIST = "export.json";

    private static final String README = """
            This is an export of all data of one Officina data folder.

            records/*.jsonl    one file a kind of record: to-dos, settings, projects and others as they were
            sessions/*.jsonl   one file a session: everything that happened in it, in order
            events.jsonl       what deleted conversations did to records that are still there, if anything
            export.json        what there is, with the SHA-256 of each file

            All files are text: one JSON value a line, in UTF-8. Nothing in here is encrypted.
            """;

    private final ZipOutputStream zip;
    private final Instant now;
    private final List<JsonValue> files = new ArrayList<>();

    ExportArchive(OutputStream to, Instant now) throws IOException {
        zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        this.now = now;
        begin("README.txt");
        zip.write(README.getBytes(StandardCharsets.US_ASCII));
    }

    /** The records of a kind, one a line; gives how many. */
    long records(RecordKind kind, Iterator<DataRecord> records) throws IOException {
        String name = "records/" + kind.name() + ".jsonl";
        DigestOutputStream out = begin(name);
        long count = 0;
        while (records.hasNext()) {
            out.write(Json.bytes(RecordCodec.write(records.next())));
            out.write('\n');
            count++;
        }
        end(name, count, out);
        return count;
    }

    /** A session, in the form of a session file. */
    void session(SessionFileHead head, Journal journal, SessionFileWriter.Between between) throws IOException {
        String name = "sessions/" + head.session() + ".jsonl";
        DigestOutputStream out = begin(name);
        new SessionFileWriter(Channels.newChannel(out)).session(head, now, journal, between);
        end(name, head.events() + 2, out);
    }

    /** Events that belong to no session any more, until the source gives none. */
    void events(Supplier<List<EventEnvelope>> source) throws IOException {
        String name = "events.jsonl";
        DigestOutputStream out = begin(name);
        long count = 0;
        for (List<EventEnvelope> some = source.get(); !some.isEmpty(); some = source.get()) {
            for (EventEnvelope envelope : some) {
                out.write(EventCodec.encode(envelope));
                out.write('\n');
            }
            count += some.size();
        }
        end(name, count, out);
    }

    /** Says what there is; the last file. */
    void finish(long position) throws IOException {
        begin(LIST);
        zip.write(Json.bytes(JsonObject.EMPTY
                .with("format", FORMAT)
                .with("version", VERSION)
                .with("schema", RunEvent.SCHEMA)
                .with("exportedAt", now)
                .with("position", position)
                .with("files", new JsonArray(files))));
        zip.write('\n');
    }

    private DigestOutputStream begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new DigestOutputStream(new KeptOpen(zip), SessionFileWriter.sha256());
    }

    private void end(String name, long lines, DigestOutputStream out) throws IOException {
        out.flush();
        files.add(JsonObject.EMPTY
                .with("name", name)
                .with("lines", lines)
                .with("sha256", HexFormat.of().formatHex(out.getMessageDigest().digest())));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
