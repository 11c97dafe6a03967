// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plan;

/** A parameter of an action; every one is required. */
public record ActionParameter(String name, Form form) {

    /** What a value must be. */
    public enum Form {
        /** A text that is not blank. */
        TEXT("a text"),
        /** The name of a kind of record that plans may change. */
        RECORD_KIND("a kind of record that a plan may change"),
        /** The identifier of a record. */
        RECORD_ID("the id of a record"),
        /** Fields with their values. */
        FIELDS("an object of fields");

        private final String meaning;

        Form(String meaning) {
            this.meaning = meaning;
        }

        /** What it must be, to be put after "must be". */
        public String meaning() {
            return meaning;
        }
    }
}
