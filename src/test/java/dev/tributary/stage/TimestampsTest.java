package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-10-26T17:24:21.000Z         | 2022-10-26T17:24:21Z",
                "2022-10-26T17:24:21Z             | 2022-10-26T17:24:21Z",
                "2022-10-26t17:24:21z             | 2022-10-26T17:24:21Z",
                "2012-04-10T17:41:10+0000         | 2012-04-10T17:41:10Z",
                "2012-04-10T17:41:10+0930         | 2012-04-10T17:41:10+09:30",
                "2016-04-15T05:19:46 -10:00       | 2016-04-15T05:19:46-10:00",
                "2023-05-09 23:17:40.768000 UTC   | 2023-05-09T23:17:40.768Z",
                "2024-03-15 09:30:00 UTC          | 2024-03-15T09:30:00Z",
                "2024-06-01 12:00 UTC             | 2024-06-01T12:00:00Z",
                "2024-06-01 12:00+02:00           | 2024-06-01T12:00:00+02:00",
                "2023-07-26 01:51:32              | 2023-07-26T01:51:32+02:00",
                "2023-01-26 01:51:32              | 2023-01-26T01:51:32+01:00",
                "2024-03-15T14:20:00              | 2024-03-15T14:20:00+01:00",
                "2024-02-29T12:00:00Z             | 2024-02-29T12:00:00Z",
                "'  2024-02-29T12:00:00Z '        | 2024-02-29T12:00:00Z",
                "2024-02-29T12:00:00.123456789Z   | 2024-02-29T12:00:00.123456789Z",
            })
    void readsTheSpellingsOfIso8601(String text, OffsetDateTime time) {
        assertThat(Timestamps.parse(text, BERLIN)).isEqualTo(time);
        assertThat(Timestamps.parse(text, BERLIN).getOffset()).isEqualTo(time.getOffset());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Tue Oct 31 22:10:47 +0000 2017    | EEE MMM dd HH:mm:ss Z yyyy      | 2017-10-31T22:10:47Z",
                "Tue May 31 17:46:55 +0800 2011    | EEE MMM dd HH:mm:ss Z yyyy      | 2011-05-31T17:46:55+08:00",
                "2012/12/08 01:23:16 +0000         | yyyy/MM/dd HH:mm:ss Z           | 2012-12-08T01:23:16Z",
                "Fri, 24 May 2019 17:44:46 +0000   | EEE, d MMM yyyy HH:mm:ss Z      | 2019-05-24T17:44:46Z",
                "fri, 24 may 2019 17:44:46 +0000   | EEE, d MMM yyyy HH:mm:ss Z      | 2019-05-24T17:44:46Z",
                "30/12/2023, 14:29:00              | dd/MM/yyyy, HH:mm:ss            | 2023-12-30T14:29:00+01:00",
                "12/30/23, 2:29 PM               | M/d/yy, h:mm a                  | 2023-12-30T14:29:00+01:00",
                "23.12.30 09:05                    | yy.MM.dd HH:mm                  | 2023-12-30T09:05:00+01:00",
                "Feb 5, 2016 1:33 AM             | MMM d, yyyy h:mm a              | 2016-02-05T01:33:00+01:00",
                "2016년 2월 5일 AM 1:33               | yyyy'년' M'월' d'일' a h:mm         | 2016-02-05T01:33:00+01:00",
                "day 5 of 02/2016 at 01:33         | 'day' d 'of' MM/yyyy 'at' HH:mm | 2016-02-05T01:33:00+01:00",
            })
    void readsAPatternWithEnglishNames(String text, String pattern, OffsetDateTime time) {
        assertThat(Timestamps.parse(text, pattern, BERLIN)).isEqualTo(time);
    }

    @Test
    void readsEnglishNamesWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Timestamps.parse("FRI, 24 JUL 2020 17:44:46 +0000", "EEE, d MMM yyyy HH:mm:ss XX", BERLIN))
                    .isEqualTo("2020-07-24T17:44:46Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30T10:00:00Z",
                "2023-02-29 10:00:00",
                "2023-04-31 10:00 UTC",
                "2023-13-01T10:00:00Z",
                "2023-01-01T25:00:00Z",
                "2023-01-01T10:61:00Z",
                "2023-01-01T10:00:00+25:00",
                "2023-01-01",
                "yesterday",
                "1687000000",
                "",
                "UTC",
            })
    void refusesWhatIsNoTime(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Timestamps.parse(text, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30/02/2023 10:00 | dd/MM/yyyy HH:mm",
                "31.04.23 10:00   | dd.MM.yy HH:mm",
                "Mon Oct 31 22:10:47 +0000 2017 | EEE MMM dd HH:mm:ss Z yyyy",
                "1/2/2023 13:00 PM | d/M/yyyy h:mm a",
            })
    void refusesDatesThatNoCalendarHas(String text, String pattern) {
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> Timestamps.parse(text, pattern, ZoneOffset.UTC));
    }

    @Test
    void saysThatAPatternIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Timestamps.parse("1", "not a pattern", ZoneOffset.UTC));
    }

    @Test
    void takesTheHourThatComesFirstWhereTheClockGoesBack() {
        assertThat(Timestamps.parse("2023-10-29 02:30:00", BERLIN)).isEqualTo("2023-10-29T02:30:00+02:00");
    }
}
