package dev.tributary.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request comes from. */
final class Network {

    private static final int KEPT_OF_V4 = 3;
    private static final int KEPT_OF_V6 = 8;

    private Network() {}

    /** As far as we keep it, the first 24 bits of an IPv4 address and the first 64 of an IPv6 one: {@code 192.0.2.0/24}. */
    static String of(HttpServletRequest request) {
        InetAddress address = address(request);
        int kept = address instanceof Inet6Address ? KEPT_OF_V6 : KEPT_OF_V4;
        return masked(address, kept) + "/" + kept * Byte.SIZE;
    }

    /** What counts as one for the throttle: an IPv4 address, or the IPv6 network that one household has. */
    static String key(HttpServletRequest request) {
        InetAddress address = address(request);
        return address instanceof Inet6Address ? masked(address, KEPT_OF_V6) : address.getHostAddress();
    }

    private static InetAddress address(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr());
        } catch (UnknownHostException noAddress) {
            throw new IllegalStateException("the server gives no address of a request", noAddress);
        }
    }

    private static String masked(InetAddress address, int kept) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException asLongAsBefore) {
            throw new IllegalStateException(asLongAsBefore);
        }
    }
}
