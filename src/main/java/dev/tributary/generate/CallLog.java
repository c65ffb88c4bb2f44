package dev.tributary.generate;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Pages of Twilio's log of calls. */
final class CallLog implements Outlet {

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss '+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Shape CALL = Shape.of("""
            {"sid":"%s","account_sid":"ACacde0000000000000000000000000000","parent_call_sid":null,"date_created":"%s",
            "start_time":"%s","from":"%s","to":"%s","direction":"%s","status":"%s","duration":"%s","answered_by":null,
            "caller_name":null}""");

    private final Pages pages;

    CallLog(Drop drop) {
        this.pages = new Pages(drop, calls -> "{\"calls\":[" + calls + "]}");
    }

    static String id(Message it) {
        return String.format(Locale.ROOT, "CA%032x", it.id());
    }

    @Override
    public void said(Message it) {
        add(it, id(it), RFC_822.format(it.at()));
    }

    /** It began at no time. */
    @Override
    public boolean broken(Message it) {
        add(it, id(it) + "f", "now and then");
        return true;
    }

    private void add(Message it, String id, String at) {
        String customer = it.person().callsFrom();
        boolean missed = it.id() % 6 == 0;
        pages.add(CALL.with(
                id,
                at,
                at,
                it.fromCustomer() ? customer : Source.OUR_NUMBER,
                it.fromCustomer() ? Source.OUR_NUMBER : customer,
                it.fromCustomer() ? "inbound" : "outbound-api",
                missed ? "no-answer" : "completed",
                missed ? 0 : 10 + it.id() % 900));
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
