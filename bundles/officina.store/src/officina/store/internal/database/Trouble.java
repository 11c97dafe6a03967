// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What an error of H2 means for the store. */
enum Trouble {
    /** Another process has the files open. */
    LOCKED,
    /** What was read makes no sense. */
    DAMAGE,
    /** The files could not be read or written, or the database gave up after that. */
    IO,
    /** One statement was refused; everything else is as it was. */
    REFUSED;

    static Trouble of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException store) {
                return of(store);
            }
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return DAMAGE;
    }

    private static Trouble of(MVStoreException error) {
        return switch (error.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> LOCKED;
            case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED -> IO;
            default -> DAMAGE;
        };
    }

    private static Trouble of(SQLException error) {
        return switch (error.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> LOCKED;
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.COLUMN_NOT_FOUND_1,
                    // a row is there, or is not, although the mark says otherwise
                    ErrorCode.DUPLICATE_KEY_1,
                    ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1,
                    ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_CHILD_EXISTS_1,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_ENCRYPTION_ERROR_1,
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
                    ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX,
                    ErrorCode.SERIALIZATION_FAILED_1,
                    ErrorCode.DESERIALIZATION_FAILED_1 -> DAMAGE;
            case ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.OUT_OF_MEMORY -> IO;
            default -> REFUSED;
        };
    }
}
