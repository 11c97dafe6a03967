// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.snapshot;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.DurableFiles;
import officina.core.run.Snapshot;
import officina.protocol.EventCodec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest snapshot of each session in a file of its own: version (1 byte), nonce (12), then encrypted with
 * AES-256-GCM the number of the last event (8), how many events follow (4), and for each its length (4) and JSON. The
 * tag covers version and session, so that a file cannot pass for another session's. Any thread may call; calls for the
 * same session must not overlap.
 */
public final class SnapshotFiles {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final SecretKey key;

    public SnapshotFiles(Path folder, SecretKey key) {
        this.folder = folder;
        this.key = key;
    }

    public void write(Snapshot snapshot) throws IOException {
        List<byte[]> events =
                snapshot.essence().stream().map(EventCodec::encode).toList();
        int length = Long.BYTES + Integer.BYTES;
        for (byte[] event : events) {
            length = Math.addExact(length, Integer.BYTES + event.length);
        }
        ByteBuffer content = ByteBuffer.allocate(length).putLong(snapshot.seq()).putInt(events.size());
        events.forEach(event -> content.putInt(event.length).put(event));
        byte[] sealed = seal(snapshot.session(), content.array());
        DurableFiles.createFolder(folder);
        DurableFiles.replace(file(snapshot.session()), sealed);
    }

    /** The file of a session with that content. */
    byte[] seal(SessionId session, byte[] content) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = cipher(Cipher.ENCRYPT_MODE, nonce, session).doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to seal", e);
        }
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Removes it, if there is one. */
    public void delete(SessionId session) throws IOException {
        if (Files.deleteIfExists(file(session))) {
            DurableFiles.syncFolder(folder);
        }
    }

    /** Removes all of them: events were lost, and what comes after bears their numbers. */
    public void clear() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        DurableFiles.syncFolder(folder);
    }

    /** The snapshot that was kept; nothing where there is none or its file is not what was written. */
    public @Nullable Snapshot read(SessionId session) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file(session));
        } catch (NoSuchFileException e) {
            return null;
        }
        if (bytes.length < 1 + NONCE + TAG || bytes[0] != VERSION) {
            return null;
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(bytes, 1, 1 + NONCE), session);
            return snapshot(session, ByteBuffer.wrap(cipher.doFinal(bytes, 1 + NONCE, bytes.length - 1 - NONCE)));
        } catch (GeneralSecurityException | BufferUnderflowException | IllegalArgumentException | FailureException e) {
            return null;
        }
    }

    private static Snapshot snapshot(SessionId session, ByteBuffer in) {
        long seq = in.getLong();
        int count = in.getInt();
        List<EventEnvelope> essence = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("an event of so many bytes: " + length);
            }
            essence.add(EventCodec.decode(in.array(), in.position(), length));
            in.position(in.position() + length);
        }
        if (count < 0 || in.hasRemaining()) {
            throw new IllegalArgumentException("not as many events as it says: " + count);
        }
        return new Snapshot(session, seq, essence);
    }

    private Cipher cipher(int mode, byte[] nonce, SessionId session) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put(VERSION)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .flip());
        return cipher;
    }

    Path file(SessionId session) {
        return folder.resolve(session + ".snapshot");
    }
}
