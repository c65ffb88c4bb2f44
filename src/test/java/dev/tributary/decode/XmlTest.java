package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.FailureCode;
import dev.tributary.testing.Temptation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XmlTest {

    @Test
    void readsAPushedMessageWithItsStrayText() {
        String push = "<xml>stray<ToUserName><![CDATA[gh_1]]></ToUserName> <MsgId>1234567890123456789</MsgId>"
                + "<Content><![CDATA[a < b & <c>]]></Content></xml>";

        assertThat(Decoding.of(push, Format.XML).map())
                .containsOnlyKeys("xml")
                .containsEntry(
                        "xml",
                        Map.of(
                                "ToUserName", "gh_1",
                                "MsgId", "1234567890123456789",
                                "Content", "a < b & <c>",
                                "#text", "stray"));
    }

    @Test
    void repeatedElementsAreAListAndAttributesHaveAnAtSign() {
        String feed = "\n<?xml version='1.0'?><!-- c --><f:feed xmlns:f='urn:f' v='2'><item id='1'>a</item>"
                + "<item/><item><b>c</b></item></f:feed>";

        assertThat(Decoding.of(feed, Format.XML).map())
                .containsEntry(
                        "f:feed",
                        Map.of("@v", "2", "item", List.of(Map.of("@id", "1", "#text", "a"), "", Map.of("b", "c"))));
    }

    @Test
    void aDoctypeIsRefusedAndNothingIsFetched() {
        try (Temptation server = new Temptation()) {
            String url = "'" + server.url() + "'";
            for (String begin : List.of(
                    "<!DOCTYPE a SYSTEM " + url + ">",
                    "<!DOCTYPE a PUBLIC '-//A//B' " + url + ">",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM " + url + ">]>",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM " + url + "> %p;]>")) {
                assertThat(Decoding.of(begin + "<a>&x;</a>", Format.XML).reason())
                        .as(begin)
                        .contains("DOCTYPE");
            }
            String included =
                    "<a xmlns:i='http://www.w3.org/2001/XInclude' xmlns:s='http://www.w3.org/2001/XMLSchema-instance'"
                            + " s:noNamespaceSchemaLocation=" + url + "><i:include href=" + url + "/></a>";
            assertThat(Decoding.of("<?xml-stylesheet href=" + url + "?>" + included, Format.XML)
                            .contents())
                    .hasSize(1);
            server.expectNobody();
        }
        assertThat(Decoding.of("<a>&unknown;</a>", Format.XML).unreadable()).hasSize(1);
    }

    @Test
    void whatIsBrokenIsSaidWithoutQuotingIt() {
        assertThat(Decoding.of("<a><secret></a>", Format.XML).reason())
                .startsWith("the file is not well-formed XML, near its line 1")
                .doesNotContain("secret");
        assertThat(Decoding.of("<a><b>", Format.XML).reason()).contains("not well-formed");
        assertThat(Decoding.of("<a/><b/>", Format.XML).reason()).contains("not well-formed");
        assertThat(Decoding.of("<!DOCTYPE html><html><body>", Format.XML).reason())
                .contains("HTML page");
    }

    @Test
    void depthAndSizeAreLimited() {
        String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
        assertThat(Decoding.of(deep, Format.XML).unreadable().get(0).code()).isEqualTo(FailureCode.TOO_LARGE);

        String large = "<a>" + "x".repeat(2000) + "</a>";
        assertThat(Decoding.of(large, Format.XML, Decoding.recordsUpTo(1000))
                        .unreadable()
                        .get(0)
                        .code())
                .isEqualTo(FailureCode.TOO_LARGE);
    }

    @Test
    void phonesWriteEmojiAsTwoReferences() {
        assertThat(Decoding.of("<sms body='&#55357;&#56832;'/>", Format.XML).map())
                .containsEntry("sms", Map.of("@body", "😀"));
    }
}
