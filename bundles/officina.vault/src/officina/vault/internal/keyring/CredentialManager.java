// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.UUID;
import officina.vault.internal.keyring.Keyring.Finding;

/** The Credential Manager of Windows, through {@code Advapi32.dll}. It is never locked while its person is signed in. */
final class CredentialManager implements SecretStore {

    /** {@code ERROR_NOT_FOUND}. */
    static final int NOT_FOUND = 1168;

    /** {@code ERROR_NO_SUCH_LOGON_SESSION}: a service, or a session over the network. */
    static final int NO_LOGON_SESSION = 1312;

    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final String LAST_ERROR = "GetLastError";

    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup library;

    private CredentialManager(SymbolLookup library) {
        this.library = library;
    }

    /** Throws {@link IllegalArgumentException} on a system without it. */
    static SecretStore open() {
        return new CredentialManager(SymbolLookup.libraryLookup("Advapi32.dll", Arena.global()));
    }

    /** The name under which a person finds it in the Credential Manager. */
    static String target(UUID id) {
        return "Officina/data-key/" + id;
    }

    /** What a failed call means. */
    static Finding meaning(int error) {
        return switch (error) {
            case NOT_FOUND -> new Finding.Missing();
            case NO_LOGON_SESSION -> new Finding.Unreachable("this session of Windows keeps no credentials");
            default -> new Finding.Unreachable("Windows refuses with error " + error);
        };
    }

    @Override
    public Finding read(UUID id) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(POINTER);
            int error = call(arena, "CredReadW", Credential.wide(arena, target(id)), Credential.GENERIC, 0, found);
            if (error != 0) {
                return meaning(error);
            }
            MemorySegment credential = found.get(POINTER, 0);
            try {
                return new Finding.Found(new SecretBytes(Credential.secret(credential)));
            } finally {
                free(credential);
            }
        }
    }

    @Override
    public Finding write(UUID id, byte[] secret) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, secret);
            try {
                int error = call(arena, "CredWriteW", Credential.of(arena, target(id), bytes), 0);
                return error == 0 ? new Finding.Missing() : meaning(error);
            } finally {
                bytes.fill((byte) 0);
            }
        }
    }

    @Override
    public void delete(UUID id) {
        try (Arena arena = Arena.ofConfined()) {
            int error = call(arena, "CredDeleteW", Credential.wide(arena, target(id)), Credential.GENERIC, 0);
            if (error != 0 && error != NOT_FOUND) {
                throw new IllegalStateException("Windows refuses with error " + error);
            }
        }
    }

    /** The error that Windows left behind; 0 when the call did what it should. */
    private int call(Arena arena, String function, Object... arguments) {
        StructLayout state = Linker.Option.captureStateLayout();
        MemorySegment captured = arena.allocate(state);
        Object[] all = new Object[arguments.length + 1];
        all[0] = captured;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        FunctionDescriptor form = FunctionDescriptor.of(
                INT,
                Arrays.stream(arguments)
                        .map(each -> each instanceof MemorySegment ? POINTER : INT)
                        .toArray(ValueLayout[]::new));
        Object done = invoke(function, form, all, Linker.Option.captureCallState(LAST_ERROR));
        if (!done.equals(0)) {
            return 0;
        }
        int error = captured.get(INT, state.byteOffset(PathElement.groupElement(LAST_ERROR)));
        // a refusal is never taken for success
        return error == 0 ? -1 : error;
    }

    private void free(MemorySegment credential) {
        invoke("CredFree", FunctionDescriptor.ofVoid(POINTER), new Object[] {credential});
    }

    private Object invoke(String function, FunctionDescriptor form, Object[] arguments, Linker.Option... options) {
        MemorySegment address =
                library.find(function).orElseThrow(() -> new IllegalStateException("Advapi32.dll has no " + function));
        try {
            Object result = linker.downcallHandle(address, form, options).invokeWithArguments(arguments);
            return result == null ? 0 : result;
        } catch (Throwable e) {
            throw new IllegalStateException("calling " + function + " went wrong", e);
        }
    }
}
