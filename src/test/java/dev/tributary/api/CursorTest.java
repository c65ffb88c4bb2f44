package dev.tributary.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Property
    void givesBackThePositionThatItHid(@ForAll long position) {
        assertThat(Cursor.number(Cursor.of(String.valueOf(position)), 7)).isEqualTo(position);
    }

    @Property
    void refusesWhateverIsNoneOfOurs(@ForAll String after) {
        assertThatThrownBy(() -> Cursor.number('!' + after, 7))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("pass on 'next'");
    }

    @Test
    void theFirstPageNeedsNone() {
        assertThat(Cursor.number(null, 7)).isEqualTo(7);
    }

    @Test
    void asManyAsTwoHundredMayBeAskedForAtOnce() {
        assertThat(Limit.of(null)).isEqualTo(50);
        assertThat(Limit.of(200)).isEqualTo(200);
        assertThatThrownBy(() -> Limit.of(201)).hasMessage("'limit' must be from 1 to 200");
        assertThatThrownBy(() -> Limit.of(0)).isInstanceOf(BadParameter.class);
    }
}
