package dev.tributary.inbox;

import dev.tributary.inbox.Reply.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The inbox on the web: {@code /inbox/SOURCE}. */
@RestController
@ConditionalOnWebApplication
class InboxController {

    private static final Logger LOG = LoggerFactory.getLogger(InboxController.class);

    private static final long NANOS_A_MILLISECOND = 1_000_000;

    private final Inbox inbox;
    private final Protocols protocols;
    private final InboxSettings settings;
    private final OneInbox alone;

    InboxController(Inbox inbox, Protocols protocols, InboxSettings settings, OneInbox alone) {
        this.inbox = inbox;
        this.protocols = protocols;
        this.settings = settings;
        this.alone = alone;
    }

    @RequestMapping(
            path = "/inbox/{source}",
            method = {
                RequestMethod.GET,
                RequestMethod.POST,
                RequestMethod.HEAD,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE,
                RequestMethod.OPTIONS
            })
    ResponseEntity<byte[]> receive(@PathVariable String source, HttpServletRequest request) {
        long begin = System.nanoTime();
        Optional<Protocol> protocol = protocols.of(source);
        Answered answered = protocol.map(it -> answer(source, it, request))
                .orElseGet(() -> new Answered(Reply.problem(Outcome.NO_SUCH_SOURCE), 0));
        LOG.info(
                "{}: {}, {} bytes, {} ms",
                protocol.isPresent() ? source : "no source",
                answered.reply().outcome(),
                answered.bytes(),
                (System.nanoTime() - begin) / NANOS_A_MILLISECOND);
        return Responses.of(answered.reply());
    }

    private record Answered(Reply reply, int bytes) {}

    private Answered answer(String source, Protocol protocol, HttpServletRequest request) {
        boolean get = request.getMethod().equals("GET");
        if (!request.getMethod().equals("POST") && !(get && protocol.greets())) {
            return new Answered(Reply.problem(Outcome.NO_SUCH_METHOD), 0);
        }
        if (!alone.isOurs()) {
            return new Answered(Reply.problem(Outcome.NOT_LANDED), 0);
        }
        try {
            byte[] body = RequestBody.read(
                    request.getInputStream(),
                    request.getContentLengthLong(),
                    settings.largestRequest().toBytes(),
                    settings.longestRequest());
            Push push = new Push(source, get, headers(request), query(request), body);
            return new Answered(inbox.receive(push), body.length);
        } catch (RequestBody.TooLarge tooLarge) {
            return new Answered(Reply.problem(Outcome.TOO_LARGE), 0);
        } catch (IOException tooSlowOrBrokenOff) {
            return new Answered(Reply.problem(Outcome.TOO_SLOW), 0);
        } catch (IllegalArgumentException noQuery) {
            return new Answered(Reply.problem(Outcome.REFUSED), 0);
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }

    /** Not by the request's own parameters: for those a form in the body would be read, of which we need the bytes. */
    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair :
                Optional.ofNullable(request.getQueryString()).orElse("").split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
