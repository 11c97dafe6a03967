// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Any bytes as the file of the checkpoint. Run by {@code releng/scripts/fuzz}. */
public final class CheckpointFuzz {

    private CheckpointFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        read(data);
        // the code at the end is looked at elsewhere: any will do here
        Checkpoint whole = new Checkpoint(1, 1L << 20, Checkpoint.FORGETS, head(data));
        Checkpoint same = read(whole.encoded(mac()));
        if (same == null || !same.hasHead(whole.head()) || same.length() != whole.length()) {
            throw new AssertionError("what was written is not read again");
        }
    }

    private static byte[] head(byte[] data) {
        return Arrays.copyOf(data, Checkpoint.HEAD);
    }

    private static Checkpoint read(byte[] bytes) {
        Checkpoint read = Checkpoint.decoded(bytes);
        if (read != null) {
            byte[] again = read.encoded(mac());
            int fields = again.length - mac().getMacLength();
            if (again.length != bytes.length || !Arrays.equals(again, 0, fields, bytes, 0, fields)) {
                throw new AssertionError("not the same when written again");
            }
        }
        return read;
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                Checkpoint.NONE.encoded(mac()),
                new Checkpoint(3, 1L << 20, 1L << 19, new byte[Checkpoint.HEAD]).encoded(mac()));
    }
}
