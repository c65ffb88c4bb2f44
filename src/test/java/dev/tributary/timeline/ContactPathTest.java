package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriUtils;

class ContactPathTest {

    @Test
    void leavesUsualIdsAsTheyAre() {
        assertThat(ContactPath.of("C001")).isEqualTo("/contacts/C001");
        assertThat(ContactPath.of("0035g00000XyZ-1_a.b")).isEqualTo("/contacts/0035g00000XyZ-1_a.b");
    }

    @Test
    void writesWhatServersRefuseOtherwise() {
        assertThat(ContactPath.of("a/b;c%2F~")).isEqualTo("/contacts/a~2Fb~3Bc~252F~7E");
        assertThat(ContactPath.of("..")).isEqualTo("/contacts/~2E~2E");
    }

    @Property
    void everyIdComesBack(@ForAll @NotEmpty @StringLength(max = 190) String id) {
        String whole = new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String segment = ContactPath.of(whole).substring("/contacts/".length());
        assertThat(segment).doesNotContain("/", ";", "\\", "%2F", "%25", "%3B");
        assertThat(ContactPath.id(UriUtils.decode(segment, StandardCharsets.UTF_8)))
                .isEqualTo(whole);
    }
}
