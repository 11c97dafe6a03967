// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/**
 * The owner of one data folder. All its services may be used by any thread; each call blocks until its effect is durable
 * and visible to reads. What goes in and out are values, so that an attached process sees the same.
 */
public interface Engine extends AutoCloseable {

    Projects projects();

    Sessions sessions();

    Runs runs();

    Todos todos();

    SettingsService settings();

    Activity activity();

    Diagnostics diagnostics();

    Keys keys();

    PersonalData data();

    Models models();

    Knowledge knowledge();

    Corrections corrections();

    Plugins plugins();

    Automations automations();

    MailAccounts mail();

    Sample sample();

    /** Stops intake, cancels no run (they are offered for resume), drains the store and closes the files. */
    @Override
    void close();
}
