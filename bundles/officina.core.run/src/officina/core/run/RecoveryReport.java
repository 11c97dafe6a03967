// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;

/**
 * What a journal found when it was opened.
 *
 * @param events how many events it holds
 * @param truncatedBytes bytes of a torn tail that were cut off; they were never acknowledged, unless
 *     {@link Journal#keptTails} names them
 * @param remarks what the person should know, one sentence each; empty when all was well
 */
public record RecoveryReport(long events, long truncatedBytes, List<String> remarks) {

    public RecoveryReport {
        remarks = List.copyOf(remarks);
    }
}
