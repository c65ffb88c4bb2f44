package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermalinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://x.com/acmeoutdoor/status/2051205485687734273, x, 2051205485687734273",
        "https://twitter.com/Anna_Trail/status/2051205485687734273?s=20&t=abc, x, 2051205485687734273",
        "http://www.twitter.com/anna_trail/statuses/20, x, 20",
        "https://mobile.twitter.com/anna_trail/status/2051205485687734273/photo/1, x, 2051205485687734273",
        "https://x.com/i/web/status/2051205485687734273, x, 2051205485687734273",
        "https://www.facebook.com/100200300/posts/501, facebook, 100200300_501",
        "https://www.facebook.com/100200300_501, facebook, 100200300_501",
        "https://www.facebook.com/100200300/posts/501?comment_id=9001, facebook, 501_9001",
        "https://www.facebook.com/acmeoutdoor/posts/501?comment_id=9001, facebook, 501_9001",
        "https://www.facebook.com/acmeoutdoor/posts/our-new-tent/501/?comment_id=9001, facebook, 501_9001",
        "https://www.facebook.com/100200300/posts/501?comment_id=9001&reply_comment_id=9002, facebook, 501_9002",
        "https://m.facebook.com/story.php?story_fbid=501&id=100200300, facebook, 100200300_501",
        "https://www.facebook.com/permalink.php?story_fbid=501&id=100200300&comment_id=9001, facebook, 501_9001",
        "https://www.youtube.com/watch?v=dAcme000001&lc=UgxAcme00000000000014AaABAg, youtube, UgxAcme00000000000014AaABAg",
        "https://www.youtube.com/watch?v=dAcme000001&lc=UgxAcme0001.9abcDEF-_1, youtube, UgxAcme0001.9abcDEF-_1",
        "https://www.linkedin.com/feed/update/urn:li:activity:7100000000000000001/, linkedin, urn:li:activity:7100000000000000001",
        "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7100000000000000002, linkedin, urn:li:share:7100000000000000002",
    })
    void takesTheIdThatTheNetworkItselfGives(String address, String network, String id) {
        assertThat(Permalink.of(address)).contains(new Permalink(network, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.com/acmeoutdoor",
                "https://x.com/acmeoutdoor/status/",
                "https://x.com/acmeoutdoor/status/12ab",
                "https://notx.com/acmeoutdoor/status/2051205485687734273",
                "https://x.com.example.org/acmeoutdoor/status/2051205485687734273",
                "https://x.com@example.org/acmeoutdoor/status/2051205485687734273",
                "https://www.facebook.com/acmeoutdoor/posts/501",
                "https://www.facebook.com/acmeoutdoor/posts/pfbid02AcmeTent",
                "https://www.facebook.com/acmeoutdoor/posts/pfbid02AcmeTent?comment_id=9001",
                "https://www.facebook.com/100200300/posts/501?comment_id=Y29tbWVudDo1MDE",
                "https://www.facebook.com/permalink.php?story_fbid=pfbid02AcmeTent&id=100200300",
                "https://www.facebook.com/100200300/photos/501",
                "https://www.instagram.com/p/DAcmeTent01/",
                "https://www.instagram.com/p/DAcmeTent01/c/17900000000000001/",
                "https://www.threads.net/@acmeoutdoor/post/DAcmeTent01",
                "https://www.youtube.com/watch?v=dAcme000001",
                "https://www.youtube.com/watch?v=dAcme000001&lc=",
                "https://www.linkedin.com/feed/update/urn:li:activity:71?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A71%2C72%29",
                "https://www.linkedin.com/posts/acme-outdoor_tents-activity-7100000000000000001-abcd",
                "ftp://x.com/acmeoutdoor/status/2051205485687734273",
                "mailto:anna.berger@example.com",
                "x.com/acmeoutdoor/status/2051205485687734273",
                "https://x.com/acme outdoor/status/1",
                "https://www.youtube.com/watch?v=a&lc=%zz",
                "http://",
                "see attachment",
                ""
            })
    void saysNothingWhereTheAddressDoesNotHoldTheId(String address) {
        assertThat(Permalink.of(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 1_000_000})
    void isNotImpressedByLongAddresses(int length) {
        assertThat(Permalink.of("https://x.com/acmeoutdoor/status/1?" + "a&".repeat(length)))
                .isEmpty();
    }
}
