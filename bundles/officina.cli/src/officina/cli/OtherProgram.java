// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** Lets this process go on as another program: same process number, same input, output and inherited descriptors. */
final class OtherProgram {

    private OtherProgram() {}

    /** Does not return where the system finds the program; else the failure to throw. Nothing is closed before. */
    static FailureException become(List<String> words) {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            MethodHandle execv = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("execv"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MemorySegment list = arena.allocate(ValueLayout.ADDRESS, words.size() + 1L);
            for (int i = 0; i < words.size(); i++) {
                list.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(words.get(i)));
            }
            list.setAtIndex(ValueLayout.ADDRESS, words.size(), MemorySegment.NULL);
            int refused = (int) execv.invokeExact(list.getAtIndex(ValueLayout.ADDRESS, 0), list);
            return failure(new IllegalStateException("execv gave " + refused));
        } catch (Throwable e) {
            return failure(e);
        }
    }

    private static FailureException failure(Throwable cause) {
        return new FailureException(
                Failure.of(
                        "engine.unavailable",
                        ErrorKind.INTERNAL,
                        "No engine answered, and one of this process could not be started.",
                        "Install Officina again; if that does not help, report it."),
                cause);
    }
}
