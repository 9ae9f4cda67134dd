package segue.library.importer;

/// Pieces of SQL that several importers write.
final class Sql {

    private Sql() {}

    /// A text literal.
    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// The text of `column` without spaces around; null where nothing remains.
    static String filled(String column) {
        // Trimming costs far more than looking whether there is anything to trim.
        return """
        nullif(CASE WHEN starts_with(%1$s, ' ') OR ends_with(%1$s, ' ')
            THEN trim(%1$s) ELSE %1$s END, '')"""
                .formatted(column);
    }

    /// The point in time that a text tells, as a UTC timestamp; null where it tells none. Knows
    /// seconds and milliseconds since 1970, ISO-8601 with and without offset, and dates with an
    /// English month ("19 Aug 2026, 20:48").
    static String time(String column) {
        return """
        CASE
            WHEN regexp_full_match(%1$s, '\\d{9,10}(\\.\\d+)?')
                THEN make_timestamp((try_cast(%1$s AS DOUBLE) * 1000000)::BIGINT)
            WHEN regexp_full_match(%1$s, '\\d{12,13}')
                THEN make_timestamp(try_cast(%1$s AS BIGINT) * 1000)
            WHEN regexp_matches(%1$s, ':\\d{2}(\\.\\d+)?\\s*[+-]\\d{2}(:?\\d{2})?$')
                THEN try_cast(%1$s AS TIMESTAMPTZ) AT TIME ZONE 'UTC'
            ELSE coalesce(
                try_cast(%1$s AS TIMESTAMP),
                try_strptime(%1$s, ['%%d %%b %%Y, %%H:%%M', '%%d %%b %%Y %%H:%%M',
                    '%%d %%b %%Y, %%H:%%M:%%S', '%%d %%b %%Y %%H:%%M:%%S', '%%d %%B %%Y, %%H:%%M',
                    '%%b %%d, %%Y, %%H:%%M', '%%b %%d, %%Y', '%%Y/%%m/%%d %%H:%%M',
                    '%%Y/%%m/%%d %%H:%%M:%%S']))
        END"""
                .formatted(column);
    }

    /// Whether `column` holds more than one line, and how many more that are not empty.
    static String moreLines(String column) {
        return """
        CASE WHEN contains(%1$s, chr(10))
            THEN len(regexp_extract_all(%1$s, '\\n+'))::INTEGER ELSE 0 END"""
                .formatted(column);
    }
}
