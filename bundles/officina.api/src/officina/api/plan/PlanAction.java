// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.plan;

import java.util.regex.Pattern;

/** What an action step does. The plan runner knows which actions exist; a plan with any other is refused. */
public record PlanAction(String name) {

    private static final Pattern FORM = Pattern.compile("[a-z]+(_[a-z]+)*+");

    /** Parameters: {@code kind}, {@code fields}. Result: the record's {@code id}. */
    public static final PlanAction CREATE_RECORD = new PlanAction("create_record");

    /** Parameters: {@code kind}, {@code id}, {@code changes}. Result: the record's {@code id}. */
    public static final PlanAction UPDATE_RECORD = new PlanAction("update_record");

    /** Parameters: {@code kind}, {@code id}. Result: the record's {@code id}. */
    public static final PlanAction DELETE_RECORD = new PlanAction("delete_record");

    /** Parameters: {@code collection}, {@code text} or {@code uri}. */
    public static final PlanAction INDEX_DOCUMENT = new PlanAction("index_document");

    /** Parameters: {@code title}, {@code text}. */
    public static final PlanAction SEND_NOTIFICATION = new PlanAction("send_notification");

    /** Parameters: {@code tool}, {@code input}. Result: the data that the tool gives. */
    public static final PlanAction CALL_TOOL = new PlanAction("call_tool");

    public PlanAction {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("an action looks like create_record, not: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
