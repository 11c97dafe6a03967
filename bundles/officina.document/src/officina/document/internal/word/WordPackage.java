// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.word;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import officina.document.internal.Source;
import officina.document.internal.Troubles;
import officina.document.internal.UnreadableException;

/**
 * The archive that a Word file is. A part is unpacked while it is read, never whole, and only up to a limit; its XML may
 * declare nothing and name nothing outside itself.
 */
final class WordPackage implements Closeable {

    /** Takes the elements of a part. */
    interface Elements {

        /** @param reader stands at the beginning of an element; look, do not move */
        void begin(String name, XMLStreamReader reader) throws IOException;

        void end(String name) throws IOException;

        void characters(String text) throws IOException;
    }

    private static final String RELATIONS = "_rels/.rels";
    private static final String USUAL = "word/document.xml";

    /** Of the list of the parts, in bytes: tens of thousands of them. */
    private static final long MOST_DIRECTORY = 2L << 20;

    /** How the end of an archive begins, and where in it is what. */
    private static final int END_SIGN = 0x06054b50;

    private static final int END = 22;
    private static final int END_COUNT = 10;
    private static final int END_SIZE = 12;
    private static final int END_PLACE = 16;
    private static final int MOST_END = END + 0xFFFF;

    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final ZipFile zip;
    private final Source source;
    private final Limits limits;
    private final Effort effort;

    WordPackage(Source source, Limits limits, Effort effort) throws IOException {
        this.source = source;
        requireSmallDirectory();
        this.zip = new ZipFile(source.file().toFile());
        this.limits = limits;
        this.effort = effort;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    /** The list of the parts is read whole when the archive is opened; so its size is looked at before. */
    private void requireSmallDirectory() throws IOException {
        byte[] end;
        try (InputStream in = source.open()) {
            in.skipNBytes(Math.max(0, source.size() - MOST_END));
            end = in.readNBytes(MOST_END);
        } catch (EOFException e) {
            throw new UnreadableException(Troubles.changed(source.name()));
        }
        ByteBuffer ends = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
        // whichever of them is the right one
        for (int at = 0; at <= end.length - END; at++) {
            if (ends.getInt(at) == END_SIGN && !isSmall(ends, at)) {
                throw new UnreadableException(Troubles.unsafe(source.name()));
            }
        }
    }

    /** A number that is full stands for a greater one in another place. */
    private static boolean isSmall(ByteBuffer ends, int at) {
        long size = Integer.toUnsignedLong(ends.getInt(at + END_SIZE));
        return size <= MOST_DIRECTORY && ends.getInt(at + END_PLACE) != -1 && ends.getShort(at + END_COUNT) != -1;
    }

    /** The name of the part with the text. */
    String main() throws IOException {
        String[] found = {USUAL};
        read(RELATIONS, new Elements() {
            @Override
            public void begin(String name, XMLStreamReader reader) {
                String type = reader.getAttributeValue(null, "Type");
                String target = reader.getAttributeValue(null, "Target");
                if (type != null && target != null && type.endsWith("/officeDocument")) {
                    found[0] = target.startsWith("/") ? target.substring(1) : target;
                }
            }

            @Override
            public void end(String name) {}

            @Override
            public void characters(String text) {}
        });
        return found[0];
    }

    /** Reads a part; whether there is one of that name. */
    boolean read(String part, Elements elements) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null || entry.isDirectory()) {
            return false;
        }
        try (InputStream in = new Metered(zip.getInputStream(entry))) {
            XMLStreamReader reader = xml.createXMLStreamReader(in);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> elements.begin(reader.getLocalName(), reader);
                    case XMLStreamConstants.END_ELEMENT -> elements.end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        elements.characters(reader.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableException(Troubles.unsafe(source.name()));
                    default -> {
                        // comments and instructions say nothing
                    }
                }
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException("not well-formed", e);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What is unpacked, counted. */
    private final class Metered extends FilterInputStream {

        private long count;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int read) throws IOException {
            effort.check();
            count += read;
            if (count > limits.partBytes()) {
                throw new UnreadableException(Troubles.unsafe(source.name()));
            }
        }
    }
}
