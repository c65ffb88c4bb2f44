package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 1 Mar 2024 09:30:00 +0200|2024-03-01T09:30:00+02:00",
                "1 Mar 24 09:30 GMT|2024-03-01T09:30:00Z",
                "Friday, March 1 2024 at noon|",
                "Fri Mar  1 09:30:00 2024|2024-03-01T09:30:00Z",
                "Fri Mar  1 09:30:00 PST 2024|2024-03-01T09:30:00-08:00",
                "01-March-2024 9:30:00 PM -0500|2024-03-01T21:30:00-05:00",
                "2024-03-01T09:30:00.123+02:00|2024-03-01T09:30:00+02:00",
                "Fri, 1 Mar 2024 09:30:00|2024-03-01T09:30:00Z",
                "Fri, 31 Feb 2024 09:30:00 +0000|",
                "yesterday|"
            })
    void datesAreReadInTheFormsThatProgramsWrite(String written, String read) {
        Map<String, Object> mail =
                Decoding.of("Date: " + written + "\n\nx", Format.EML).map();

        assertThat(mail.get("date")).isEqualTo(read);
        assertThat(mail.get("headers")).isEqualTo(Map.of("date", List.of(written.strip())));
    }
}
