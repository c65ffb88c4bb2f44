package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FeedTest {

    private static final String ITEM = "<item><title>Tent</title><guid>1</guid></item>";

    @Test
    void everyItemKnowsItsFeed() {
        Decoding feed = rss("<title>Acme</title><language>en</language><lastBuildDate>Tue, 05 May 2026 09:30:00 GMT"
                + "</lastBuildDate>" + ITEM + "<item><guid isPermaLink=\"false\">2</guid></item>");

        assertThat(feed.lines()).containsExactly(1L, 2L);
        assertThat(feed.contents()).extracting("id").containsExactly("1", "2");
        assertThat(feed.contents()).extracting("isPermaLink").containsExactly(true, false);
        assertThat(feed.contents())
                .extracting("feed")
                .containsOnly(Map.of(
                        "type", "rss_2.0", "title", "Acme", "language", "en", "updated", "2026-05-05T09:30:00Z"));
    }

    @Test
    void aFeedWithoutEntriesIsNoMistake() {
        assertThat(rss("<title>Acme</title>").payloads()).isEmpty();
        assertThat(atom("<title>Acme</title>").payloads()).isEmpty();
        assertThat(Decoding.of(
                                "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"a\",\"items\":[]}",
                                Format.FEED)
                        .payloads())
                .isEmpty();
    }

    @Test
    void keepsTheParentOfAComment() {
        assertThat(atom("<entry xmlns:x='http://purl.org/syndication/thread/1.0'><id>2</id>"
                                + "<x:in-reply-to ref='1' href='https://blog.acme.example/1'/></entry>")
                        .map())
                .containsEntry("thr:in-reply-to", Map.of("@ref", "1", "@href", "https://blog.acme.example/1"));
    }

    @Test
    void keepsWhatAnExtensionSaysUnderItsUsualName() {
        assertThat(
                        rss("<item xmlns:s='http://purl.org/rss/1.0/modules/slash/' xmlns:w='http://wellformedweb.org/CommentAPI/'"
                                        + " xmlns:m='http://search.yahoo.com/mrss/'><guid>1</guid><s:comments>3</s:comments>"
                                        + "<w:commentRss>https://blog.acme.example/1/feed</w:commentRss>"
                                        + "<m:content url='a'/><m:content url='b'><m:title>B</m:title></m:content></item>")
                                .map())
                .containsEntry("slash:comments", "3")
                .containsEntry("wfw:commentRss", "https://blog.acme.example/1/feed")
                .containsEntry("media:content", List.of(Map.of("@url", "a"), Map.of("@url", "b", "media:title", "B")));
    }

    @Test
    void aDateThatIsNoneStaysAsItIsWritten() {
        assertThat(rss("<item><guid>1</guid><pubDate>some day in May</pubDate></item>")
                        .map())
                .containsEntry("published", "some day in May");
        assertThat(rss("<item><guid>1</guid><pubDate>Tue, 5 May 2026 09:30 EST</pubDate></item>")
                        .map())
                .containsEntry("published", "2026-05-05T09:30:00-05:00");
        assertThat(atom("<entry><id>1</id><published>2026-05-05</published></entry>")
                        .map())
                .containsEntry("published", "2026-05-05");
    }

    @Test
    void takesMarkupAsItIsGiven() {
        Map<String, Object> entry = atom("<entry><id>1</id><title type='html'>a &lt;b&gt;b&lt;/b&gt;</title>"
                        + "<summary>1 &lt; 2</summary>"
                        + "<content type='html'>&lt;script&gt;x&lt;/script&gt;</content></entry>")
                .map();

        assertThat(entry)
                .containsEntry("title", "a <b>b</b>")
                .containsEntry("titleType", "html")
                .containsEntry("content", Map.of("type", "html", "value", "<script>x</script>"));
        assertThat(entry.get("summary")).extracting("value").isEqualTo("1 < 2");
    }

    @Test
    void relativeAddressesAreOfTheFeedsOwn() {
        assertThat(atom("<link rel='self' href='https://blog.acme.example/feeds/all.atom'/><entry><id>1</id>"
                                + "<link href='../zip'/><author><name>Mia</name><uri>/mia</uri></author></entry>")
                        .map())
                .containsEntry("link", "https://blog.acme.example/zip")
                .containsEntry("authors", List.of(Map.of("name", "Mia", "uri", "https://blog.acme.example/mia")));
    }

    @Test
    void namesThatWereNotDeclaredAreUnderstood() {
        Map<String, Object> item =
                rss("<item><guid>1</guid><title>Tent&nbsp;2 &amp; more</title><dc:creator>Anna</dc:creator>"
                                + "<odd:thing>x</odd:thing></item>")
                        .map();

        assertThat(item)
                .containsEntry("title", "Tent\u00A02 & more")
                .containsEntry("authors", List.of(Map.of("name", "Anna")))
                .containsEntry("odd:thing", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252"})
    void aWrongCharsetLabelCostsNoLetter(String label) {
        byte[] feed = ("\n<?xml version='1.0' encoding='" + label
                        + "'?><rss version='2.0'><channel><item><title>Gr\u00FC\u00DFe \u2013 Zo\u00EB</title></item></channel></rss>")
                .getBytes(Charset.forName("windows-1252"));

        assertThat(Decoding.of(feed, Format.FEED, DecodeOptions.DEFAULT).map())
                .containsEntry("title", "Gr\u00FC\u00DFe \u2013 Zo\u00EB");
    }

    @Test
    void nothingIsFetchedWhateverTheFeedNames() throws Exception {
        try (ServerSocket listener = new ServerSocket(0)) {
            String url = "http://localhost:" + listener.getLocalPort() + "/x";
            CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(() -> accepted(listener));
            String begin = "<?xml version='1.0'?><?xml-stylesheet href='" + url + "' type='text/xsl'?>";
            String rss = "<rss version='2.0'><channel><title>&e;</title>" + ITEM + "</channel></rss>";

            assertThat(Decoding.of(begin + "<!DOCTYPE rss SYSTEM '" + url + "'>" + rss.replace("&e;", ""), Format.FEED)
                            .reason())
                    .contains("DOCTYPE");
            assertThat(Decoding.of(begin + "<!DOCTYPE rss [<!ENTITY e SYSTEM '" + url + "'>]>" + rss, Format.FEED)
                            .reason())
                    .contains("DOCTYPE");
            assertThat(Decoding.of(begin + "<!DOCTYPE rss [<!ENTITY % p SYSTEM '" + url + "'> %p;]>" + rss, Format.FEED)
                            .reason())
                    .contains("DOCTYPE");
            assertThat(Decoding.of(begin + rss, Format.FEED).reason()).contains("not well-formed");
            assertThat(Decoding.of(
                                    begin
                                            + rss.replace(
                                                    "&e;",
                                                    "<link xmlns:xi='http://www.w3.org/2001/XInclude'>"
                                                            + "<xi:include href='" + url + "'/></link>"),
                                    Format.FEED)
                            .payloads())
                    .hasSize(1);
            assertThat(asked).isNotDone();
        }
    }

    @Test
    void aBillionLaughsAreRefusedBeforeTheFirst() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d '%s'>".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        String feed = laughs + "]><rss version='2.0'><channel><title>&l29;</title>" + ITEM + "</channel></rss>";

        assertThat(Decoding.of(feed, Format.FEED).reason()).contains("DOCTYPE");
    }

    @Test
    void sizeAndDepthAreBounded() {
        String deep = "<a>".repeat(5000) + "</a>".repeat(5000);
        assertThat(rss("<item>" + deep + "</item>").unreadable().get(0).code()).isEqualTo(FailureCode.TOO_LARGE);
        assertThat(Decoding.of(
                                "<rss version='2.0'><channel>" + ITEM.repeat(100) + "</channel></rss>",
                                Format.FEED,
                                Decoding.recordsUpTo(1000))
                        .unreadable()
                        .get(0)
                        .code())
                .isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void saysWhyAFileIsNoFeed() {
        assertThat(FeedOutline.of("<!DOCTYPE html><html><body>Log in</body></html>".getBytes(), DecodeLimits.DEFAULT)
                        .problem())
                .contains("HTML page");
        assertThat(FeedOutline.of("<html><body/></html>".getBytes(), DecodeLimits.DEFAULT)
                        .problem())
                .contains("HTML page");
        assertThat(FeedOutline.of("<urlset><url/></urlset>".getBytes(), DecodeLimits.DEFAULT)
                        .problem())
                .contains("neither RSS nor Atom");
        assertThat(FeedOutline.of("{\"items\":[]}".getBytes(), DecodeLimits.DEFAULT)
                        .problem())
                .contains("no JSON Feed");
        assertThat(FeedOutline.of("<rss version='2.0'><channel><item>".getBytes(), DecodeLimits.DEFAULT)
                        .problem())
                .contains("not well-formed");
        assertThat(FeedOutline.of(new byte[0], DecodeLimits.DEFAULT).problem()).contains("empty");
        assertThat(FeedOutline.of("Anna wrote".getBytes(), DecodeLimits.DEFAULT).problem())
                .contains("not well-formed")
                .doesNotContain("Anna");
    }

    @Test
    void knowsThePageWithOlderEntries() {
        assertThat(FeedOutline.of(
                        "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='?paged=2'/></feed>"
                                .getBytes(),
                        DecodeLimits.DEFAULT))
                .isEqualTo(new FeedOutline(null, "?paged=2"));
        assertThat(FeedOutline.of(
                        ("<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel>"
                                        + "<a:link rel='self' href='1'/><a:link rel='next' href='2'/></channel></rss>")
                                .getBytes(),
                        DecodeLimits.DEFAULT))
                .isEqualTo(new FeedOutline(null, "2"));
        assertThat(FeedOutline.of(
                        ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"next_url\":\"n\",\"items\":[{\"id\":\"1\"}]}")
                                .getBytes(),
                        DecodeLimits.DEFAULT))
                .isEqualTo(new FeedOutline(null, "n"));
    }

    private static Decoding rss(String channel) {
        return Decoding.of("<rss version='2.0'><channel>" + channel + "</channel></rss>", Format.FEED);
    }

    private static Decoding atom(String feed) {
        return Decoding.of("<feed xmlns='http://www.w3.org/2005/Atom'>" + feed + "</feed>", Format.FEED);
    }

    private static boolean accepted(ServerSocket listener) {
        try {
            listener.accept().close();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
